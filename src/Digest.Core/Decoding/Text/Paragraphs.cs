using System.Collections.Frozen;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Joins lines to paragraphs. Blank lines divide. Within a run of lines without blanks every line is a paragraph, unless the
/// text is hard-wrapped: then a line goes on in the next one when the next one's first word would not have fitted.
/// </summary>
internal static class Paragraphs
{
    /// <summary>Lines of hard-wrapped text are at least this wide (narrow columns of mail) …</summary>
    private const int NarrowestWrap = 45;

    /// <summary>… and at most this: beyond it, lines are whole paragraphs.</summary>
    public const int WidestWrap = 132;

    /// <summary>A line this near to the widest one counts as full.</summary>
    private const int Ragged = 18;

    /// <summary>So near to it, a line inside a sentence goes on in the next whatever that begins with: words that belong together ("Rs 1.4 crore") are not parted.</summary>
    private const int RaggedInSentence = 8;

    /// <summary>Most lines that are wider than a text is wrapped at, in percent of all.</summary>
    private const int BeyondPercent = 10;

    /// <summary>Most lines that reach further than the others of a wrapped text, in percent of all.</summary>
    private const int OutliersPercent = 5;

    /// <summary>By how much a line of the text may be wider than the others.</summary>
    private const int Tolerance = 3;

    /// <summary>What stands before the name in a line that names the authors.</summary>
    private static readonly string[] BeforeAuthors = ["By", "BY", "by", "By:", "Dr", "Dr.", "Prof", "Prof.", "Professor"];

    /// <summary>Words that no sentence, title or name ends with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLast = FrozenSet.Create(StringComparer.Ordinal,
        "a", "an", "the", "of", "in", "at", "by", "for", "from", "with", "to", "and", "or", "as", "into", "than", "that", "whose", "his", "her", "its", "their", "our", "my").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the lines of a text that was wrapped at some width.</summary>
    public static bool AreWrapped(IReadOnlyList<TextLine> lines) => WrapWidth(lines) > 0;

    public static IEnumerable<IReadOnlyList<TextLine>> Of(IReadOnlyList<TextLine> lines)
    {
        var width = WrapWidth(lines);
        var paragraph = new List<TextLine>();
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && (line.IsBlank || !GoesOn(paragraph, line, width)))
            {
                yield return paragraph;
                paragraph = [];
            }

            if (!line.IsBlank)
            {
                paragraph.Add(line);
            }
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }

    /// <summary>
    /// The width a text is wrapped at, or 0 for text that is not. Pages of a print have some lines beyond it: notices at the foot. Heads with a gap reach as far as
    /// the printer liked.
    /// </summary>
    private static int WrapWidth(IReadOnlyList<TextLine> lines)
    {
        var widths = lines.Where(line => !line.IsBlank && !line.HasGap).Select(line => line.Width).Order().ToList();
        if (widths.Count == 0 || widths[^1] is < NarrowestWrap or > WidestWrap)
        {
            return 0;
        }

        var usual = widths[(widths.Count - 1) * (100 - BeyondPercent) / 100];
        return IsWrappedAt(widths[^1], lines, leastInside: 25) ? WithoutOutliers(widths) : usual >= NarrowestWrap && IsWrappedAt(usual, lines, leastInside: 50) ? usual : 0;
    }

    /// <summary>The widest line but for a few that reach further than all others: an address of mail or of the net does not break.</summary>
    private static int WithoutOutliers(List<int> widths)
    {
        var most = widths.Count * OutliersPercent / 100;
        var above = Enumerable.Range(1, most).LastOrDefault(n => widths[^n] - widths[^(n + 1)] > Tolerance);
        return widths[^(above + 1)];
    }

    /// <summary>No line is wider than a terminal, and of the lines that have a line after them, most are nearly as wide as the widest or end mid-sentence.</summary>
    /// <param name="width">The width.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="leastInside">Lines that go on in lower case, in percent of those that have one after them: a menu above many short paragraphs has few.</param>
    private static bool IsWrappedAt(int width, IReadOnlyList<TextLine> lines, int leastInside)
    {
        int followed = 0, full = 0, broken = 0, inside = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank)
            {
                continue;
            }

            followed++;
            var isFull = lines[i].Width >= width - Ragged;
            full += isFull ? 1 : 0;
            broken += isFull && lines[i].Text[^1] is not ('.' or '!' or '?' or ':' or '"' or '”') ? 1 : 0;
            inside += char.IsLower(lines[i + 1].Text[0]) ? 1 : 0;
        }

        return followed >= 2 && full * 2 > followed && broken * 2 > full && inside * 100 > followed * leastInside;
    }

    private static bool GoesOn(List<TextLine> paragraph, TextLine next, int width)
    {
        var line = paragraph[^1];
        if (width == 0 || next.Indent > line.Indent + 1 || ListMarker.Of(next.Text).Length > 0 || (paragraph.Count == 1 && NamesAuthors(next.Text)))
        {
            return false;
        }

        if (IsOfPage(line, width) || IsOfPage(next, width))
        {
            // Notes are printed a little wider now and then: such a line goes on where its sentence does.
            var isNote = line.Width <= width + RaggedInSentence && !line.HasGap && (char.IsLower(line.Text[^1]) || line.Text[^1] == ',');
            return IsBeyond(line, width) && (isNote || IsBeyond(next, width)) && !next.HasGap;
        }

        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var firstWord = space < 0 ? next.Text.Length : space;

        // Ragged lines may leave a little more room than the next word needs.
        return line.Width + 1 + firstWord > width - 3 || (char.IsLower(next.Text[0]) && line.Width >= width - Ragged)
            || (paragraph.Count > 1 && line.Width >= width - RaggedInSentence && (char.IsLower(line.Text[^1]) || line.Text[^1] == ','))
            || (line.Width >= width - Ragged && NeverLast.Contains(line.Text.AsSpan(line.Text.LastIndexOf(' ') + 1)));
    }

    /// <summary>"Dr Jane Doe and John Smith", right under a title that is as wide as the text.</summary>
    private static bool NamesAuthors(string line)
    {
        var words = line.Split(' ');
        return words.Length > 2 && BeforeAuthors.Contains(words[0]) && Array.TrueForAll(words[1..], word => (word.Length > 0 && char.IsUpper(word[0])) || word is "and" or "&") && line[^1] is not ('.' or ',' or ';');
    }

    /// <summary>A line that stands outside the column: the foot or the head of a page.</summary>
    private static bool IsOfPage(TextLine line, int width) => IsBeyond(line, width) || line.HasGap;

    private static bool IsBeyond(TextLine line, int width) => line.Width > width + Tolerance;
}
