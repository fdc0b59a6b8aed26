using System.Globalization;
using System.Text;

namespace Digest.Core.Decoding.Word;

/// <summary>Finds the page in a web archive (MHTML), a mail whose parts are the page and its pictures.</summary>
internal static class WebArchive
{
    /// <summary>The page, or null where the archive holds none that is written as text.</summary>
    public static string? PageIn(string archive)
    {
        var text = archive.Replace("\r\n", "\n", StringComparison.Ordinal);
        var part = text.IndexOf("text/html", StringComparison.OrdinalIgnoreCase);
        var body = part < 0 ? -1 : text.IndexOf("\n\n", part, StringComparison.Ordinal);
        if (body < 0)
        {
            return null;
        }

        var head = text[(text.LastIndexOf("\n\n", part, StringComparison.Ordinal) is >= 0 and var start ? start : 0)..body];
        var end = text.IndexOf("\n--", body, StringComparison.Ordinal);
        var content = text[body..(end < 0 ? text.Length : end)];
        return head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Unquoted(content)
            : head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(content.Trim()))
            : content;
    }

    /// <summary>RFC 2045, section 6.7: "=3D" is a byte, "=" at the end of a line joins it to the next.</summary>
    private static string Unquoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1));
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            }
            else if (i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)'=');
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
