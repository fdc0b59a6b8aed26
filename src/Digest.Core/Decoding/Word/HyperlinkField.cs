using System.Text;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// Reads the instruction of a field that is a link: <c>HYPERLINK "address" \l "place in it" \o "tip"</c>. Older documents, and
/// those that programs for references write, have no other links.
/// </summary>
internal static class HyperlinkField
{
    /// <summary>Where the field leads to; null when it is no link.</summary>
    public static string? TargetOf(string? instruction)
    {
        var words = Words(instruction ?? "").GetEnumerator();
        if (!words.MoveNext() || !words.Current.Text.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (address, place) = ("", "");
        while (words.MoveNext())
        {
            var (text, isQuoted) = words.Current;
            if (!isQuoted && text.StartsWith('\\'))
            {
                // The place, the tip and the window are named behind their switches.
                place = text is "\\l" or "\\o" or "\\t" && words.MoveNext() && text == "\\l" ? words.Current.Text : place;
            }
            else if (address.Length == 0)
            {
                address = text;
            }
        }

        return place.Length > 0 ? $"{address}#{place}" : address.Length > 0 ? address : null;
    }

    private static IEnumerable<(string Text, bool IsQuoted)> Words(string instruction)
    {
        for (var at = 0; at < instruction.Length;)
        {
            if (char.IsWhiteSpace(instruction[at]))
            {
                at++;
                continue;
            }

            var isQuoted = instruction[at] == '"';
            var word = new StringBuilder();
            for (at += isQuoted ? 1 : 0; at < instruction.Length && !(isQuoted ? instruction[at] == '"' : char.IsWhiteSpace(instruction[at])); at++)
            {
                // Inside quotation marks a backslash stands before every backslash and every quotation mark.
                at += isQuoted && instruction[at] == '\\' && at + 1 < instruction.Length ? 1 : 0;
                word.Append(instruction[at]);
            }

            at += isQuoted ? 1 : 0;
            yield return (word.ToString(), isQuoted);
        }
    }
}
