using System.Text;
using Digest.Core.Decoding.Html;

namespace Digest.Core.Decoding.Text;

/// <summary>A line of plain text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">White space folded, NFC; empty for a blank line.</param>
/// <param name="Indent">White space before the first character, a tab counting as four.</param>
/// <param name="Width">Characters up to the last visible one, indent included.</param>
/// <param name="HasGap">True when words stand apart from the others as columns and page numbers do, by a tab or four blanks.</param>
/// <param name="IsRow">True when they stand in three groups or more that two blanks part, each with a capital letter or a digit first; in "T H E  F E R R Y  M A N" it is letters that stand apart.</param>
/// <param name="IsDivided">True when it ends inside a word, with a soft hyphen.</param>
internal sealed record TextLine(int Number, string Text, int Indent, int Width, bool HasGap = false, bool IsRow = false, bool IsDivided = false)
{
    private const int TabWidth = 4;
    private const int Gap = 4;
    private const int GapOfRow = 2;
    private const int FewestOfRow = 3;

    public bool IsBlank => Text.Length == 0;

    public static TextLine Of(ReadOnlySpan<char> line, int number)
    {
        var indent = 0;
        var start = 0;
        while (start < line.Length && char.IsWhiteSpace(line[start]))
        {
            indent += line[start++] == '\t' ? TabWidth : 1;
        }

        var folded = new StringBuilder(line.Length);
        var (blanks, widestGap, groups, areEntries) = (GapOfRow, 0, 0, true);
        foreach (var c in line[start..])
        {
            if (!char.IsWhiteSpace(c))
            {
                widestGap = Math.Max(widestGap, folded.Length > 0 ? blanks : 0);
                groups += blanks >= GapOfRow ? 1 : 0;
                areEntries &= blanks < GapOfRow || ((char.IsUpper(c) || char.IsAsciiDigit(c)) && (folded.Length < 2 || folded[^2] is not ('.' or '!' or '?' or ':')));
            }

            blanks = char.IsWhiteSpace(c) ? blanks + (c == '\t' ? TabWidth : 1) : 0;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!char.IsControl(c) && c is not ('\uFEFF' or '\u200B' or '\u00AD'))
            {
                folded.Append(c);
            }
        }

        var text = folded.ToString().TrimEnd();
        var shown = line[start..].TrimEnd();
        return new TextLine(
            number, InlineNormalization.Normalize(text), indent, indent + shown.Length, widestGap >= Gap, groups >= FewestOfRow && areEntries && text is [_, not ' ', ..], shown is [.., '\u00AD']);
    }
}
