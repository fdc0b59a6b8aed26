using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Mime;
using Digest.Core.Decoding.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// Reads a file of another format that a document holds (<c>w:altChunk</c>): programs which make Word documents out of pages put
/// the page inside and leave the rest to Word, which takes it in when the document is opened and saved.
/// </summary>
internal static class EmbeddedFile
{
    /// <summary>Its blocks. A file that is not read makes the document one that can't be read: its text would be missing.</summary>
    public static IEnumerable<Block> Read(OpenXmlPart part, DecodingOptions options)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        return part.ContentType.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "text/plain" => PlainTextReader.Read(TextDecoder.Decode(bytes, part.ContentType)).Blocks.Select(b => b.Block),
            "text/html" or "application/xhtml+xml" => OfPage(Xhtml.WithEndTags(TextDecoder.Decode(bytes, "text/html")), options),
            "message/rfc822" or "multipart/related" or "application/x-mimearchive" when MimeEntity.OfFile(bytes) is { } archive && MimeText.Of(archive) is { } page => OfPage(page.Text, options),
            _ => throw new InvalidDataException($"A part of the type {part.ContentType} stands for text."),
        };
    }

    private static IEnumerable<Block> OfPage(string html, DecodingOptions options) =>
        HtmlLimits.Check(html, options) is null
            ? PageBlocks.OfFragment(html).Where(b => !b.IsStruck).Select(b => b.ToBlock(0, ""))
            : throw new TooComplexException();
}
