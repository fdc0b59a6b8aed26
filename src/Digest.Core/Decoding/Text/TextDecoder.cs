using System.Text;

namespace Digest.Core.Decoding.Text;

/// <summary>Finds the character encoding of bytes and decodes them.</summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes <paramref name="bytes"/>; bytes that are no characters become U+FFFD.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="contentType">Declared media type, whose charset is a hint only; or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        _ = contentType;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
