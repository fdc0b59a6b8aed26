using System.Buffers;
using System.Globalization;
using Base64Form = System.Buffers.Text.Base64;

namespace Digest.Core.Decoding.Mime;

/// <summary>Undoes the encodings in which mail carries bytes (RFC 2045, section 6). Damaged input gives what can be read of it; the result is never longer than the input.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<byte> Base64Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>The bytes that <paramref name="body"/> stands for.</summary>
    /// <param name="body">The body of a part.</param>
    /// <param name="encoding">Value of its field Content-Transfer-Encoding, or null.</param>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) =>
        "quoted-printable".Equals(encoding, StringComparison.OrdinalIgnoreCase) ? QuotedPrintable(body, isWord: false)
        : "base64".Equals(encoding, StringComparison.OrdinalIgnoreCase) ? Base64(body)
        : body.ToArray();

    /// <summary>"=3D" is a byte, "=" at the end of a line joins it to the next.</summary>
    /// <param name="text">The encoded bytes.</param>
    /// <param name="isWord">True in fields of the head, where "_" is a blank (RFC 2047).</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool isWord)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes[length++] = isWord && text[i] == '_' ? (byte)' ' : text[i];
            }
            else if (SoftBreak(text[(i + 1)..]) is > 0 and var signs)
            {
                i += signs;
            }
            else if (i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes[length++] = value;
                i += 2;
            }
            else
            {
                bytes[length++] = (byte)'=';
            }
        }

        return bytes[..length];
    }

    /// <summary>Signs outside the alphabet are passed over, and so is an end that is cut off.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var signs = new byte[text.Length + 3];
        var length = 0;
        foreach (var sign in text)
        {
            if (Base64Signs.Contains(sign))
            {
                signs[length++] = sign;
            }
        }

        length -= length % 4 == 1 ? 1 : 0;
        for (; length % 4 != 0; length++)
        {
            signs[length] = (byte)'=';
        }

        var bytes = new byte[Base64Form.GetMaxDecodedFromUtf8Length(length)];
        Base64Form.DecodeFromUtf8(signs.AsSpan(0, length), bytes, out _, out var written);
        return bytes[..written];
    }

    /// <summary>Length of the line break, with the blanks that some programs leave before it; 0 where there is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
        return end >= 0 && text[end] == '\n' ? end + 1 : 0;
    }
}
