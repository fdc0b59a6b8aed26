using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;

namespace Digest.Core.Decoding.Html;

/// <summary>A parsed page with everything that is computed of it once.</summary>
internal sealed record HtmlPage(PageTree Tree, IReadOnlyList<PageBlock> Blocks, PageHead Head, PageOutline Outline, PageClues Clues)
{
    public static HtmlPage Parse(string html)
    {
        var tree = PageTree.Parse(html);
        var blocks = PageBlocks.Of(tree);
        var head = PageHead.Of(tree);
        var outline = new PageOutline(tree, blocks);
        var clues = PageClues.Of(
            outline,
            head.Meta("og:title", "twitter:title") ?? head.Title,
            head.Meta("description", "og:description", "twitter:description"),
            head.JsonLd.Article?.Body);
        return new HtmlPage(tree, blocks, head, outline, clues);
    }
}
