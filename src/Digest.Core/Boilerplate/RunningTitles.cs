using System.Globalization;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Takes out the heads of printed pages that stand too seldom to tell themselves by their numbers, as <see cref="RunningHeads"/>
/// asks: they say again what stands above the text (title, publication, kind of piece, authors) or at another page with the number of the
/// page or the date of the issue. Read after the head of the essay.
/// </summary>
internal static class RunningTitles
{
    /// <summary>Longest such line, in words.</summary>
    private const int LongestHead = 14;

    /// <summary>Longest line above the title that names the publication or the kind of piece, in words; a page may repeat it with the date of the issue alone.</summary>
    private const int LongestName = 6;

    /// <summary>Lines above the text that are looked at, menus included: with all of them the cost would grow with the square of a hostile text.</summary>
    private const int LinesAbove = 80;

    private const int HighestPage = 1_499;

    private const string Site = "www.";

    /// <summary>Words of dates and of volumes, which say nothing of the essay.</summary>
    private static readonly string[] DateWords =
    [
        "spring", "summer", "autumn", "fall", "winter", "vol", "volume", "no", "nr", "issue", "page", "p", "pp",
        .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames).Where(name => name.Length > 0).Select(name => name.ToLowerInvariant()),
    ];

    /// <summary>Lines above the text that a page may repeat; the titles in a table of contents are no such lines.</summary>
    private static readonly string[] HeadRules =
        [TextRemoval.Title.Id, TextRemoval.Masthead.Id, TextRemoval.Kicker.Id, "kicker-line", "issue-number", TextRemoval.BylineName.Id, "by-line", TextRemoval.RunningHead.Id];

    /// <summary>Strips the heads of pages that are still open.</summary>
    public static void Apply(Manuscript m)
    {
        var title = Enumerable.Range(0, m.Count).FirstOrDefault(i => m.RuleOf(i) == TextRemoval.Title.Id, 0);
        var first = Enumerable.Range(title, m.Count - title).FirstOrDefault(m.CountsAsProse, m.Count);
        var names = SaidIn(m, title, i => m.Forms[i].Words is > 0 and <= LongestName && m.RuleOf(i) is not "contents");
        var heads = SaidIn(m, first, i => m.RuleOf(i) is { } rule && HeadRules.Contains(rule)).Concat(names).ToList();
        names.AddRange(SaidIn(m, m.Count, i => m.RuleOf(i) == TextRemoval.RunningHead.Id));
        for (var i = first; i < m.Count; i++)
        {
            if (!m.IsOpen(i) || m.Blocks[i].Kind is not (BlockKind.Paragraph or BlockKind.Heading) || m.Forms[i].IsProse || m.Forms[i].Words is 0 or > LongestHead)
            {
                continue;
            }

            var words = Words(m, i);
            var said = Said(words);
            var isBeside = IsBesideHead(m, i);
            var isHead = said.Length == 0 ? isBeside
                : (HasPage(words) && heads.Exists(head => Repeats(said, head)))
                    || ((HasNumber(words) || IsBesidePage(m, i)) && names.Exists(said.SequenceEqual))
                    || (isBeside && (heads.Exists(head => Array.TrueForAll(said, head.Contains)) || names.Exists(said.SequenceEqual)));
            if (isHead)
            {
                m.Strip(i, TextRemoval.RunningHead, m.Blocks[i].Text);
                if (i > first && IsPageAlone(m, i - 1))
                {
                    m.Strip(i - 1, TextRemoval.RunningHead, m.Blocks[i - 1].Text);
                }
            }
        }
    }

    /// <summary>What the nearest such lines above a block say.</summary>
    private static List<string[]> SaidIn(Manuscript m, int end, Predicate<int> isHead) =>
        [.. Enumerable.Range(0, end).Reverse().Take(LinesAbove).Where(i => isHead(i)).Select(i => Said(Words(m, i))).Where(said => said.Length > 0)];

    /// <summary>A page's number at either end: not a year, which may end a heading as it ends the title.</summary>
    private static bool HasPage(string[] words) => Array.Exists([words[0], words[^1]], IsPage);

    private static bool HasNumber(string[] words) => Array.Exists(words, word => char.IsAsciiDigit(word[0]));

    private static bool IsPage(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= HighestPage;

    /// <summary>All that was said above, or its first words, two of them at least.</summary>
    private static bool Repeats(string[] said, string[] head) =>
        said.Length == head.Length ? said.SequenceEqual(head) : said.Length >= 2 && said.Length < head.Length && said.AsSpan().SequenceEqual(head.AsSpan(0, said.Length));

    /// <summary>Next to the head or foot of a page, where a date, a number or any words of the lines above the text may stand.</summary>
    private static bool IsBesideHead(Manuscript m, int i) =>
        (i > 0 && m.RuleOf(i - 1) == TextRemoval.RunningHead.Id) || (i + 1 < m.Count && m.RuleOf(i + 1) == TextRemoval.RunningHead.Id);

    /// <summary>Next to the number of a page on a line of its own.</summary>
    private static bool IsBesidePage(Manuscript m, int i) => IsPageAlone(m, i - 1) || IsPageAlone(m, i + 1);

    private static bool IsPageAlone(Manuscript m, int i) => i >= 0 && i < m.Count && m.IsOpen(i) && m.Forms[i].Words == 1 && IsPage(m.Forms[i].Key);

    /// <summary>The words of a line; the address of the publication's site beside its name is none.</summary>
    private static string[] Words(Manuscript m, int i)
    {
        var text = m.Blocks[i].Text;
        var key = text.StartsWith(Site, StringComparison.OrdinalIgnoreCase) && text.Contains(' ', StringComparison.Ordinal) ? PlainForm.Key(text[text.IndexOf(' ', StringComparison.Ordinal)..]) : m.Forms[i].Key;
        return key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a line says beside numbers and dates, without the marks behind names ("Doe1") and what joins them.</summary>
    private static string[] Said(string[] words) =>
        [.. words.Where(word => !char.IsAsciiDigit(word[0]) && !DateWords.Contains(word) && word is not "and").Select(word => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))];
}
