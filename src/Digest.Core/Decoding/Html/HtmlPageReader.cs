using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding.Html;

/// <summary>Reads a page of the web, or a document saved as one: its blocks, which of them are the article, and what it declares.</summary>
internal static class HtmlPageReader
{
    public static DecodeResult Read(string html, DecodingOptions options)
    {
        html = Xhtml.WithEndTags(html);
        if (HtmlLimits.Check(html, options) is { } problem)
        {
            return new DecodeResult.Rejected(problem);
        }

        var page = HtmlPage.Parse(html);
        var isPage = !SavedDocument.Is(page);
        if (TextInHtml.Of(page, isPage) is { } text)
        {
            var metadata = isPage ? PageMetadata.Of(page, [.. page.Blocks.Select(_ => true)]) : SavedDocument.Metadata(page);
            return new DecodeResult.Decoded(PlainTextReader.Read(text) with { Format = SourceFormat.Html, Metadata = metadata });
        }

        var verdicts = ContentSelection.Judge(page, isPage, BlockModel.Shipped);
        if (!isPage)
        {
            ExportedComments.Strip(page, verdicts);
        }

        for (var b = 0; b < verdicts.Length; b++)
        {
            verdicts[b] = page.Blocks[b].IsStruck ? StructuralRemoval.Struck.Strip(page.Blocks[b].Text) : verdicts[b];
        }

        var origins = new BlockOrigins(page.Tree);
        var blocks = new List<ClassifiedBlock>(verdicts.Length);
        foreach (var found in page.Blocks)
        {
            var block = found.ToBlock(blocks.Count, origins.Of(found.Container)) with
            {
                FollowsAtOnce = !isPage && SavedDocument.FollowsAtOnce(page, blocks.Count),
            };
            blocks.Add(new ClassifiedBlock(isPage ? block : TypedBullet.Read(block), verdicts[blocks.Count]));
        }

        if (!isPage)
        {
            LargePrint.MarkTitle(blocks, PrintSize.OfFirst(page, LargePrint.BlocksLookedAt));
        }

        var kept = Array.ConvertAll(verdicts, v => v is Verdict.Kept);
        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Html,
            IsPage = isPage,
            Blocks = blocks,
            Metadata = isPage ? PageMetadata.Of(page, kept) : SavedDocument.Metadata(page),
        });
    }
}
