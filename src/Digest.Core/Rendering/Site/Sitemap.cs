using System.Text;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering.Feeds;

namespace Digest.Core.Rendering.Site;

/// <summary>
/// Lists of pages for search engines (sitemaps.org): one an issue, an index over the newest of them and one over each
/// year's, so that a new issue or a corrected essay changes a few small files however large the archive is.
/// </summary>
public static class Sitemap
{
    private const string ContentType = "application/xml; charset=utf-8";
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>An index over issues.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="path">Path of the index.</param>
    /// <param name="issues">The issues it lists.</param>
    public static SiteFile Index(SiteOptions site, string path, IReadOnlyList<IssueEntry> issues)
    {
        var address = new SiteAddress(site);
        return new SiteFile(path, ContentType, FeedText.Xml(xml =>
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
        var pages = essays.Select(e => (Page: address.Essay(e.Record.Id), e.Updated)).Prepend((address.Issue(issue.Id), issue.Date));
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

    /// <summary>What crawlers may read, and where the indexes are: an index may not list another one, but this file may list many.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="years">Years that have issues.</param>
    public static SiteFile Robots(SiteOptions site, IReadOnlyList<int> years)
    {
        var address = new SiteAddress(site);
        var indexes = years.Reverse().Select(SiteAddress.YearSitemapPath).Prepend(SiteAddress.Sitemap);
        return new SiteFile(
            SiteAddress.Robots,
            "text/plain; charset=utf-8",
            Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n{string.Concat(indexes.Select(path => $"Sitemap: {address.Of(path)}\n"))}"));
    }
}
