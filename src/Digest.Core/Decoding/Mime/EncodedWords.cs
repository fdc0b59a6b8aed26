using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding.Mime;

/// <summary>Reads the words of a mail's head that are outside ASCII (RFC 2047): "=?utf-8?Q?Caf=C3=A9?=".</summary>
internal static partial class EncodedWords
{
    /// <summary>The field as it is meant. Words in an unknown encoding stay as they are.</summary>
    public static string Decode(string field) => field.Contains("=?", StringComparison.Ordinal)
        ? Word().Replace(Gap().Replace(field, "?==?"), Decoded)
        : field;

    private static string Decoded(Match word)
    {
        var text = Encoding.Latin1.GetBytes(word.Groups["text"].Value);
        var bytes = word.Groups["form"].ValueSpan is "b" or "B" ? TransferEncoding.Base64(text) : TransferEncoding.QuotedPrintable(text, isWord: true);
        return TextDecoder.ByName(word.Groups["charset"].Value)?.GetString(bytes) ?? word.Value;
    }

    /// <summary>The blank between two such words is none of the text.</summary>
    [GeneratedRegex(@"\?=[ \t]+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();

    [GeneratedRegex(@"=\?(?<charset>[\w-]{2,40})(?:\*[\w-]{1,20})?\?(?<form>[BbQq])\?(?<text>[^? ]{0,400})\?=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
