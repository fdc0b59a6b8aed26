using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight;

/// <summary>A sentence of an essay, with its tokens.</summary>
internal sealed class EssaySentence(Block block, TextRange range, TokenRun tokens, ContentWords words)
{
    public Block Block { get; } = block;

    public TextRange Range { get; } = range;

    public TokenRun Tokens { get; } = tokens;

    public ReadOnlySpan<char> Span => Range.In(Block.Text);

    public string Text => Span.ToString();

    /// <summary>Its content words in order, repeats included.</summary>
    public int[] ContentWords => field ??= words.InOrder(Span);

    /// <summary>Its distinct content words.</summary>
    public NumberSet Subject => field ??= new NumberSet(ContentWords);
}

/// <summary>The essay as sentences: asides (dek, key points) and body in the order of the document.</summary>
internal sealed class EssaySentences
{
    /// <summary>Words of the longest standfirst.</summary>
    private const int LongestStandfirst = 50;

    private readonly HashSet<int> _asides;
    private readonly HashSet<int> _notes;
    private readonly int _practical;
    private readonly Dictionary<int, int> _place = [];

    public EssaySentences(InsightRequest request)
    {
        var mark = DecimalMarks.Of(request.Language);
        _asides = [.. request.Asides.Select(block => block.Ordinal)];
        _notes = [.. Endnotes.Of(request.Body)];
        _practical = Practicalities.FirstOrdinal(request.Body);
        foreach (var block in request.Body)
        {
            _asides.Remove(block.Ordinal);
            _place.TryAdd(block.Ordinal, _place.Count);
        }

        Vocabulary = new Vocabulary(request.Body.Sum(block => block.Text.Length));
        ContentWords = new ContentWords(Vocabulary);
        var ranges = new List<TextRange>();
        var room = new List<Token>();
        foreach (var block in request.Asides.Where(block => _asides.Contains(block.Ordinal)).Concat(request.Body).OrderBy(block => block.Ordinal))
        {
            ranges.Clear();
            Sentences.Split(block.Text, ranges);
            if (block.Kind == BlockKind.Paragraph && ranges.Count > 0)
            {
                BeginBehindDateline(block.Text, ranges);
            }

            foreach (var range in ranges)
            {
                var tokens = new TokenRun(block.Text, range, mark, Vocabulary, room);
                All.Add(new EssaySentence(block, range, tokens, ContentWords));
            }
        }

        Running = All.FindAll(s => s.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && !IsAside(s.Block));
    }

    /// <summary>"HULL, Maine (AP) - The ferry": where and for whom it was reported is no part of what the sentence says.</summary>
    private static void BeginBehindDateline(string text, List<TextRange> ranges)
    {
        if (Dateline.Of(Boilerplate.PlainForm.Straight(text)) is not { IsSure: true, End: var start })
        {
            return;
        }

        ranges.RemoveAll(range => range.End <= start);
        if (ranges.Count > 0)
        {
            ranges[0] = new TextRange(Math.Max(start, ranges[0].Start), ranges[0].End);
        }
    }

    /// <summary>All its words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The words that carry its subject.</summary>
    public ContentWords ContentWords { get; }

    public List<EssaySentence> All { get; } = [];

    /// <summary>The sentences of the body's paragraphs and lists.</summary>
    public List<EssaySentence> Running { get; }

    /// <summary>True for a note at the end of the text.</summary>
    public bool IsNote(Block block) => _notes.Contains(block.Ordinal);

    /// <summary>True for the blocks whose names and numbers are the essay's own. Headings name things, code and table rows hold numbers without sentences, captions and notes hold references.</summary>
    public bool IsStatement(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && !IsNote(block);

    /// <summary>True for the practical notes behind a travel piece.</summary>
    public bool IsPractical(Block block) => block.Ordinal >= _practical;

    public bool IsAside(Block block) => _asides.Contains(block.Ordinal);

    /// <summary>True for an aside that sums the essay up in a few words; a longer one may be its first paragraph.</summary>
    public bool IsStandfirst(Block block) => IsAside(block) && block.Text.AsSpan().Count(' ') < LongestStandfirst;

    /// <summary>Place of a block in the body, from 0 to 1.</summary>
    public double PositionOf(Block block) => _place.TryGetValue(block.Ordinal, out var place) ? (double)place / Math.Max(1, _place.Count) : 0;
}
