using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Digest.Core.Blocks;

namespace Digest.Core.Essays;

/// <summary>
/// The body of an essay as an HTML fragment. It is clean by construction: the elements written here are the only ones
/// there are, all text is encoded, and links go to http, https and mailto addresses alone.
/// </summary>
public static class BodyHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>Writes the blocks in their order.</summary>
    /// <param name="body">The kept blocks.</param>
    /// <param name="page">Address of the original, which links relative to it need; null where it is not known.</param>
    /// <param name="topLevel">Heading level that the highest heading of the body gets; 2 where the page's title is the h1.</param>
    public static string Write(IReadOnlyList<Block> body, Uri? page = null, int topLevel = 2)
    {
        ArgumentNullException.ThrowIfNull(body);
        var html = new StringBuilder(body.Sum(b => b.Text.Length) + (body.Count * 16));
        var highest = body.Where(b => b.Kind == BlockKind.Heading).Select(b => Math.Max(1, b.Level)).DefaultIfEmpty(1).Min();
        var numbers = ListNumbers.Of(body);
        var lists = new Stack<string>();
        for (var i = 0; i < body.Count; i++)
        {
            var block = body[i];
            if (block.Kind == BlockKind.ListItem && !block.Continues)
            {
                OpenItem(html, lists, block, numbers[i]);
                WriteInline(html, block, page);
                continue;
            }

            // A further paragraph stays in its item, unless the item itself was left out.
            var depth = ListNumbers.Depth(block);
            CloseLists(html, lists, block.Continues && lists.Count >= depth ? depth : 0);
            WriteBlock(html, block, body.ElementAtOrDefault(i - 1), body.ElementAtOrDefault(i + 1), page, topLevel - highest);
        }

        CloseLists(html, lists, 0);
        return html.ToString();
    }

    private static void WriteBlock(StringBuilder html, Block block, Block? before, Block? after, Uri? page, int shift)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                var tag = string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(Math.Max(1, block.Level) + shift, 1, 6)}");
                WriteElement(html, tag, block, page);
                break;
            case BlockKind.Quote:
                html.Append(before?.Kind == BlockKind.Quote ? "" : "<blockquote>\n");
                WriteElement(html, "p", block, page);
                html.Append(after?.Kind == BlockKind.Quote ? "" : "</blockquote>\n");
                break;
            case BlockKind.Code:
                html.Append("<pre><code>").Append(HtmlText.Encode(block.Text)).Append("</code></pre>\n");
                break;
            case BlockKind.TableRow:
                html.Append(before?.Kind == BlockKind.TableRow ? "" : "<table>\n").Append("<tr>");
                foreach (var cell in block.Text.Split('\t'))
                {
                    html.Append(block.IsHeader ? "<th>" : "<td>").Append(HtmlText.Encode(cell.Trim())).Append(block.IsHeader ? "</th>" : "</td>");
                }

                html.Append("</tr>\n").Append(after?.Kind == BlockKind.TableRow ? "" : "</table>\n");
                break;
            case BlockKind.Caption:
                html.Append("<p><small>");
                WriteInline(html, block, page);
                html.Append("</small></p>\n");
                break;
            default:
                WriteElement(html, "p", block, page);
                break;
        }
    }

    private static void WriteElement(StringBuilder html, string tag, Block block, Uri? page)
    {
        html.Append('<').Append(tag).Append('>');
        WriteInline(html, block, page);
        html.Append("</").Append(tag).Append(">\n");
    }

    /// <summary>Opens and closes lists until the item's depth and kind are reached, and begins the item.</summary>
    private static void OpenItem(StringBuilder html, Stack<string> lists, Block item, int? number)
    {
        var depth = ListNumbers.Depth(item);
        var tag = item.Ordered ? "ol" : "ul";
        CloseLists(html, lists, depth);
        if (lists.Count == depth)
        {
            if (lists.Peek() == tag)
            {
                html.Append("</li>\n<li").Append(Attribute("value", number)).Append('>');
                return;
            }

            CloseLists(html, lists, depth - 1);
        }

        while (lists.Count < depth)
        {
            lists.Push(tag);
            html.Append('<').Append(tag).Append(lists.Count == depth ? Attribute("start", number) : "").Append(">\n<li>");
        }
    }

    private static string Attribute(string name, int? number) => number is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}=\"{number}\"");

    private static void CloseLists(StringBuilder html, Stack<string> lists, int depth)
    {
        while (lists.Count > depth)
        {
            html.Append("</li>\n</").Append(lists.Pop()).Append(">\n");
        }
    }

    private static void WriteInline(StringBuilder html, Block block, Uri? page)
    {
        var text = block.Text;
        var open = new Stack<(int End, string Close)>();
        var at = 0;
        foreach (var span in block.Spans)
        {
            var end = span.Start + span.Length;
            if (span.Start < at || end > text.Length || span.Length <= 0 || (open.Count > 0 && span.Start < open.Peek().End && end > open.Peek().End))
            {
                continue;
            }

            CloseUpTo(span.Start);
            if (open.Count > 0 && end > open.Peek().End)
            {
                continue;
            }

            var (opening, closing) = Tags(span, page);
            if (opening.Length == 0 || (closing == "</a>" && open.Any(o => o.Close == closing)))
            {
                continue;
            }

            Append(span.Start);
            html.Append(opening);
            open.Push((end, closing));
        }

        CloseUpTo(text.Length);
        Append(text.Length);

        void CloseUpTo(int position)
        {
            while (open.Count > 0 && open.Peek().End <= position)
            {
                var (end, close) = open.Pop();
                Append(end);
                html.Append(close);
            }
        }

        void Append(int position)
        {
            if (position > at)
            {
                html.Append(HtmlText.Encode(text[at..position]));
                at = position;
            }
        }
    }

    private static (string Open, string Close) Tags(InlineSpan span, Uri? page) => span.Kind switch
    {
        InlineKind.Link when LinkTarget.Allow(span.Target, page) is { } address => ($"<a href=\"{Encoder.Encode(address)}\">", "</a>"),
        InlineKind.Emphasis => ("<em>", "</em>"),
        InlineKind.Strong => ("<strong>", "</strong>"),
        InlineKind.Code => ("<code>", "</code>"),
        InlineKind.Superscript => ("<sup>", "</sup>"),
        InlineKind.Subscript => ("<sub>", "</sub>"),
        _ => ("", ""),
    };
}
