using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Metadata;
using HtmlAgilityPack;

namespace Digest.Core.Decoding.Html;

/// <summary>Reads a page of the web.</summary>
internal static class HtmlPageReader
{
    public static DecodeResult Read(string html, DecodingOptions options)
    {
        _ = options;
        var document = new HtmlDocument { OptionReadEncoding = false };
        document.LoadHtml(html);
        var page = PageTree.From(document);
        var found = PageBlocks.Of(page);
        var blocks = new List<ClassifiedBlock>(found.Count);
        foreach (var block in found)
        {
            var verdict = Judge(page, block);
            blocks.Add(new ClassifiedBlock(
                new Block
                {
                    Ordinal = blocks.Count, Kind = block.Kind, Level = block.Level, Ordered = block.Ordered, Text = block.Text, Spans = block.Spans,
                    Origin = string.Create(CultureInfo.InvariantCulture, $"line {page[block.FirstNode].Source.Line}"),
                },
                verdict));
        }

        var heading = found.Find(b => b.Level == 1 && b.Kind == BlockKind.Heading)?.Text;
        var title = document.DocumentNode.SelectSingleNode("//title")?.InnerText.Trim();
        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Html,
            Blocks = blocks,
            Metadata = new DocumentMetadata { Title = heading ?? title, FirstHeading = heading },
        });
    }

    private static Verdict Judge(PageTree page, PageBlock block)
    {
        for (var i = block.FirstNode; i > 0; i = page[i].Parent)
        {
            switch (page[i].Tag)
            {
                case HtmlTag.Nav:
                    return StructuralRemoval.Navigation.Strip("nav");
                case HtmlTag.Form or HtmlTag.Button or HtmlTag.Select or HtmlTag.TextArea:
                    return StructuralRemoval.Form.Strip("form");
                case HtmlTag.Footer or HtmlTag.Aside:
                    return StructuralRemoval.OutsideArticle.Strip("footer");
            }
        }

        return Verdict.Keep;
    }
}
