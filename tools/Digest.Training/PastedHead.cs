namespace Digest.Training;

/// <summary>What a head has beside the title.</summary>
[Flags]
internal enum HeadParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The name of the site at the top.</summary>
    Name = 1,

    /// <summary>Its slogan below.</summary>
    Slogan = 2,

    /// <summary>A section or kind of piece above the title.</summary>
    Section = 4,

    /// <summary>Author and date above the title.</summary>
    BylineAbove = 8,

    /// <summary>The title in two lines, where it has two parts.</summary>
    SplitTitle = 16,

    /// <summary>The standfirst below the title.</summary>
    Dek = 32,

    /// <summary>The author, or what stands under the page's title, below this one.</summary>
    Byline = 64,

    /// <summary>The standfirst below the byline.</summary>
    DekUnderByline = 128,

    /// <summary>The headings of the text, listed above it.</summary>
    Contents = 256,

    /// <summary>No empty lines.</summary>
    Close = 512,
}

/// <summary>A head as sites print it above an essay.</summary>
/// <param name="Parts">What it has.</param>
/// <param name="Below">Lines of the page below the text.</param>
/// <param name="Menu">Lines of the page's top below the masthead.</param>
/// <param name="Above">Lines that stand above the page's title.</param>
/// <param name="Between">Lines as stand between a masthead and a title: dates, numbers, menus.</param>
internal sealed record PastedHead(HeadParts Parts, int Below, int Menu = 0, int Above = 0, int Between = 0)
{
    private const HeadParts Masthead = HeadParts.Name | HeadParts.Slogan;

    private static readonly string[] Authors = ["Jane Doe", "Maria Keller", "Ahmed Hassan", "John Smith and Ann Lee", "Giulia Romano", "Peter Novak", "Fatima Diallo", "David O'Brien"];

    /// <summary>The heads that are trained on.</summary>
    public static IReadOnlyList<PastedHead> All { get; } =
    [
        new(Masthead | HeadParts.Dek | HeadParts.Byline, Below: 3),
        new(Masthead | HeadParts.Section | HeadParts.SplitTitle | HeadParts.Byline | HeadParts.Close, Below: 6, Menu: 2, Above: 1),
        new(HeadParts.BylineAbove | HeadParts.SplitTitle | HeadParts.Dek | HeadParts.Close, Below: 2),
        new(HeadParts.Name | HeadParts.Section | HeadParts.Dek | HeadParts.Byline | HeadParts.Contents, Below: 12, Menu: 4, Above: 1),
        new(HeadParts.Dek, Below: 0),
        new(HeadParts.Section | HeadParts.Dek | HeadParts.Byline | HeadParts.Contents, Below: 4),
        new(HeadParts.SplitTitle, Below: 1),
        new(Masthead | HeadParts.Section | HeadParts.SplitTitle | HeadParts.Dek | HeadParts.Byline, Below: 1, Between: 1),
        new(Masthead, Below: 4, Between: 2),
        new(Masthead | HeadParts.Section | HeadParts.SplitTitle | HeadParts.Dek | HeadParts.Byline | HeadParts.Close, Below: 8, Between: 1),
        new(Masthead | HeadParts.Section | HeadParts.SplitTitle | HeadParts.Dek | HeadParts.Byline | HeadParts.DekUnderByline | HeadParts.Close, Below: 10, Menu: 1, Between: 1),
        new(HeadParts.BylineAbove | HeadParts.SplitTitle | HeadParts.Close, Below: 4),
        new(HeadParts.Section | HeadParts.Byline, Below: 5),
        new(Masthead | HeadParts.Close, Below: 6, Between: 2),
        new(HeadParts.Section | HeadParts.Dek | HeadParts.Byline, Below: 14, Between: 1),
    ];

    /// <summary>The essay under this head, in the frame of a page.</summary>
    /// <param name="essay">The essay.</param>
    /// <param name="page">The page; it chooses among names, authors and sections.</param>
    /// <param name="frame">Its lines.</param>
    /// <param name="turn">Number of the head, so that one page gets many sections.</param>
    public PastedPage On(CorpusEssay essay, CorpusPage page, PageFrame frame, int turn)
    {
        var (title, subtitle) = Has(HeadParts.SplitTitle) ? essay.SplitTitle() : (essay.Title, "");
        string[] lines = [.. AboveTitle(essay, page, frame, turn), title, .. UnderTitle(essay, page, frame, turn, subtitle), .. essay.Lines, .. frame.Below(Below)];
        return new PastedPage(page, title, Tokens.Of(string.Join('\n', essay.Lines)), string.Join(Has(HeadParts.Close) ? "\n" : "\n\n", lines), IsEssay: true);
    }

    private IEnumerable<string> AboveTitle(CorpusEssay essay, CorpusPage page, PageFrame frame, int turn)
    {
        var (name, slogan) = One(Mastheads.All, page, 11);
        return When(HeadParts.Name, name).Concat(When(HeadParts.Slogan, essay.Fill(slogan))).Concat(frame.Top(Menu)).Concat(frame.Above(Above))
            .Concat(Enumerable.Range(0, Between).Select(b => One(Mastheads.Between, page, 17 + b + turn)))
            .Concat(When(HeadParts.BylineAbove, One(Authors, page, 19), "13 June 2025"))
            .Concat(When(HeadParts.Section, Section(essay, page.Fold(Mastheads.Sections.Count * (29 + turn)))));
    }

    private IEnumerable<string> UnderTitle(CorpusEssay essay, CorpusPage page, PageFrame frame, int turn, string subtitle)
    {
        var dek = essay.HasDek ? When(HeadParts.Dek, essay.Dek) : [];
        var byline = When(HeadParts.Byline, turn % 2 == 0 ? ["By " + One(Authors, page, 23)] : [.. frame.UnderTitle]);
        return (subtitle.Length > 0 ? [subtitle] : Enumerable.Empty<string>())
            .Concat(Has(HeadParts.DekUnderByline) ? byline.Concat(dek) : dek.Concat(byline))
            .Concat(When(HeadParts.Contents, [.. essay.Contents()]));
    }

    /// <summary>A third of the sections are in capitals.</summary>
    private static string Section(CorpusEssay essay, int fold) =>
        essay.Fill(Mastheads.Sections[fold % Mastheads.Sections.Count]) is var section && fold % 3 == 0 ? section.ToUpperInvariant() : section;

    private static T One<T>(IReadOnlyList<T> of, CorpusPage page, int salt) => of[page.Fold(of.Count * salt) % of.Count];

    private bool Has(HeadParts part) => (Parts & part) == part;

    private IEnumerable<string> When(HeadParts part, params string[] lines) => Has(part) ? lines : [];
}
