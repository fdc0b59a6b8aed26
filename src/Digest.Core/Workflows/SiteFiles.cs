using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Feeds;
using Digest.Core.Rendering.Site;

namespace Digest.Core.Workflows;

/// <summary>
/// Renders what the site should hold, in the order in which it is to be written: what a page links to before the page.
/// Reads one issue, the issues that fill the feeds and one year's list, however large the archive is.
/// </summary>
public sealed class SiteFiles(IIssueStore issues, IssueArchive archive, SiteOptions options, MailOptions mail)
{
    // A quarter of a year of weeks, also of long ones; each is read with its essays whenever the feeds are written.
    private const int IssuesInFeed = 13;

    /// <summary>Everything that an issue adds or changes: its essays, its pages, the feeds, and all that lists it.</summary>
    public async Task<IReadOnlyList<SiteFile>> OfIssueAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var published = await archive.LoadAsync(issue, cancellationToken);
        var recent = await ShownAsync(issue.Id, cancellationToken);
        var newest = await NewestAsync(recent, [published], cancellationToken);
        var year = IssueId.Year(issue.Id);
        var ofYear = await issues.ListAsync(year, cancellationToken)
            .Where(entry => IssueId.ByAge.Compare(entry.Id, recent.Newest!.Id) <= 0)
            .ToListAsync(cancellationToken);
        var files = new List<SiteFile>();
        foreach (var essay in published.Essays)
        {
            files.Add(await SitePages.EssayAsync(options, essay));
        }

        foreach (var withdrawn in published.Withdrawn)
        {
            files.Add(await SitePages.WithdrawnAsync(options, withdrawn));
        }

        return
        [
            .. files,
            SitePages.Style(),
            SitePages.Mark(),
            await SitePages.IssueAsync(published.View(options, mail)),
            Sitemap.OfIssue(options, issue, published.Essays),
            .. await FeedsAsync(newest),
            await SitePages.NotFoundAsync(options),
            Sitemap.Index(options, SiteAddress.YearSitemapPath(year), ofYear),
            Sitemap.Index(options, SiteAddress.Sitemap, recent.Issues),
            Sitemap.Robots(options, recent.Years),
            await SitePages.YearAsync(options, year, ofYear),
            await SitePages.ArchiveAsync(options, recent),
            await SitePages.HomeAsync(options, newest.Count == 0 ? null : newest[0].View(options, mail)),
        ];
    }

    /// <summary>The feeds, and what else changes with corrected essays.</summary>
    /// <param name="corrected">Issues that carried essays which changed since, as they are now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SiteFile>> OfCorrectionsAsync(IReadOnlyList<PublishedIssue> corrected, CancellationToken cancellationToken) =>
    [
        .. await FeedsAsync(await NewestAsync(await ShownAsync(publishing: null, cancellationToken), corrected, cancellationToken)),
        .. corrected.Select(issue => Sitemap.OfIssue(options, issue.Issue, issue.Essays)),
    ];

    /// <summary>The issues that lists and feeds may name: none that is newer than those with pages, as after a run that was cut off.</summary>
    private async Task<RecentIssues> ShownAsync(string? publishing, CancellationToken cancellationToken)
    {
        var recent = await issues.RecentAsync(cancellationToken);
        while (recent.Newest is { } newest && newest.Id != publishing
            && await archive.ProgressAsync(newest.Id, cancellationToken) < IssueProgress.SitePublished)
        {
            recent = recent.WithoutNewest();
        }

        return recent;
    }

    private async Task<IReadOnlyList<SiteFile>> FeedsAsync(IReadOnlyList<PublishedIssue> newest)
    {
        var views = newest.Select(issue => issue.View(options, mail)).ToList();
        return
        [
            .. FeedFiles.Of(Feed.OfEssays(options, [.. newest.SelectMany(issue => issue.Essays)]), SiteAddress.Rss, SiteAddress.Atom, SiteAddress.Json),
            .. FeedFiles.Of(await Feed.OfIssuesAsync(options, views), SiteAddress.IssuesRss, SiteAddress.IssuesAtom, SiteAddress.IssuesJson),
        ];
    }

    /// <summary>The newest issues that together fill the feed of essays, and no fewer than the feed of issues shows, newest first.</summary>
    private async Task<IReadOnlyList<PublishedIssue>> NewestAsync(
        RecentIssues recent, IReadOnlyList<PublishedIssue> loaded, CancellationToken cancellationToken)
    {
        var newest = new List<PublishedIssue>();
        for (var i = recent.Issues.Count - 1; i >= 0 && newest.Count < options.FeedEntries && (newest.Count < IssuesInFeed || newest.Sum(n => n.Essays.Count) < options.FeedEntries); i--)
        {
            var id = recent.Issues[i].Id;
            newest.Add(loaded.FirstOrDefault(l => l.Issue.Id == id)
                ?? await archive.LoadAsync(await archive.GetAsync(id, cancellationToken), cancellationToken));
        }

        return newest;
    }
}
