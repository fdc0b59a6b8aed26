using System.Text;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering.Feeds;

namespace Digest.Core.Rendering.Site;

/// <summary>
/// Lists of pages for search engines (sitemaps.org): one an issue and an index over them, so that a new issue or a
/// corrected essay changes two small files however large the archive is.
/// </summary>
public static class Sitemap
{
    private const string ContentType = "application/xml; charset=utf-8";
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The index.</summary>
    public static SiteFile Index(SiteOptions site, IReadOnlyList<IssueEntry> issues)
    {
        var address = new SiteAddress(site);
        return new SiteFile(SiteAddress.Sitemap, ContentType, FeedText.Xml(xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var issue in issues)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, address.Of(SiteAddress.IssueSitemapPath(issue.Id)).AbsoluteUri);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    /// <summary>The pages of an issue.</summary>
    public static SiteFile OfIssue(SiteOptions site, DigestIssue issue, IReadOnlyList<PublishedEssay> essays)
    {
        var address = new SiteAddress(site);
        var pages = essays.Select(e => (Page: address.Essay(e.Record.Id), e.Updated)).Prepend((address.Issue(issue.Id), issue.Scheduled));
        return new SiteFile(SiteAddress.IssueSitemapPath(issue.Id), ContentType, FeedText.Xml(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var (page, updated) in pages)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, page.AbsoluteUri);
                xml.WriteElementString("lastmod", Namespace, FeedText.Rfc3339(updated));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    /// <summary>What crawlers may read, and where the index is.</summary>
    public static SiteFile Robots(SiteOptions site) => new(
        SiteAddress.Robots,
        "text/plain; charset=utf-8",
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {new SiteAddress(site).Of(SiteAddress.Sitemap)}\n"));
}
