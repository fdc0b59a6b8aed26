using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>What the elements around a text make of it.</summary>
internal record struct BlockFrame
{
    /// <summary>The innermost element.</summary>
    public int Node;

    /// <summary>The innermost element that stands on lines of its own.</summary>
    public int Container;

    public BlockKind Kind;
    public int Level;
    public int ListDepth;

    /// <summary>The innermost item of a list; 0 for none.</summary>
    public int Item;
    public bool Ordered;

    /// <summary>White space means something.</summary>
    public bool Preserve;

    /// <summary>Inside a row of data, whose cells are one block.</summary>
    public bool InRow;

    /// <summary>The row has heading cells alone.</summary>
    public bool IsHeader;

    /// <summary>The element opened a span of the text.</summary>
    public bool Inline;

    /// <summary>The frame inside an element that stands on lines of its own.</summary>
    /// <param name="page">The page.</param>
    /// <param name="node">The element.</param>
    /// <param name="tables">Rows of tables that hold data.</param>
    public readonly BlockFrame Inside(PageTree page, int node, HashSet<int> tables)
    {
        var tag = page[node].Tag;
        var frame = this with { Node = node, Container = node, Inline = false };
        return tag switch
        {
            >= HtmlTag.H1 and <= HtmlTag.H6 => frame with { Kind = BlockKind.Heading, Level = tag.HeadingLevel() },
            HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Menu => frame with { ListDepth = ListDepth + 1, Ordered = tag == HtmlTag.Ol },
            HtmlTag.Li => frame with { Kind = BlockKind.ListItem, ListDepth = Math.Max(1, ListDepth), Level = Math.Max(1, ListDepth), Item = node },
            HtmlTag.Blockquote => frame with { Kind = BlockKind.Quote, Level = 0 },
            HtmlTag.Pre => frame with { Kind = BlockKind.Code, Level = 0, Preserve = true },
            HtmlTag.FigCaption or HtmlTag.Caption => frame with { Kind = BlockKind.Caption, Level = 0 },
            HtmlTag.Tr when tables.Contains(node) => frame with { Kind = BlockKind.TableRow, Level = 0, InRow = true, IsHeader = HasHeadingsAlone(page, node) },
            _ => frame,
        };
    }

    private static bool HasHeadingsAlone(PageTree page, int row)
    {
        var headings = 0;
        for (var i = row + 1; i < page[row].End; i++)
        {
            if (page[i].Tag == HtmlTag.Td)
            {
                return false;
            }

            headings += page[i].Tag == HtmlTag.Th ? 1 : 0;
        }

        return headings > 0;
    }
}
