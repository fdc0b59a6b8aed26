using System.Globalization;

namespace Digest.Core.Rendering;

/// <summary>Every address of the site, as a path within it and as an absolute one. Old addresses never die: add, don't change.</summary>
public sealed class SiteAddress(SiteOptions site)
{
    /// <summary>Path of the landing page.</summary>
    public const string Home = "index.html";

    /// <summary>Path of the page shown for addresses that do not exist.</summary>
    public const string NotFound = "404.html";

    /// <summary>Path of the style sheet.</summary>
    public const string Style = "style.css";

    /// <summary>Path of the mark that browsers show beside a page's title.</summary>
    public const string Mark = "favicon.svg";

    /// <summary>Path of the RSS feed of essays.</summary>
    public const string Rss = "feed.xml";

    /// <summary>Path of the Atom feed of essays.</summary>
    public const string Atom = "atom.xml";

    /// <summary>Path of the JSON feed of essays.</summary>
    public const string Json = "feed.json";

    /// <summary>Path of the RSS feed of issues.</summary>
    public const string IssuesRss = "issues/feed.xml";

    /// <summary>Path of the Atom feed of issues.</summary>
    public const string IssuesAtom = "issues/atom.xml";

    /// <summary>Path of the JSON feed of issues.</summary>
    public const string IssuesJson = "issues/feed.json";

    /// <summary>Path of the list of the newest issues' own lists of pages, for search engines.</summary>
    public const string Sitemap = "sitemap.xml";

    /// <summary>Path of the same list for the issues of a year.</summary>
    public static string YearSitemapPath(int year) => string.Create(CultureInfo.InvariantCulture, $"issues/{year:D4}/sitemap.xml");

    /// <summary>Path of what crawlers read first.</summary>
    public const string Robots = "robots.txt";

    /// <summary>Path of an issue's list of pages.</summary>
    public static string IssueSitemapPath(string issueId) => $"issues/{issueId}/sitemap.xml";

    /// <summary>Path of the list of the newest issues.</summary>
    public const string Archive = "issues/index.html";

    /// <summary>Path of the list of a year's issues.</summary>
    public static string YearPath(int year) => string.Create(CultureInfo.InvariantCulture, $"issues/{year:D4}/index.html");

    /// <summary>Path of an issue's page.</summary>
    public static string IssuePath(string issueId) => $"issues/{issueId}/index.html";

    /// <summary>Path of an essay's page.</summary>
    public static string EssayPath(string essayId) => $"essays/{essayId}/index.html";

    /// <summary>The absolute address of a path, without a trailing <c>index.html</c>.</summary>
    public Uri Of(string path)
    {
        var shown = path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
        return new Uri(Folder(site.BaseUrl).AbsoluteUri + shown);
    }

    /// <summary>An address with the slash at its end that makes other addresses stand below it; a relative one as it is.</summary>
    public static Uri Folder(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return !address.IsAbsoluteUri || address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <summary>The absolute address of an issue's page.</summary>
    public Uri Issue(string issueId) => Of(IssuePath(issueId));

    /// <summary>The absolute address of an essay's page.</summary>
    public Uri Essay(string essayId) => Of(EssayPath(essayId));

    /// <summary>Where the subscribe form posts to.</summary>
    public Uri Subscribe => site.SubscribeUrl ?? Of("api/subscribe");

    /// <summary>
    /// A permanent id (RFC 4151) for feeds: it stays when the site moves to another path or scheme, and names the same
    /// thing in all formats.
    /// </summary>
    /// <param name="kind"><c>essay</c> or <c>issue</c>.</param>
    /// <param name="id">Id of the essay or issue.</param>
    public string Tag(string kind, string id) => $"tag:{site.BaseUrl.Host},2026:{kind}:{id}";
}
