using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;

namespace Digest.Core.Decoding.Html;

/// <summary>Reads a page of the web: its blocks, which of them are the article, and what the page declares.</summary>
internal static class HtmlPageReader
{
    public static DecodeResult Read(string html, DecodingOptions options)
    {
        if (HtmlLimits.Check(html, options) is { } problem)
        {
            return new DecodeResult.Rejected(problem);
        }

        var page = HtmlPage.Parse(html);
        var verdicts = ContentSelection.Judge(page, BlockModel.Shipped);
        var origins = new BlockOrigins(page.Tree);
        var blocks = new List<ClassifiedBlock>(verdicts.Length);
        foreach (var block in page.Blocks)
        {
            var ordinal = blocks.Count;
            blocks.Add(new ClassifiedBlock(
                new Block
                {
                    Ordinal = ordinal,
                    Kind = block.Kind,
                    Level = block.Level,
                    Ordered = block.Ordered,
                    Text = block.Text,
                    Spans = block.Spans,
                    Origin = origins.Of(block.Container),
                },
                verdicts[ordinal]));
        }

        var kept = Array.ConvertAll(verdicts, v => v is Verdict.Kept);
        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Html,
            Blocks = blocks,
            Metadata = PageMetadata.Of(page, kept),
        });
    }
}
