using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Finds the character encoding of bytes and decodes them. In order: byte order mark; UTF-16 by its zero bytes; UTF-8 when
/// the bytes are valid, because hardly any other text is; the encoding the document declares; a guess by
/// its commonest words (<see cref="EncodingGuess"/>).
/// </summary>
public static partial class TextDecoder
{
    /// <summary>Bytes in which a document declares its encoding (HTML asks for 1024; real pages need more).</summary>
    private const int DeclarationBytes = 8192;

    /// <summary>U+FFFD and the control characters that no text has.</summary>
    private static readonly SearchValues<char> Strange = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u0085' or '\u001A')), '\uFFFD']);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Decodes <paramref name="bytes"/>; bytes that are no characters become U+FFFD, zero bytes are dropped, and what was decoded
    /// wrongly before it was saved is put right (<see cref="Mojibake"/>).
    /// </summary>
    /// <param name="bytes">The document.</param>
    /// <param name="contentType">Declared media type, whose charset is the last resort before guessing; or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var text = FromMark(bytes) ?? FromZeros(bytes) ?? FromDeclaration(bytes, contentType);
        return Mojibake.Repair(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text);
    }

    /// <summary>True when more of a decoded text than text can have is control characters or undecodable.</summary>
    public static bool IsNoText(string text)
    {
        var strange = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(Strange) is >= 0 and var i; rest = rest[(i + 1)..])
        {
            strange++;
        }

        return strange > 2 && strange * 20L > text.Length;
    }

    /// <summary>The encoding of a label; by the WHATWG standard Latin-1 and ASCII mean Windows-1252. Null for an unknown label and for UTF-16, which such a head can't be.</summary>
    internal static Encoding? ByName(string name)
    {
        switch (name.ToUpperInvariant())
        {
            case "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII" or "WINDOWS-1252" or "CP1252":
                return Windows1252;
            case "GB2312" or "GBK" or "GB18030":
                return CodePagesEncodingProvider.Instance.GetEncoding("gb18030");
            case "SHIFT_JIS" or "SJIS" or "X-SJIS":
                return CodePagesEncodingProvider.Instance.GetEncoding(932);
            case "X-MAC-ROMAN" or "MAC":
                return CodePagesEncodingProvider.Instance.GetEncoding("macintosh");
            case "UTF8":
                return Encoding.UTF8;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FromMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetString(bytes[3..])
        : bytes.StartsWith(Encoding.UTF32.Preamble) ? Encoding.UTF32.GetString(bytes[4..])
        : bytes.StartsWith(BigEndianUtf32.Preamble) ? BigEndianUtf32.GetString(bytes[4..])
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode.GetString(bytes[2..])
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : null;

    /// <summary>UTF-16 without a mark: Latin text has a zero in every other byte.</summary>
    private static string? FromZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 2000)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        return odd * 10 > sample.Length * 3 && even * 20 < sample.Length ? Encoding.Unicode.GetString(bytes)
            : even * 10 > sample.Length * 3 && odd * 20 < sample.Length ? Encoding.BigEndianUnicode.GetString(bytes)
            : null;
    }

    private static string FromDeclaration(ReadOnlySpan<byte> bytes, string? contentType)
    {
        // Japanese by escape sequences is valid UTF-8 as well.
        if (bytes.Contains((byte)0x1B) && Declared(bytes, contentType) is { WebName: "iso-2022-jp" } japanese)
        {
            return japanese.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            if (IsNearlyUtf8(bytes))
            {
                return Encoding.UTF8.GetString(bytes);
            }

            var declared = Declared(bytes, contentType);
            return (declared is null or UTF8Encoding ? EncodingGuess.Of(bytes) : declared).GetString(bytes);
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var match = XmlDeclaration().Match(head);
        match = match.Success ? match : Charset().Match(head);
        match = match.Success ? match : Charset().Match(contentType ?? "");
        return match.Success ? ByName(match.Groups["name"].Value) : null;
    }

    /// <summary>UTF-8 with damage: a cut-off end, or a few bytes pasted from elsewhere.</summary>
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var isGood = Rune.DecodeFromUtf8(bytes[i..], out _, out var consumed) == OperationStatus.Done;
            _ = isGood ? good++ : bad++;
            i += Math.Max(1, consumed);
        }

        return good > 8 * bad;
    }

    [GeneratedRegex(@"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[""'](?<name>[\w-]{2,40})")]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*(?<name>[\w-]{2,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
