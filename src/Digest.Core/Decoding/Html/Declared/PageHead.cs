using System.Text;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>What a page says about itself outside its visible text: title element, meta elements, links and JSON-LD.</summary>
internal sealed class PageHead
{
    /// <summary>Most meta elements that are looked at.</summary>
    private const int MaxMeta = 500;

    /// <summary>Longest meta value that is data and not a document.</summary>
    private const int MaxValue = 4_000;

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Text of the title element, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>Value of <c>html lang</c>, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>Address of <c>link rel=canonical</c>, or null.</summary>
    public string? Canonical { get; private set; }

    /// <summary>Values of every <c>meta name=author</c> and <c>article:author</c>, in order.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The JSON-LD of the page.</summary>
    public JsonLd JsonLd { get; private set; } = JsonLd.Empty;

    /// <summary>The first value of the first of <paramref name="names"/> (name, property or itemprop) that the page gives.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_meta.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    public static PageHead Of(PageTree page)
    {
        var head = new PageHead();
        var scripts = new List<string>();
        var metas = 0;
        for (var i = 0; i < page.Count; i++)
        {
            switch (page[i].Tag)
            {
                case HtmlTag.Html:
                    head.Language ??= Clean(page.Attribute(i, "lang") ?? page.Attribute(i, "xml:lang"));
                    break;
                case HtmlTag.Title when head.Title is null && !IsInSvg(page, i):
                    head.Title = Clean(page.TextOf(i));
                    break;
                case HtmlTag.Meta when metas++ < MaxMeta:
                    head.AddMeta(page, i);
                    break;
                case HtmlTag.Link when head.Canonical is null && page.Attribute(i, "rel") is { } rel && rel.Contains("canonical", StringComparison.OrdinalIgnoreCase):
                    head.Canonical = Clean(page.Attribute(i, "href"));
                    break;
                case HtmlTag.Script when page.Attribute(i, "type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                    scripts.Add(page[i].Source.InnerHtml);
                    break;
            }
        }

        head.JsonLd = JsonLd.Read(scripts);
        return head;
    }

    private void AddMeta(PageTree page, int i)
    {
        var value = Clean(page.Attribute(i, "content"));
        if (value is null)
        {
            return;
        }

        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (page.Attribute(i, attribute) is { Length: > 0 } name)
            {
                _meta.TryAdd(name.Trim(), value);
                if (name.Trim().ToUpperInvariant() is "AUTHOR" or "ARTICLE:AUTHOR" or "DC.CREATOR" or "DCTERMS.CREATOR" or "CITATION_AUTHOR" or "PARSELY-AUTHOR" or "SAILTHRU.AUTHOR" or "BYL" && Authors.Count < 20)
                {
                    Authors.Add(value);
                }
            }
        }
    }

    private static bool IsInSvg(PageTree page, int node)
    {
        for (var i = page[node].Parent; i > 0; i = page[i].Parent)
        {
            if (page[i].Tag == HtmlTag.Svg)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Folds white space; null for nothing or for a value too long to be one.</summary>
    private static string? Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > MaxValue)
        {
            return null;
        }

        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        var clean = InlineNormalization.Normalize(text.ToString().Trim());
        return clean.Length == 0 ? null : clean;
    }
}
