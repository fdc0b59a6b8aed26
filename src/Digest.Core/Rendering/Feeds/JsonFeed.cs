using System.Text.Encodings.Web;
using System.Text.Json;

namespace Digest.Core.Rendering.Feeds;

/// <summary>JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
public static class JsonFeed
{
    /// <summary>Media type of the feed.</summary>
    public const string ContentType = "application/feed+json; charset=utf-8";

    // Never put into html, so letters may stand as they are.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the feed.</summary>
    /// <param name="feed">The entries.</param>
    /// <param name="self">The feed's own address.</param>
    public static byte[] Write(Feed feed, Uri self)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.Home.AbsoluteUri);
            json.WriteString("feed_url", self.AbsoluteUri);
            json.WriteString("description", feed.Description);
            json.WriteString("language", feed.Site.Language);
            if (feed.Site.Image is { } image)
            {
                json.WriteString("icon", image.AbsoluteUri);
            }

            Authors(json, [feed.Site.Title]);
            if (feed.Site.WebSubHub is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub.AbsoluteUri);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Item(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Link.AbsoluteUri);
        json.WriteString("title", entry.Title);
        json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        json.WriteString("date_published", FeedText.Rfc3339(entry.Published));
        json.WriteString("date_modified", FeedText.Rfc3339(entry.Updated));
        if (entry.Authors.Count > 0)
        {
            Authors(json, entry.Authors);
        }

        if (entry.Language is { } language)
        {
            json.WriteString("language", language);
        }

        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
