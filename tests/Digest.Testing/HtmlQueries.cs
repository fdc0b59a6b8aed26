using System.Text;
using HtmlAgilityPack;

namespace Digest.Testing;

/// <summary>Asks parsed html; what is not there is an empty list.</summary>
public static class HtmlQueries
{
    public static HtmlNode Parse(string html)
    {
        var document = new HtmlDocument();
        document.LoadHtml(html);
        return document.DocumentNode;
    }

    public static HtmlNode Parse(ReadOnlyMemory<byte> html) => Parse(Encoding.UTF8.GetString(html.Span));

    public static IReadOnlyList<HtmlNode> All(this HtmlNode node, string xpath) => [.. node.SelectNodes(xpath)?.AsEnumerable() ?? []];

    public static string Attribute(this HtmlNode node, string name) => HtmlEntity.DeEntitize(node.GetAttributeValue(name, string.Empty)) ?? string.Empty;
}
