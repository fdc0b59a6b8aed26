using System.Globalization;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Takes out what the pages of a print or a PDF leave in the text that is copied out of them: the line at the head or foot of every
/// page, which says the same with a page number that grows, and page numbers by themselves.
/// </summary>
internal static class RunningHeads
{
    /// <summary>Longest such line, in words, and the fewest beside the number: "Part 2" is a heading.</summary>
    private const int LongestHead = 12;

    private const int FewestWords = 2;

    /// <summary>Numbers by themselves are told by more of them than heads are: three sections may be numbered from two.</summary>
    private const int FewestHeads = 2;

    private const int FewestBareNumbers = 3;

    /// <summary>Most pages from one head to the next: a page may have none, or an advertisement.</summary>
    private const int MostPagesBetween = 3;

    private const int HighestPage = 9_999;

    /// <summary>Strips the heads of pages. A text is gone over once.</summary>
    public static void Apply(Manuscript m)
    {
        var heads = new Dictionary<string, List<(int Block, int Page)>>(StringComparer.Ordinal);
        for (var i = 0; i < m.Count; i++)
        {
            if (m.IsOpen(i) && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && m.Forms[i].Words is > 0 and <= LongestHead && !m.Forms[i].EndsAsSentence)
            {
                Collect(heads, i, m.Forms[i].Key.Split(' '));
            }
        }

        foreach (var (words, lines) in heads)
        {
            if (lines.Count >= (words.Length == 0 ? FewestBareNumbers : FewestHeads) && AreOfPages(m, lines))
            {
                lines.ForEach(line => m.Strip(line.Block, TextRemoval.RunningHead, m.Blocks[line.Block].Text));
            }
        }
    }

    /// <summary>The number stands outside, left of the words on one page and right of them on the next; where both ends are numbers, either may be the page's.</summary>
    private static void Collect(Dictionary<string, List<(int Block, int Page)>> heads, int block, string[] words)
    {
        foreach (var at in words.Length == 1 ? [0] : (ReadOnlySpan<int>)[0, words.Length - 1])
        {
            var others = words.Where((_, i) => i != at).Order(StringComparer.Ordinal).ToArray();
            if (int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and <= HighestPage
                && (others.Length == 0 || (others.Length >= FewestWords && Array.Exists(others, w => char.IsLetter(w[0])))))
            {
                var key = string.Join(' ', others);
                if (!heads.TryGetValue(key, out var lines))
                {
                    heads[key] = lines = [];
                }

                lines.Add((block, page));
            }
        }
    }

    /// <summary>Page after page with running text on each.</summary>
    private static bool AreOfPages(Manuscript m, List<(int Block, int Page)> lines) => lines.Zip(lines.Skip(1)).All(pair =>
        pair.Second.Page - pair.First.Page is > 0 and <= MostPagesBetween
        && Enumerable.Range(pair.First.Block, pair.Second.Block - pair.First.Block).Any(i => m.Forms[i].IsProse));
}
