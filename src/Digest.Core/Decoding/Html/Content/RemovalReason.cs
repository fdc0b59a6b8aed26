using System.Globalization;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>Names the reason for which a block of a page is left out, with the element that gives it away.</summary>
internal sealed class RemovalReason(HtmlPage page, BlockModel model)
{
    private const int LongestName = 80;

    private static readonly (Hints Hints, StructuralRemoval Removal)[] ByElement =
    [
        (Hints.Hidden | Hints.NoScript | Hints.ScreenReader, StructuralRemoval.Hidden),
        (Hints.Dialog | Hints.Cookie, StructuralRemoval.Overlay),
        (Hints.Nav | Hints.NavName | Hints.Menu | Hints.Breadcrumb | Hints.Paging, StructuralRemoval.Navigation),
        (Hints.Comments, StructuralRemoval.Comments),
        (Hints.Share, StructuralRemoval.ShareBar),
        (Hints.Related, StructuralRemoval.Related),
        (Hints.Newsletter, StructuralRemoval.Newsletter),
        (Hints.Ad | Hints.Promo | Hints.Product, StructuralRemoval.Promotion),
        (Hints.Form | Hints.Search | Hints.Login | Hints.Button | Hints.Poll, StructuralRemoval.Form),
        (Hints.Author, StructuralRemoval.AuthorBox),
        (Hints.Meta, StructuralRemoval.Dateline),
        (Hints.Caption | Hints.Figure, StructuralRemoval.Caption),
        (Hints.Toc, StructuralRemoval.Contents),
        (Hints.Footer | Hints.FooterName, StructuralRemoval.Footer),
        (Hints.Header | Hints.HeaderName, StructuralRemoval.Header),
        (Hints.Aside | Hints.SidebarName, StructuralRemoval.Sidebar),
    ];

    /// <summary>What <see cref="Element"/> said of elements: many blocks are given away by the same one.</summary>
    private readonly Dictionary<int, string> _elements = [];

    /// <summary>The verdict on block <paramref name="b"/>, which the model left out.</summary>
    /// <param name="b">Index of the block.</param>
    /// <param name="probability">Probability the model gave it.</param>
    /// <param name="row">The numbers by which it judged.</param>
    public Verdict Of(int b, float probability, float[] row)
    {
        var outline = page.Outline;
        var block = page.Blocks[b];
        if (b == page.Clues.Headline)
        {
            return StructuralRemoval.Headline.Strip(Element(block.Container));
        }

        if (page.Clues.LikeDescription(b) > 0.8f)
        {
            return StructuralRemoval.Standfirst.Strip(Element(block.Container));
        }

        var all = outline.All(block.FirstNode);
        foreach (var (hints, byElement) in ByElement)
        {
            if ((all & hints) != Hints.None)
            {
                return byElement.Strip(Element(Nearest(block.FirstNode, hints)));
            }
        }

        if (block.LinkLetters * 3 > block.Letters * 2)
        {
            return StructuralRemoval.Links.Strip(string.Create(CultureInfo.InvariantCulture, $"{100.0 * block.LinkLetters / Math.Max(1, block.Letters):0} % of its letters are links"));
        }

        var root = outline.Roots.HalfOfProse;
        var isOutside = block.FirstNode < root || block.FirstNode >= page.Tree[root].End;
        var removal = isOutside ? StructuralRemoval.OutsideArticle : StructuralRemoval.UnlikeArticle;
        return (removal with { Why = model.Explain(removal.Why, probability, row) }).Strip(block.Text);
    }

    private int Nearest(int node, Hints hints)
    {
        while (node > 0 && (page.Outline.Own(node) & hints) == Hints.None)
        {
            node = page.Tree[node].Parent;
        }

        return node;
    }

    private string Element(int node)
    {
        if (!_elements.TryGetValue(node, out var element))
        {
            var name = page.Tree[node].Source.Name;
            var label = page.Tree.Attribute(node, "id") is { Length: > 0 } id ? "#" + id : page.Tree.Attribute(node, "class") is { Length: > 0 } css ? "." + css : "";
            element = name + string.Join('.', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            _elements[node] = element = element.Length <= LongestName ? element : element[..LongestName] + "…";
        }

        return element;
    }
}
