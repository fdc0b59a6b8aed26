using Digest.Core.Ports;

namespace Digest.Core.Rendering.Feeds;

/// <summary>A feed as files of the site, in all formats.</summary>
public static class FeedFiles
{
    // Readers poll by the hour; a short life lets a correction arrive with the next poll.
    private const string Cache = "public, max-age=300";

    /// <summary>RSS, Atom and JSON Feed with the same entries.</summary>
    public static IReadOnlyList<SiteFile> Of(Feed feed, string rss, string atom, string json)
    {
        var address = new SiteAddress(feed.Site);
        return
        [
            new SiteFile(rss, RssFeed.ContentType, RssFeed.Write(feed, address.Of(rss)), Cache),
            new SiteFile(atom, AtomFeed.ContentType, AtomFeed.Write(feed, address.Of(atom)), Cache),
            new SiteFile(json, JsonFeed.ContentType, JsonFeed.Write(feed, address.Of(json)), Cache),
        ];
    }

    /// <summary>Whether a file is a feed, in any of the formats.</summary>
    public static bool IsFeed(SiteFile file) => file.ContentType is RssFeed.ContentType or AtomFeed.ContentType or JsonFeed.ContentType;
}
