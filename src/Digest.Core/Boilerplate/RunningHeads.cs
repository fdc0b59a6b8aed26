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

    private const int LinesOfMasthead = 8;

    /// <summary>"The winter of 2020", "The winter of 2021": such numbers are years.</summary>
    private const int FirstYear = 1_500;

    private const int LastYear = 2_100;

    /// <summary>Strips the heads of pages. A text is gone over once.</summary>
    public static void Apply(Manuscript m)
    {
        var heads = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
        var paragraphs = 0;
        for (var i = 0; i < m.Count; i++)
        {
            paragraphs += m.Forms[i].IsProse ? 1 : 0;
            if ((m.IsOpen(i) || m.RuleOf(i) == TextRemoval.RunningHead.Id) && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && m.Forms[i].Words is > 0 and <= LongestHead && !m.Forms[i].EndsAsSentence)
            {
                Collect(heads, i, paragraphs, m.Forms[i].Key.Split(' '));
            }
        }

        foreach (var (words, lines) in heads)
        {
            if ((lines.Count >= (words.Length == 0 ? FewestBareNumbers : FewestHeads) && AreOfPages(lines, mayBeginWithOne: words.Length > 0 && IsMasthead(m, words))) || (words.Length == 0 && AreFeetOfAll(lines, paragraphs)))
            {
                lines.ForEach(line => m.Strip(line.Block, TextRemoval.RunningHead, m.Blocks[line.Block].Text));
            }
        }
    }

    /// <summary>The number stands outside, left of the words on one page and right of them on the next; where both ends are numbers, either may be the page's.</summary>
    private static void Collect(Dictionary<string, List<Line>> heads, int block, int paragraphs, string[] words)
    {
        foreach (var at in words.Length == 1 ? [0] : (ReadOnlySpan<int>)[0, words.Length - 1])
        {
            var others = words.Where((_, i) => i != at).Order(StringComparer.Ordinal).ToArray();
            if (int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= HighestPage and not (>= FirstYear and <= LastYear)
                && (others.Length == 0 || (others.Length >= FewestWords && Array.Exists(others, w => char.IsLetter(w[0])))))
            {
                var key = string.Join(' ', others);
                if (!heads.TryGetValue(key, out var lines))
                {
                    heads[key] = lines = [];
                }

                lines.Add(new Line(block, page, paragraphs));
            }
        }
    }

    /// <summary>The first lines hold the same words without a number: the name of the series or the institute.</summary>
    private static bool IsMasthead(Manuscript m, string words) =>
        Enumerable.Range(0, Math.Min(m.Count, LinesOfMasthead)).Any(i => string.Join(' ', m.Forms[i].Key.Split(' ').Order(StringComparer.Ordinal)) == words);

    /// <summary>Page after page with running text on each. From one on, headings are numbered ("Lesson No. 1"), unless they are the masthead's words.</summary>
    private static bool AreOfPages(List<Line> lines, bool mayBeginWithOne) => (mayBeginWithOne || lines[0].Page > 1) && lines.Zip(lines.Skip(1)).All(pair =>
        pair.Second.Page - pair.First.Page is > 0 and <= MostPagesBetween && pair.Second.Paragraphs > pair.First.Paragraphs);

    /// <summary>Every page from the first to the last has its number below its text; a number that heads a section has text below it.</summary>
    private static bool AreFeetOfAll(List<Line> lines, int paragraphs) =>
        lines[^1].Paragraphs == paragraphs && lines.Select((line, i) => line.Page == i + 1 && line.Paragraphs > (i == 0 ? 0 : lines[i - 1].Paragraphs)).All(isNext => isNext);

    /// <summary>A line that may be the head of a page, with the paragraphs of running text above it.</summary>
    private sealed record Line(int Block, int Page, int Paragraphs);
}
