using System.Globalization;
using System.Xml;

namespace Digest.Core.Rendering.Feeds;

/// <summary>RSS 2.0 (RSS Advisory Board) with content:encoded, dc:creator and atom:link, as its best practices profile asks.</summary>
public static class RssFeed
{
    /// <summary>Media type of the feed.</summary>
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes the feed.</summary>
    /// <param name="feed">The entries.</param>
    /// <param name="self">The feed's own address.</param>
    public static byte[] Write(Feed feed, Uri self) => FeedText.Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", FeedText.Clean(feed.Title));
        xml.WriteElementString("link", feed.Home.AbsoluteUri);
        xml.WriteElementString("description", FeedText.Clean(feed.Description));
        Link(xml, "self", self);
        if (feed.Site.WebSubHub is { } hub)
        {
            Link(xml, "hub", hub);
        }

        xml.WriteElementString("language", feed.Site.Language.ToLowerInvariant());
        if (feed.Updated is { } updated)
        {
            xml.WriteElementString("lastBuildDate", FeedText.Rfc822(updated));
        }

        xml.WriteElementString("generator", "DigestPipeline");
        xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
        xml.WriteElementString("ttl", 60.ToString(CultureInfo.InvariantCulture));
        if (feed.Site.Image is { } image)
        {
            xml.WriteStartElement("image");
            xml.WriteElementString("url", image.AbsoluteUri);
            xml.WriteElementString("title", FeedText.Clean(feed.Title));
            xml.WriteElementString("link", feed.Home.AbsoluteUri);
            xml.WriteEndElement();
        }

        foreach (var entry in feed.Entries)
        {
            Item(xml, entry);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", FeedText.Clean(entry.Title));
        xml.WriteElementString("link", entry.Link.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", FeedText.Rfc822(entry.Published));
        foreach (var author in entry.Authors)
        {
            xml.WriteElementString("dc", "creator", DublinCore, FeedText.Clean(author));
        }

        // Readers that know only one of the two take the first they find: the summary comes first.
        xml.WriteElementString("description", FeedText.Clean(entry.Summary));
        xml.WriteElementString("content", "encoded", Content, FeedText.Clean(entry.Html));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteAttributeString("rel", relation);
        if (relation == "self")
        {
            xml.WriteAttributeString("type", "application/rss+xml");
        }

        xml.WriteEndElement();
    }
}
