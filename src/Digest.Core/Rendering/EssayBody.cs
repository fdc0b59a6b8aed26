using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Digest.Core.Blocks;

namespace Digest.Core.Rendering;

/// <summary>
/// The body of an essay as html. It is built from text blocks, so no markup of the source can reach a reader: all text
/// is encoded, the tags are this file's own, and links pass <see cref="LinkTarget"/>.
/// </summary>
public static class EssayBody
{
    private const int DeepestList = 6;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Html of the blocks in reading order, one block a line.</summary>
    /// <param name="blocks">The kept blocks.</param>
    /// <param name="page">Address of the original, for links relative to it; or null.</param>
    /// <param name="topHeading">Level the highest heading of the body gets: 2 below a title, 3 below a section.</param>
    public static string Render(IReadOnlyList<Block> blocks, Uri? page, int topHeading = 2)
    {
        var html = new StringBuilder();
        var highest = blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level).DefaultIfEmpty(1).Min();
        for (var i = 0; i < blocks.Count;)
        {
            var kind = blocks[i].Kind;
            var run = 1;
            while (kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Footnote or BlockKind.Quote
                && i + run < blocks.Count && blocks[i + run].Kind == kind)
            {
                run++;
            }

            var group = blocks.Skip(i).Take(run).ToList();
            switch (kind)
            {
                case BlockKind.Heading:
                    var level = Math.Clamp(group[0].Level - highest + topHeading, topHeading, 6);
                    html.Append($"<h{level}>").Append(Inline(group[0], page)).Append($"</h{level}>\n");
                    break;
                case BlockKind.ListItem:
                    AppendList(html, group, page);
                    break;
                case BlockKind.TableRow:
                    AppendTable(html, group);
                    break;
                case BlockKind.Quote:
                    html.Append("<blockquote>\n").AppendJoin(string.Empty, group.Select(b => $"<p>{Inline(b, page)}</p>\n")).Append("</blockquote>\n");
                    break;
                case BlockKind.Code:
                    html.Append("<pre><code>").Append(Encoder.Encode(group[0].Text)).Append("</code></pre>\n");
                    break;
                case BlockKind.Footnote:
                    html.Append("<hr>\n").AppendJoin(string.Empty, group.Select(b => $"<p><small>{Inline(b, page)}</small></p>\n"));
                    break;
                case BlockKind.Caption:
                    html.Append("<p><small>").Append(Inline(group[0], page)).Append("</small></p>\n");
                    break;
                default:
                    html.Append("<p>").Append(Inline(group[0], page)).Append("</p>\n");
                    break;
            }

            i += run;
        }

        return html.ToString();
    }

    private static void AppendList(StringBuilder html, List<Block> items, Uri? page)
    {
        var open = new Stack<string>();
        foreach (var item in items)
        {
            var depth = Math.Clamp(item.Level, 1, Math.Min(open.Count + 1, DeepestList));
            var tag = item.Ordered ? "ol" : "ul";
            while (open.Count > depth)
            {
                html.Append("</li>\n</").Append(open.Pop()).Append('>');
            }

            if (open.Count == depth)
            {
                html.Append("</li>\n");
                if (open.Peek() != tag)
                {
                    html.Append("</").Append(open.Pop()).Append(">\n");
                }
            }

            if (open.Count < depth)
            {
                html.Append('<').Append(tag).Append(">\n");
                open.Push(tag);
            }

            html.Append("<li>").Append(Inline(item, page));
        }

        while (open.TryPop(out var tag))
        {
            html.Append("</li>\n</").Append(tag).Append('>');
        }

        html.Append('\n');
    }

    private static void AppendTable(StringBuilder html, List<Block> rows)
    {
        html.Append("<table>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin(string.Empty, row.Text.Split('\t').Select(cell => $"<td>{Encoder.Encode(cell)}</td>")).Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Inline(Block block, Uri? page)
    {
        var html = new StringBuilder();
        var open = new Stack<(int End, string Tag)>();
        var at = 0;
        foreach (var span in block.Spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            var end = span.Start + span.Length;
            if (span.Start < 0 || span.Length <= 0 || end > block.Text.Length || span.Start < at)
            {
                continue;
            }

            Close(span.Start);
            var linked = span.Kind == InlineKind.Link;
            var address = linked ? LinkTarget.Allow(span.Target, page) : null;
            // Spans nest by contract; one that crosses another is left out rather than making crossed tags.
            if ((open.TryPeek(out var outer) && end > outer.End) || (linked && (address is null || open.Any(o => o.Tag == "a"))))
            {
                continue;
            }

            Write(span.Start);
            var tag = Tag(span.Kind);
            html.Append('<').Append(tag);
            if (address is not null)
            {
                html.Append(" href=\"").Append(Encoder.Encode(address)).Append('"');
            }

            html.Append('>');
            open.Push((end, tag));
        }

        Close(int.MaxValue);
        Write(block.Text.Length);
        return html.ToString();

        void Close(int before)
        {
            while (open.TryPeek(out var span) && span.End <= before)
            {
                Write(span.End);
                html.Append("</").Append(span.Tag).Append('>');
                open.Pop();
            }
        }

        void Write(int until)
        {
            html.Append(Encoder.Encode(block.Text[at..until]));
            at = until;
        }
    }

    private static string Tag(InlineKind kind) => kind switch
    {
        InlineKind.Link => "a",
        InlineKind.Emphasis => "em",
        InlineKind.Strong => "strong",
        InlineKind.Code => "code",
        InlineKind.Superscript => "sup",
        InlineKind.Subscript => "sub",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No tag is known for this kind of span."),
    };
}
