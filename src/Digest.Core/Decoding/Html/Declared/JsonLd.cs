using System.Net;
using System.Text;
using System.Text.Json;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Reads JSON-LD leniently: graphs, lists, references by <c>@id</c>, comments, trailing commas, raw line breaks in strings.</summary>
internal sealed class JsonLd
{
    /// <summary>Most bytes of JSON-LD that are parsed.</summary>
    private const int MaxLength = 2_000_000;

    private const int MaxNodes = 5_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 };

    public static JsonLd Empty { get; } = new();

    /// <summary>The article, or null where the page declares none.</summary>
    public JsonLdArticle? Article { get; private init; }

    /// <summary>Name of the WebSite or Organization node, or null.</summary>
    public string? SiteName { get; private init; }

    /// <summary>Kind of the article: 4 an article in the strict sense, 3 another work, 2 a page, 0 none.</summary>
    public int Rank { get; private init; }

    /// <summary>Days of publication that nodes other than the article give.</summary>
    public IReadOnlyList<string> OtherPublished { get; private init; } = [];

    public static JsonLd Read(IReadOnlyList<string> scripts)
    {
        if (scripts.Count == 0)
        {
            return Empty;
        }

        var nodes = new List<JsonElement>();
        var documents = new List<JsonDocument>();
        try
        {
            foreach (var script in scripts)
            {
                if (script.Length <= MaxLength && Parse(script) is { } document)
                {
                    documents.Add(document);
                    Collect(document.RootElement, nodes);
                }
            }

            return Of(nodes);
        }
        catch (InvalidOperationException)
        {
            // Strings with half a surrogate pair can't be read as text.
            return Empty;
        }
        finally
        {
            documents.ForEach(d => d.Dispose());
        }
    }

    private static JsonDocument? Parse(string script)
    {
        var text = script.Trim().TrimEnd(';');
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        return TryParse(text) ?? TryParse(Rescue(text)) ?? (text.Contains("&quot;", StringComparison.Ordinal) ? TryParse(WebUtility.HtmlDecode(text)) : null);
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Raw control characters become spaces, unknown escapes lose their backslash, missing closing brackets are added.</summary>
    private static string Rescue(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        var closers = new Stack<char>();
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString && c == '\\' && i + 1 < text.Length)
            {
                if ("\"\\/bfnrtu".Contains(text[i + 1], StringComparison.Ordinal))
                {
                    result.Append(c).Append(text[++i]);
                }

                continue;
            }

            switch (c)
            {
                case '"':
                    inString = !inString;
                    break;
                case '{' or '[' when !inString:
                    closers.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']' when !inString && closers.Count > 0:
                    closers.Pop();
                    break;
            }

            result.Append(char.IsControl(c) ? ' ' : c);
        }

        result.Append(inString ? "\"" : "");
        while (closers.TryPop(out var closer) && closers.Count < 40)
        {
            result.Append(closer);
        }

        return result.ToString();
    }

    private static void Collect(JsonElement root, List<JsonElement> nodes)
    {
        var open = new Stack<(JsonElement Element, bool IsWrapper)>();
        open.Push((root, true));
        while (open.TryPop(out var next) && nodes.Count < MaxNodes)
        {
            if (next.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.Element.EnumerateArray().Reverse())
                {
                    open.Push((item, true));
                }
            }
            else if (next.Element.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(next.Element);
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "isPartOf", "hasPart", "subjectOf"])
                {
                    if (next.Element.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    {
                        open.Push((inner, false));
                    }
                }
            }
        }
    }

    private static JsonLd Of(List<JsonElement> nodes)
    {
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            // A reference has an @id and nothing else; the node that says something wins.
            if (Text(node, "@id") is { } id && node.EnumerateObject().Skip(1).Any() && node.TryGetProperty("name", out _))
            {
                byId.TryAdd(id, node);
            }
        }

        var best = default(JsonElement);
        var bestRank = 0;
        foreach (var node in nodes)
        {
            var rank = RankOf(Type(node));
            if (rank > 0 && (node.TryGetProperty("headline", out _) || node.TryGetProperty("author", out _) || node.TryGetProperty("datePublished", out _) || node.TryGetProperty("articleBody", out _)) && rank > bestRank)
            {
                (best, bestRank) = (node, rank);
            }
        }

        var site = nodes.Where(n => Type(n) is "WebSite").Concat(nodes.Where(n => Type(n) is "Organization" or "NewsMediaOrganization" or "Corporation")).Select(n => Text(n, "name")).FirstOrDefault(n => n is not null);
        return new JsonLd
        {
            Article = bestRank == 0 ? null : Read(best, byId),
            Rank = bestRank,
            SiteName = site,
            OtherPublished = [.. nodes.Where(n => RankOf(Type(n)) > 0).Select(n => Text(n, "datePublished")).OfType<string>().Distinct(StringComparer.Ordinal).Take(5)],
        };
    }

    private static JsonLdArticle Read(JsonElement node, Dictionary<string, JsonElement> byId) => new()
    {
        Headline = Text(node, "headline") ?? Text(node, "name"),
        Description = Text(node, "description"),
        Published = Text(node, "datePublished"),
        Modified = Text(node, "dateModified"),
        Body = Text(node, "articleBody") ?? Text(node, "text"),
        Language = Text(node, "inLanguage"),
        Publisher = node.TryGetProperty("publisher", out var publisher) ? Names(publisher, byId).Select(n => n.Name).FirstOrDefault() : null,
        Address = Text(node, "url") ?? Text(node, "@id"),
        Authors = node.TryGetProperty("author", out var author) ? Names(author, byId)
            : node.TryGetProperty("creator", out var creator) ? Names(creator, byId) : [],
    };

    private static List<(string Name, string Type)> Names(JsonElement element, Dictionary<string, JsonElement> byId)
    {
        var names = new List<(string, string)>();
        var items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Take(20).ToList() : [element];
        foreach (var item in items)
        {
            var person = item;
            if (item.ValueKind == JsonValueKind.Object && !item.TryGetProperty("name", out _) && Text(item, "@id") is { } id && byId.TryGetValue(id, out var found))
            {
                person = found;
            }

            if (person.ValueKind == JsonValueKind.String && Decoded(person.GetString()) is { } plain)
            {
                names.Add((plain, ""));
            }
            else if (person.ValueKind == JsonValueKind.Object && person.TryGetProperty("name", out var name))
            {
                foreach (var value in name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Take(20).ToList() : [name])
                {
                    if (value.ValueKind == JsonValueKind.String && Decoded(value.GetString()) is { } text)
                    {
                        names.Add((text, Type(person)));
                    }
                }
            }
        }

        return names;
    }

    private static int RankOf(string type) => type switch
    {
        "NewsArticle" or "BlogPosting" or "Article" or "ReportageNewsArticle" or "OpinionNewsArticle" or "AnalysisNewsArticle" or "ReviewNewsArticle"
            or "BackgroundNewsArticle" or "ScholarlyArticle" or "TechArticle" or "MedicalScholarlyArticle" or "Report" or "LiveBlogPosting" or "AdvertiserContentArticle" or "SocialMediaPosting" => 4,
        "MedicalWebPage" or "Recipe" or "HowTo" or "Review" or "CreativeWork" or "LearningResource" or "Chapter" or "Book" => 3,
        "WebPage" or "ItemPage" or "AboutPage" or "FAQPage" => 2,
        _ => 0,
    };

    private static string Type(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
        {
            return "";
        }

        if (type.ValueKind == JsonValueKind.Array)
        {
            return type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => Local(t.GetString()!)).MaxBy(RankOf) ?? "";
        }

        return type.ValueKind == JsonValueKind.String ? Local(type.GetString()!) : "";
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    private static string? Text(JsonElement node, string name)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            value = value.EnumerateArray().FirstOrDefault();
        }

        return value.ValueKind == JsonValueKind.String ? Decoded(value.GetString()) : null;
    }

    private static string? Decoded(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(value)) : value;
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : InlineNormalization.Normalize(text);
    }
}
