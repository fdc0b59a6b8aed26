namespace Digest.Core.Decoding.Html;

/// <summary>
/// Pieces of html as the editors of weblogs keep them: no element for a paragraph, blank lines between the paragraphs instead, of which the program makes elements when
/// it shows the piece.
/// </summary>
internal static class BlankLines
{
    /// <summary>A text of fewer characters is the white space between two elements, or a word.</summary>
    private const int ShortestText = 40;

    /// <summary>True for a piece of a page, without a body and without paragraphs, whose texts have blank lines inside.</summary>
    public static bool Divide(PageTree page)
    {
        var divide = false;
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Tag is HtmlTag.P or HtmlTag.Body)
            {
                return false;
            }

            divide = divide || (page[i].Text is { Length: >= ShortestText } text && Next(text, 0).At >= 0);
        }

        return divide;
    }

    /// <summary>The first blank line at or after a place: where the white space around it begins and ends; -1 if there is none.</summary>
    public static (int At, int End) Next(string text, int from)
    {
        for (var at = text.IndexOf('\n', from); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && text[end] != '\n' && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end < text.Length && text[end] == '\n')
            {
                return (at, end + 1);
            }
        }

        return (-1, -1);
    }
}
