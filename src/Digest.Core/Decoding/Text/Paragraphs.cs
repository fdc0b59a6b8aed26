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
    private const int WidestWrap = 132;

    /// <summary>A line this near to the widest one counts as full.</summary>
    private const int Ragged = 18;

    public static IEnumerable<IReadOnlyList<TextLine>> Of(IReadOnlyList<TextLine> lines)
    {
        var width = WrapWidth(lines);
        var paragraph = new List<TextLine>();
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && (line.IsBlank || !GoesOn(paragraph[^1], line, width)))
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
    /// The width a text is wrapped at, or 0 for text that is not: no line is wider than a terminal, and of the lines that
    /// have a line after them, most are nearly as wide as the widest or end mid-sentence.
    /// </summary>
    private static int WrapWidth(IReadOnlyList<TextLine> lines)
    {
        int widest = 0, followed = 0, full = 0, broken = 0, inside = 0;
        foreach (var line in lines)
        {
            widest = Math.Max(widest, line.Width);
        }

        if (widest is < NarrowestWrap or > WidestWrap)
        {
            return 0;
        }

        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank)
            {
                continue;
            }

            followed++;
            var isFull = lines[i].Width >= widest - Ragged;
            full += isFull ? 1 : 0;
            broken += isFull && lines[i].Text[^1] is not ('.' or '!' or '?' or ':' or '"' or '”') ? 1 : 0;
            inside += char.IsLower(lines[i + 1].Text[0]) ? 1 : 0;
        }

        return followed >= 2 && full * 2 > followed && broken * 2 > full && inside * 4 > followed ? widest : 0;
    }

    private static bool GoesOn(TextLine line, TextLine next, int width)
    {
        if (width == 0 || next.Indent > line.Indent + 1 || ListMarker.Of(next.Text).Length > 0)
        {
            return false;
        }

        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var firstWord = space < 0 ? next.Text.Length : space;

        // Ragged lines may leave a little more room than the next word needs.
        return line.Width + 1 + firstWord > width - 3 || (char.IsLower(next.Text[0]) && line.Width >= width - Ragged);
    }
}
