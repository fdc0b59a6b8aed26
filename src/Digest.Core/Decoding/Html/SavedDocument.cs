using Digest.Core.Blocks;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// Tells a document that a word processor, an editor or a mail program saved as html from a page of a site. In a page the
/// elements tell the article from what stands around it. In a document there are next to none, so that it is read as a text
/// is: of 461 lines of boilerplate around essays laid out as plain paragraphs, reading them as a page's left 101.
/// </summary>
internal static class SavedDocument
{
    /// <summary>Share of the blocks that stand side by side in a document; a title may have a box of its own.</summary>
    private const double LeastTogether = 0.9;

    /// <summary>Steps from a block to the element in which its neighbours stand; in a document it takes a few.</summary>
    private const int MostSteps = 40;

    /// <summary>What programs that write documents put into <c>meta name=generator</c>.</summary>
    private static readonly string[] WordProcessors =
        ["Microsoft Word", "Microsoft OneNote", "LibreOffice", "OpenOffice", "Cocoa HTML Writer", "pandoc", "AbiWord", "Aspose.Words", "WPS Office", "TextEdit", "Pages"];

    /// <summary>Parts of a page, by the names of their classes and ids.</summary>
    private const Hints PartsOfPage = Hints.NavName | Hints.SidebarName | Hints.Menu | Hints.Breadcrumb | Hints.Paging | Hints.Search | Hints.Login | Hints.Cookie | Hints.Comments
        | Hints.Share | Hints.Related | Hints.Newsletter | Hints.Ad | Hints.Promo | Hints.Product | Hints.Author | Hints.Meta | Hints.Card | Hints.Widget | Hints.Carousel;

    private static readonly string[] TitleStyles = ["MsoTitle", "title"];

    private static readonly string[] DekStyles = ["MsoSubtitle", "subtitle"];

    /// <summary>True for a document.</summary>
    public static bool Is(HtmlPage page) =>
        (page.Head.Meta("generator") is { } generator && Array.Exists(WordProcessors, w => generator.StartsWith(w, StringComparison.OrdinalIgnoreCase)))
        || IsChapter(page) || ExportedComments.Any(page)
        || (!HasFrame(page) && StandsTogether(page));

    /// <summary>A file out of an electronic book (EPUB 3 content documents name its vocabulary at their root).</summary>
    private static bool IsChapter(HtmlPage page)
    {
        for (var i = 0; i < page.Tree.Count && page.Tree[i].Tag != HtmlTag.Body; i++)
        {
            if (page.Tree[i].Tag == HtmlTag.Html && page.Tree.Attribute(i, "xmlns:epub") is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a document declares: its dates are of the file, and what its program wrote by itself is not believed.</summary>
    public static DocumentMetadata Metadata(HtmlPage page)
    {
        var title = Styled(page, TitleStyles);
        var heading = page.Blocks.FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text;
        return new DocumentMetadata
        {
            Title = title ?? DocumentProperty.Title(page.Head.Title, page.Blocks.Select(b => b.Text)),
            Dek = Styled(page, DekStyles),
            Authors = [.. page.Head.Authors.SelectMany(a => AuthorNames.In(DocumentProperty.Believable(a))).Where(AuthorNames.LooksLikePerson).Select(name => new DeclaredAuthor(name, ["meta author"]))],
            AreAuthorsOfFile = true,
            Language = PageMetadata.Language(page),
            FirstHeading = title ?? heading,
        };
    }

    /// <summary>True when no empty paragraph, break or rule stands between a block and the one before.</summary>
    public static bool FollowsAtOnce(HtmlPage page, int block)
    {
        if (block == 0 || page.Blocks[block].Container == page.Blocks[block - 1].Container)
        {
            return false;
        }

        for (var i = page.Tree[page.Blocks[block - 1].Container].End; i < page.Blocks[block].FirstNode; i++)
        {
            var (start, end) = page.Outline.BlockRange(i);
            if (start == end && page.Tree[i].Tag is HtmlTag.P or HtmlTag.Div or HtmlTag.Br or HtmlTag.Hr)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a page of a site has and hardly a document: programs, what visitors press, the parts around an article, names of such parts.</summary>
    private static bool HasFrame(HtmlPage page)
    {
        if (page.Head.Canonical is not null || page.Head.Meta("og:title", "og:type", "og:site_name", "article:published_time", "citation_title", "citation_author") is not null)
        {
            return true;
        }

        for (var i = 0; i < page.Tree.Count; i++)
        {
            if (page.Tree[i].Tag is HtmlTag.Script or HtmlTag.NoScript or HtmlTag.Nav or HtmlTag.Header or HtmlTag.Footer or HtmlTag.Aside or HtmlTag.Main
                or HtmlTag.Form or HtmlTag.Button or HtmlTag.Input or HtmlTag.Iframe or HtmlTag.Svg
                || (page.Outline.Own(i) & PartsOfPage) != Hints.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsTogether(HtmlPage page)
    {
        var blocksIn = new Dictionary<int, int>();
        for (var b = 0; b < page.Blocks.Count; b++)
        {
            var home = HomeOf(page, page.Blocks[b].Container);
            blocksIn[home] = blocksIn.GetValueOrDefault(home) + 1;
        }

        return blocksIn.Count > 0 && blocksIn.Values.Max() >= LeastTogether * page.Blocks.Count;
    }

    /// <summary>The box in which a block stands beside others; one that holds nothing else is its paragraph.</summary>
    private static int HomeOf(HtmlPage page, int node)
    {
        for (var steps = 0; node > 0 && steps < MostSteps; steps++)
        {
            var (start, end) = page.Outline.BlockRange(node);
            if (end - start > 1 && page.Tree[node].Tag is HtmlTag.Body or HtmlTag.Div or HtmlTag.Section or HtmlTag.Article or HtmlTag.Td)
            {
                return node;
            }

            node = page.Tree[node].Parent;
        }

        return node;
    }

    private static string? Styled(HtmlPage page, string[] styles)
    {
        foreach (var block in page.Blocks)
        {
            if (page.Tree.ClassOf(block.Container) is { Length: > 0 } names && Array.Exists(names.Split(' '), n => styles.Contains(n, StringComparer.OrdinalIgnoreCase)))
            {
                return block.Text;
            }
        }

        return null;
    }
}
