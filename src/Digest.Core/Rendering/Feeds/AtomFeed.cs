using System.Xml;

namespace Digest.Core.Rendering.Feeds;

/// <summary>Atom (RFC 4287).</summary>
public static class AtomFeed
{
    /// <summary>Media type of the feed.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed.</summary>
    /// <param name="feed">The entries; at least one, since Atom demands a date.</param>
    /// <param name="self">The feed's own address.</param>
    public static byte[] Write(Feed feed, Uri self) => FeedText.Xml(xml =>
    {
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Site.Language);
        xml.WriteElementString("id", Namespace, feed.Id);
        xml.WriteElementString("title", Namespace, FeedText.Clean(feed.Title));
        xml.WriteElementString("subtitle", Namespace, FeedText.Clean(feed.Description));
        xml.WriteElementString("updated", Namespace, FeedText.Rfc3339(feed.Updated ?? DateTimeOffset.UnixEpoch));
        Link(xml, "self", self, "application/atom+xml");
        Link(xml, "alternate", feed.Home, "text/html");
        if (feed.Site.WebSubHub is { } hub)
        {
            Link(xml, "hub", hub, null);
        }

        if (feed.Site.Image is { } image)
        {
            xml.WriteElementString("icon", Namespace, image.AbsoluteUri);
        }

        Author(xml, feed.Site.Title);
        xml.WriteElementString("generator", Namespace, "DigestPipeline");
        foreach (var entry in feed.Entries)
        {
            Entry(xml, entry);
        }

        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        if (entry.Language is { } language)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }

        xml.WriteElementString("id", Namespace, entry.Id);
        xml.WriteElementString("title", Namespace, FeedText.Clean(entry.Title));
        Link(xml, "alternate", entry.Link, "text/html");
        xml.WriteElementString("published", Namespace, FeedText.Rfc3339(entry.Published));
        xml.WriteElementString("updated", Namespace, FeedText.Rfc3339(entry.Updated));
        foreach (var author in entry.Authors)
        {
            Author(xml, author);
        }

        xml.WriteElementString("summary", Namespace, FeedText.Clean(entry.Summary));
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedText.Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, FeedText.Clean(name));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string? type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }
}
