using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Text;
using Digest.Core.Essays;

namespace Digest.Core.Decoding;

/// <summary>
/// Reads a drop: decides its format by its bytes, decodes it, and gives its blocks in order. A pure function of bytes,
/// name and declared type; any bytes give a result within the limits, never an exception.
/// </summary>
public sealed class DocumentDecoder(DecodingOptions options)
{
    /// <summary>A decoder with the default limits.</summary>
    public DocumentDecoder()
        : this(new DecodingOptions())
    {
    }

    /// <summary>Reads <paramref name="drop"/>.</summary>
    public DecodeResult Decode(RawEssay drop)
    {
        ArgumentNullException.ThrowIfNull(drop);
        if (options.Refuse(drop.Bytes.Length) is { } tooLarge)
        {
            return new DecodeResult.Rejected(tooLarge);
        }

        var text = TextDecoder.Decode(drop.Bytes.Span, drop.ContentType);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new DecodeResult.Rejected(new Problem(ProblemCodes.Empty, "The file is empty. Drop it again with its text."));
        }

        return LooksLikeHtml(text) ? HtmlPageReader.Read(text, options) : new DecodeResult.Decoded(PlainTextReader.Read(text));
    }

    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<p>", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<div", StringComparison.OrdinalIgnoreCase);
    }
}
