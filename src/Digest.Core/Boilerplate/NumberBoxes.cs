using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Boxes of numbers that pages set between the paragraphs: a number by itself on a line, what is counted on the next, and the
/// same again ("13 million", "people covered by such plans"), or both on one line under "By the numbers". The text under them tells these numbers in sentences.
/// </summary>
internal static class NumberBoxes
{
    /// <summary>One number over one line may be the heading of a section ("1979").</summary>
    private const int FewestPairs = 2;

    private const int LongestNumber = 3;
    private const int LongestExplanation = 14;
    private const int LongestTitle = 6;

    private static readonly string[] Magnitudes = ["thousand", "million", "billion", "trillion", "m", "bn", "tn", "k", "percent", "per", "cent", "in", "out", "of", "to", "x", "hours", "days", "years", "km", "kg", "tonnes"];

    /// <summary>Strips every such box with the short line above it.</summary>
    public static void Apply(Manuscript m)
    {
        var i = 0;
        while (i < m.Count)
        {
            var end = i;
            while (IsPair(m, end))
            {
                end += 2;
            }

            if (end == i && IsTitleOfNumbers(m, i - 1))
            {
                while (IsEntry(m, end))
                {
                    end++;
                }
            }

            if (end - i < 2 * FewestPairs && !(end - i >= FewestPairs && IsTitleOfNumbers(m, i - 1)))
            {
                i++;
                continue;
            }

            var first = IsTitle(m, i - 1) ? i - 1 : i;
            for (var j = first; j < end; j++)
            {
                m.Strip(j, TextRemoval.NumberBox, m.Blocks[i].Text);
            }

            i = end;
        }
    }

    private static bool IsPair(Manuscript m, int i) =>
        i + 1 < m.Count && IsNumber(m, i) && IsLine(m, i + 1, LongestExplanation) && !IsNumber(m, i + 1) && char.IsLetter(m.Forms[i + 1].Core[0]);

    /// <summary>Digits first or behind a sign, then nothing but words of magnitude; a year by itself heads an entry of a chronicle.</summary>
    private static bool IsNumber(Manuscript m, int i)
    {
        if (!IsLine(m, i, LongestNumber))
        {
            return false;
        }

        var words = m.Forms[i].Key.Split(' ');
        return char.IsAsciiDigit(words[0][0]) && Array.TrueForAll(words, word => char.IsAsciiDigit(word[0]) || Magnitudes.Contains(word)) && words is not [{ Length: 4 }];
    }

    /// <summary>"By the numbers", "In figures"</summary>
    private static bool IsTitleOfNumbers(Manuscript m, int i) =>
        IsTitle(m, i) && (m.Forms[i].Key.EndsWith("numbers", StringComparison.Ordinal) || m.Forms[i].Key.EndsWith("figures", StringComparison.Ordinal));

    /// <summary>"214,000 specimens" right below the line before it.</summary>
    private static bool IsEntry(Manuscript m, int i) =>
        i < m.Count && IsLine(m, i, LongestExplanation) && m.Blocks[i].FollowsAtOnce && char.IsAsciiDigit(m.Forms[i].Core[0]);

    private static bool IsTitle(Manuscript m, int i) =>
        i >= 0 && IsLine(m, i, LongestTitle) && !m.Forms[i].Core.ContainsAnyInRange('0', '9') && (i + 1 >= m.Count || m.Blocks[i + 1].FollowsAtOnce || m.Forms[i].Key.Contains("number", StringComparison.Ordinal));

    private static bool IsLine(Manuscript m, int i, int longest) =>
        m.IsOpen(i) && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && m.Forms[i].Words > 0 && m.Forms[i].Words <= longest && !m.Forms[i].EndsAsSentence;
}
