using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Feeds;
using Digest.Core.Rendering.Site;

namespace Digest.Core.Workflows;

/// <summary>
/// Publishes pages and feeds. What a page links to is written before the page, so a reader never follows a link into
/// nothing; a file with the same bytes is not written again. The cost depends on one issue and the length of the feeds,
/// not on the size of the archive.
/// </summary>
public sealed class PublishSite(IEssayStore essays, IIssueStore issues, IssueArchive archive, ISite site, SiteOptions options, MailOptions mail)
{
    /// <summary>Publishes an issue: its essays, its page, and everything that lists it.</summary>
    public async Task IssueAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var carried = await PresentAsync(issue, cancellationToken);
        foreach (var essay in carried)
        {
            await site.PublishAsync(await SitePages.EssayAsync(options, essay), cancellationToken);
        }

        await site.PublishAsync(await SitePages.IssueAsync(await ViewAsync(issue, cancellationToken)), cancellationToken);
        await site.PublishAsync(Sitemap.OfIssue(options, issue, carried), cancellationToken);
        await ListsAsync(cancellationToken);
    }

    /// <summary>Shows the present revision of essays that changed after an issue carried them. Costs a reading each when nothing is new.</summary>
    /// <param name="corrected">Essays whose current revision is not the one readers were told of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task CorrectionsAsync(IReadOnlyList<EssayEntry> corrected, CancellationToken cancellationToken)
    {
        var changed = new List<SiteFile>();
        var reread = new List<PublishedEssay>();
        foreach (var entry in corrected)
        {
            if (await archive.FindCarriedAsync(entry, cancellationToken) is not var (issue, sent)
                || await essays.FindAsync(entry.Id, cancellationToken) is not { } record)
            {
                continue;
            }

            var essay = new PublishedEssay(record, issue.Id, issue.Scheduled, sent);
            if (essay.Corrected is null)
            {
                reread.Add(essay);
            }

            var page = await SitePages.EssayAsync(options, essay);
            var present = await site.ReadAsync(page.Path, cancellationToken);
            if (present is null || !present.Value.Span.SequenceEqual(page.Bytes.Span))
            {
                changed.Add(Sitemap.OfIssue(options, issue, await PresentAsync(issue, cancellationToken)));
                changed.Add(page);
            }
        }

        if (changed.Count > 0)
        {
            // Pages last: while they differ, a run that was cut off starts again from the feeds.
            await FeedsAsync(await RecentAsync(await issues.ListAsync(cancellationToken).ToListAsync(cancellationToken), cancellationToken), cancellationToken);
            await PublishAsync(changed, cancellationToken);
        }

        // Read again by newer rules: there is nothing readers must be told.
        foreach (var essay in reread)
        {
            await essays.MarkIssuedAsync(essay.Record.Id, essay.IssueId, essay.Record.Revision, cancellationToken);
        }
    }

    private async Task ListsAsync(CancellationToken cancellationToken)
    {
        var entries = await issues.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var recent = await RecentAsync(entries, cancellationToken);
        await FeedsAsync(recent, cancellationToken);
        await PublishAsync(
            [
                SitePages.Style(),
                await SitePages.NotFoundAsync(options),
                Sitemap.Robots(options),
                Sitemap.Index(options, entries),
                await SitePages.ArchiveAsync(options, entries),
                await SitePages.HomeAsync(options, recent.Count == 0 ? null : await ViewAsync(recent[0], cancellationToken)),
            ],
            cancellationToken);
    }

    private async Task FeedsAsync(IReadOnlyList<DigestIssue> recent, CancellationToken cancellationToken)
    {
        var published = new List<PublishedEssay>();
        var views = new List<IssueView>();
        foreach (var issue in recent)
        {
            published.AddRange(await PresentAsync(issue, cancellationToken));
            views.Add(await ViewAsync(issue, cancellationToken));
        }

        await PublishAsync(
            [
                .. FeedFiles.Of(Feed.OfEssays(options, published), SiteAddress.Rss, SiteAddress.Atom, SiteAddress.Json),
                .. FeedFiles.Of(await Feed.OfIssuesAsync(options, views), SiteAddress.IssuesRss, SiteAddress.IssuesAtom, SiteAddress.IssuesJson),
            ],
            cancellationToken);
    }

    /// <summary>The newest issues that together fill the feeds, newest first.</summary>
    private async Task<IReadOnlyList<DigestIssue>> RecentAsync(IReadOnlyList<IssueEntry> entries, CancellationToken cancellationToken)
    {
        var recent = new List<DigestIssue>();
        for (var i = entries.Count - 1; i >= 0 && recent.Count < options.FeedEntries && recent.Sum(r => r.Items.Count) < options.FeedEntries; i--)
        {
            recent.Add(await archive.GetAsync(entries[i].Id, cancellationToken));
        }

        return recent;
    }

    private async Task PublishAsync(IReadOnlyList<SiteFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await site.PublishAsync(file, cancellationToken);
        }
    }

    private async Task<IssueView> ViewAsync(DigestIssue issue, CancellationToken cancellationToken) =>
        new(issue, await archive.LoadEssaysAsync(issue, cancellationToken), options, mail);

    private async Task<IReadOnlyList<PublishedEssay>> PresentAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var published = new List<PublishedEssay>();
        foreach (var (item, sent) in issue.Items.Zip(await archive.LoadEssaysAsync(issue, cancellationToken)))
        {
            var present = await essays.FindAsync(item.EssayId, cancellationToken);
            published.Add(new PublishedEssay(
                present is not null && present.Revision > item.Revision ? present : sent, issue.Id, issue.Scheduled, sent));
        }

        return published;
    }
}
