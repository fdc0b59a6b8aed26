using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// Finds a text that a program put into html as it stood: an essay in one <c>pre</c>, or line by line, as the converters of PDF files do. Its
/// elements tell nothing of its paragraphs; its lines do.
/// </summary>
internal static class TextInHtml
{
    /// <summary>Share of the letters that stand in the <c>pre</c> of such a page.</summary>
    private const double LeastPreserved = 0.8;

    /// <summary>Letters of the shortest text: less of it is an example of something.</summary>
    private const int ShortestText = 400;

    /// <summary>Share of small words in prose; code and tables typed in columns have fewer.</summary>
    private const float LeastStopWords = 0.2f;

    /// <summary>Fewer lines say nothing of the width at which a text was wrapped.</summary>
    private const int FewestLines = 12;

    /// <summary>No line of a wrapped text is longer, in characters; a page with one paragraph is told apart by it.</summary>
    private const int LongestLine = 132;

    /// <summary>The text of a page that is nothing but a text, or null.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isPage">False for a document, whose line breaks are looked at, too.</param>
    public static string? Of(HtmlPage page, bool isPage) =>
        IsPreserved(page) ? string.Join("\n\n", page.Blocks.Select(b => b.Text))
        : HasLinesAlone(page) ? Wrapped([.. page.Blocks.Select(b => b.Text)])
        : isPage ? null : Wrapped(LinesBetweenBreaks(page));

    private static bool IsPreserved(HtmlPage page)
    {
        var (letters, preserved) = (0, 0);
        for (var b = 0; b < page.Blocks.Count; b++)
        {
            letters += page.Blocks[b].Letters;
            preserved += page.Blocks[b].Kind == BlockKind.Code && page.Outline.StopShare[b] >= LeastStopWords ? page.Blocks[b].Letters : 0;
        }

        return preserved >= ShortestText && preserved > LeastPreserved * letters;
    }

    private static bool HasLinesAlone(HtmlPage page) => page.Blocks.Count >= FewestLines && page.Blocks.All(b => b.Text.Length <= LongestLine);

    private static string? Wrapped(IReadOnlyList<string> lines) =>
        lines.Count >= FewestLines && Paragraphs.AreWrapped([.. lines.Select((line, i) => TextLine.Of(line, i + 1))]) ? string.Join('\n', lines) : null;

    /// <summary>The lines of a document whose paragraphs are broken by hand; none where hardly any is.</summary>
    private static List<string> LinesBetweenBreaks(HtmlPage page)
    {
        var breaks = 0;
        for (var i = 0; i < page.Tree.Count; i++)
        {
            breaks += page.Tree[i].Tag == HtmlTag.Br ? 1 : 0;
        }

        if (breaks < FewestLines || breaks < page.Blocks.Count)
        {
            return [];
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        for (var i = 0; i < page.Tree.Count; i++)
        {
            if (page.Tree[i].Tag == HtmlTag.Text)
            {
                line.Append(page.Tree[i].Text);
            }
            else if (page.Tree[i].Tag.HoldsNoText())
            {
                i = page.Tree[i].End - 1;
            }
            else if (page.Tree[i].Tag == HtmlTag.Br || page.Tree[i].Tag.IsBlock())
            {
                End();
            }
        }

        End();
        return lines;

        // A blank line stays one: it divides paragraphs.
        void End()
        {
            var text = TextLine.Of(line.Replace('\n', ' ').Replace('\r', ' ').ToString(), 1).Text;
            if (text.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(text);
            }

            line.Clear();
        }
    }
}
