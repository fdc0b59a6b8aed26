using System.Globalization;
using System.Text;
using System.Xml;

namespace Digest.Core.Rendering.Feeds;

/// <summary>What the feed formats have in common.</summary>
internal static class FeedText
{
    /// <summary>Readers and hubs refuse or cut feeds much larger than half a megabyte.</summary>
    public const int MaxBytes = 500_000;

    /// <summary>Writes an XML document as UTF-8 without a byte order mark.</summary>
    public static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        }))
        {
            write(xml);
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Leaves out what XML 1.0 can't carry (controls and halves of surrogate pairs), and the controls of U+0080 to U+009F,
    /// which it discourages and readers show as boxes: they come from texts read in a wrong encoding.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]) && text[i] is not (>= '\u0080' and <= '\u009F'))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>RFC 822 date with a four-digit year, in GMT.</summary>
    public static string Rfc822(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 date in UTC, to the second.</summary>
    public static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
