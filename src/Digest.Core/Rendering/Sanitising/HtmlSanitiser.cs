using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Digest.Core.Blocks;
using Digest.Core.Essays;
using HtmlAgilityPack;

namespace Digest.Core.Rendering.Sanitising;

/// <summary>
/// Cleans html by one allow-list of tags, attributes and schemes. What comes out is written anew from the parsed tree:
/// only tags named here, only attributes named here, all text and values encoded. So a difference between this parser
/// and a browser's can lose content, but can't make markup: there is no byte of the input in the output that was not
/// encoded as text.
/// </summary>
public static class HtmlSanitiser
{
    private const int MaxDepth = 100;
    private const int MaxLength = 2_000_000;

    // The parser's time grows with the square of the depth: fifty thousand open tags take it half a minute.
    private const int MaxParsedDepth = 500;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Tags that stay, each with the attributes it may have.</summary>
    private static readonly FrozenDictionary<string, string[]> Allowed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["a"] = ["href"],
        ["abbr"] = ["title"],
        ["article"] = ["lang"],
        ["b"] = [],
        ["blockquote"] = [],
        ["br"] = [],
        ["caption"] = [],
        ["cite"] = [],
        ["code"] = [],
        ["dd"] = [],
        ["del"] = [],
        ["div"] = [],
        ["dl"] = [],
        ["dt"] = [],
        ["em"] = [],
        ["figcaption"] = [],
        ["figure"] = [],
        ["h1"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["h5"] = [],
        ["h6"] = [],
        ["hr"] = [],
        ["i"] = [],
        ["ins"] = [],
        ["li"] = [],
        ["ol"] = ["start"],
        ["p"] = ["lang"],
        ["pre"] = [],
        ["q"] = [],
        ["s"] = [],
        ["section"] = [],
        ["small"] = [],
        ["span"] = ["lang"],
        ["strong"] = [],
        ["sub"] = [],
        ["sup"] = [],
        ["table"] = [],
        ["tbody"] = [],
        ["td"] = ["colspan", "rowspan"],
        ["tfoot"] = [],
        ["th"] = ["colspan", "rowspan", "scope"],
        ["thead"] = [],
        ["time"] = ["datetime"],
        ["tr"] = [],
        ["u"] = [],
        ["ul"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Tags that go with all they hold: their content is not text for readers, or is parsed by rules of its own
    /// (foreign content, raw text), which is where mutation attacks live.
    /// </summary>
    private static readonly FrozenSet<string> Dropped = new[]
    {
        "applet", "audio", "base", "button", "canvas", "datalist", "dialog", "embed", "form", "frame", "frameset", "head", "iframe", "input",
        "keygen", "link", "listing", "map", "math", "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option",
        "param", "picture", "plaintext", "portal", "progress", "script", "select", "slot", "source", "style", "svg", "template", "textarea",
        "title", "track", "video", "xml", "xmp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Void = new[] { "br", "hr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Cleans a fragment.</summary>
    /// <param name="html">Any html at all.</param>
    /// <param name="page">Address of the page it comes from, for links relative to it; null where that is not known.</param>
    /// <returns>A fragment of allowed markup; empty for input that is longer than two million characters or nested beyond sense.</returns>
    public static string Clean(string html, Uri? page = null)
    {
        if (html.Length > MaxLength)
        {
            return string.Empty;
        }

        var document = new HtmlDocument { OptionMaxNestedChildNodes = MaxParsedDepth, OptionFixNestedTags = true };
        try
        {
            document.LoadHtml(html.Replace("\0", string.Empty, StringComparison.Ordinal));
        }
        catch (Exception e) when (e.Message.Contains("nested tags", StringComparison.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        var clean = new StringBuilder(html.Length);
        Write(clean, document.DocumentNode, page, depth: 0, insideLink: false);
        return clean.ToString();
    }

    private static void Write(StringBuilder clean, HtmlNode parent, Uri? page, int depth, bool insideLink)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node.NodeType == HtmlNodeType.Text)
            {
                clean.Append(HtmlText.Encode(HtmlEntity.DeEntitize(((HtmlTextNode)node).Text)));
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                Element(clean, node, page, depth, insideLink);
            }
        }
    }

    private static void Element(StringBuilder clean, HtmlNode node, Uri? page, int depth, bool insideLink)
    {
        var tag = node.Name.ToLowerInvariant();
        // A name with a colon is of another namespace, whatever the prefix says.
        if (Dropped.Contains(tag) || tag.Contains(':', StringComparison.Ordinal))
        {
            return;
        }

        if (!Allowed.TryGetValue(tag, out var attributes) || (tag == "a" && insideLink))
        {
            Write(clean, node, page, depth + 1, insideLink);
            return;
        }

        clean.Append('<').Append(tag);
        foreach (var name in attributes)
        {
            if (node.Attributes[name] is { } attribute && Value(name, HtmlEntity.DeEntitize(attribute.Value) ?? string.Empty, page) is { } value)
            {
                clean.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        clean.Append('>');
        if (Void.Contains(tag))
        {
            return;
        }

        Write(clean, node, page, depth + 1, insideLink || tag == "a");
        clean.Append("</").Append(tag).Append('>');
    }

    private static string? Value(string name, string value, Uri? page) => name switch
    {
        "href" => LinkTarget.Allow(value, page),
        "colspan" or "rowspan" or "start" => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        "scope" => value is "row" or "col" or "rowgroup" or "colgroup" ? value : null,
        "lang" => value.Length is >= 2 and <= 35 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : null,
        _ => value.Length <= 500 ? value : null,
    };
}
