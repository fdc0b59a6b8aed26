using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Labels;
using Digest.Core.Decoding.Markdown;
using Digest.Core.Decoding.Mime;
using Digest.Core.Decoding.Text;
using Digest.Core.Decoding.Word;
using Digest.Core.Essays;

namespace Digest.Core.Decoding;

/// <summary>
/// Reads a drop: decides its format by its bytes, decodes it, and gives its blocks in order. A pure function of bytes,
/// name and declared type; any bytes give a result within the limits, never an exception. Nothing is fetched.
/// </summary>
public sealed class DocumentDecoder(DecodingOptions options)
{
    /// <summary>A decoder with the default limits.</summary>
    public DocumentDecoder()
        : this(new DecodingOptions())
    {
    }

    /// <summary>Reads <paramref name="drop"/>.</summary>
    public DecodeResult Decode(RawEssay drop) => Read(drop) is var result && result is DecodeResult.Decoded { Document: { IsPage: false } document }
        ? new DecodeResult.Decoded(LabelledHead.Read(document))
        : result;

    private DecodeResult Read(RawEssay drop)
    {
        ArgumentNullException.ThrowIfNull(drop);
        var bytes = drop.Bytes.Span;
        if (options.Refuse(bytes.Length) is { } tooLarge)
        {
            return new DecodeResult.Rejected(tooLarge);
        }

        if (ForeignFormats.OfFile(bytes, drop.Name) is { } problem)
        {
            return new DecodeResult.Rejected(problem);
        }

        if (FormatSniffer.IsZip(bytes))
        {
            return WordReader.Read(drop.Bytes, options);
        }

        return MimeEntity.OfFile(drop.Bytes) is { } mail
            ? MailReader.Read(mail, (text, mediaType) => ReadText(text, "", mediaType))
            : ReadText(TextDecoder.Decode(bytes, drop.ContentType), drop.Name, drop.ContentType);
    }

    private DecodeResult ReadText(string text, string name, string? contentType)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Rejected(ProblemCodes.Empty, "The file is empty. Drop it again with its text.");
        }

        if (TextDecoder.IsNoText(text))
        {
            return Rejected(ProblemCodes.NotText, "The file's bytes are no text. Save the essay as .docx, .html, .md or .txt and drop it again.");
        }

        if (ForeignFormats.OfText(text) is { } problem)
        {
            return new DecodeResult.Rejected(problem);
        }

        return FormatSniffer.OfText(text, name, contentType) switch
        {
            SourceFormat.Html => HtmlPageReader.Read(text, options),
            SourceFormat.Markdown => MarkdownReader.Read(text, options),
            _ => new DecodeResult.Decoded(PlainTextReader.Read(text)),
        };
    }

    private static DecodeResult.Rejected Rejected(string code, string message) => new(new Problem(code, message));
}
