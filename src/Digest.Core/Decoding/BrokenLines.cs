using Digest.Core.Blocks;
using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding;

/// <summary>A line of a paragraph that its writer has broken by hand, or that is not broken at all.</summary>
/// <param name="Text">Its text; empty for a blank line.</param>
/// <param name="Spans">Links and emphasis.</param>
/// <param name="Points">Size of its smallest letters; 0 where none is stated.</param>
internal readonly record struct BrokenLine(string Text, IReadOnlyList<InlineSpan> Spans, float Points = 0);

/// <summary>
/// Tells of the breaks that a writer has set inside one paragraph (Shift and Enter in Word, <c>&lt;br&gt;</c> in Markdown) which
/// part paragraphs: text from a mail or a field of a form has nothing else between its paragraphs, and many a title has its
/// byline below it that way.
/// </summary>
internal static class BrokenLines
{
    /// <summary>Lines most of which begin inside a sentence are one paragraph: verse, or text that was cut at its margin.</summary>
    private const int MostInside = 3;

    private const int LongestTitle = 90;

    /// <summary>The paragraphs; where a blank line parts two of them an empty one stands between.</summary>
    public static IEnumerable<BrokenLine> Divide(IReadOnlyList<BrokenLine> lines)
    {
        if (lines.Count == 1)
        {
            return lines;
        }

        var numbered = lines.Select((line, i) => TextLine.Of(line.Text, i)).ToList();
        var paragraphs = Paragraphs.Of(numbered).Select(group => (First: group[0].Number, Last: group[^1].Number)).ToList();
        return Joined(lines, paragraphs);
    }

    /// <summary>All lines as one paragraph.</summary>
    public static BrokenLine Join(IReadOnlyList<BrokenLine> lines) => lines.Count == 1 ? lines[0] : Join(lines, 0, lines.Count - 1);

    private static IEnumerable<BrokenLine> Joined(IReadOnlyList<BrokenLine> lines, List<(int First, int Last)> paragraphs)
    {
        for (var i = 0; i < paragraphs.Count;)
        {
            var end = i + 1;
            while (end < paragraphs.Count && paragraphs[end].First == paragraphs[end - 1].Last + 1)
            {
                end++;
            }

            if (i > 0)
            {
                yield return new BrokenLine("", []);
            }

            var breaks = Enumerable.Range(i + 1, end - i - 1).ToList();
            var isOne = breaks.Count(b => GoesOn(b) || lines[paragraphs[b - 1].Last].Text[^1] is ',' or '-') * MostInside > breaks.Count;
            for (var from = i; from < end;)
            {
                var to = from + 1;
                while (to < end && (isOne || GoesOn(to)))
                {
                    to++;
                }

                yield return Join(lines, paragraphs[from].First, paragraphs[to - 1].Last);
                from = to;
            }

            i = end;
        }

        bool GoesOn(int i) => BrokenLines.GoesOn(lines[paragraphs[i - 1].Last].Text, lines[paragraphs[i].First].Text);
    }

    /// <summary>A sentence goes on: in a small letter that begins no address, or behind a line without an end that is too long for a title.</summary>
    private static bool GoesOn(string line, string next) =>
        (char.IsLower(next[0]) && !next.Contains('@', StringComparison.Ordinal) && !next.StartsWith("www.", StringComparison.Ordinal) && !next.StartsWith("http", StringComparison.Ordinal))
        || (line.Length > LongestTitle && char.IsLetter(line[^1]));

    private static BrokenLine Join(IReadOnlyList<BrokenLine> lines, int first, int last)
    {
        if (first == last)
        {
            return lines[first];
        }

        var text = new System.Text.StringBuilder();
        var spans = new List<InlineSpan>();
        var points = float.MaxValue;
        for (var i = first; i <= last; i++)
        {
            if (lines[i].Text.Length == 0)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(' ');
            }

            var start = text.Length;
            spans.AddRange(lines[i].Spans.Select(s => s with { Start = s.Start + start }));
            text.Append(lines[i].Text);
            points = Math.Min(points, lines[i].Points);
        }

        return new BrokenLine(text.ToString(), spans, text.Length == 0 ? 0 : points);
    }
}
