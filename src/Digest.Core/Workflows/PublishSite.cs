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
        foreach (var essay in await PresentAsync(issue, cancellationToken))
        {
            await site.PublishAsync(await SitePages.EssayAsync(options, essay), cancellationToken);
        }

        var view = new IssueView(issue, await archive.LoadEssaysAsync(issue, cancellationToken), options, mail);
        await site.PublishAsync(await SitePages.IssueAsync(view), cancellationToken);
        await ListsAsync(cancellationToken);
    }

    /// <summary>Shows the present revision of essays that changed after an issue carried them. Costs a reading each when nothing is new.</summary>
    /// <param name="corrected">Essays whose current revision is not the one readers were told of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task CorrectionsAsync(IReadOnlyList<EssayEntry> corrected, CancellationToken cancellationToken)
    {
        var changed = new List<SiteFile>();
        foreach (var entry in corrected)
        {
            if (entry.IssueId is { } issueId
                && await issues.FindAsync(issueId, cancellationToken) is { } issue
                && issue.Items.FirstOrDefault(i => i.EssayId == entry.Id) is { } item
                && await essays.FindAsync(entry.Id, cancellationToken) is { } record)
            {
                var page = await SitePages.EssayAsync(options, new PublishedEssay(record, issue.Id, issue.Scheduled, item.Revision));
                var present = await site.ReadAsync(page.Path, cancellationToken);
                if (present is null || !present.Value.Span.SequenceEqual(page.Bytes.Span))
                {
                    changed.Add(page);
                }
            }
        }

        if (changed.Count > 0)
        {
            // Pages last: while they differ, a run that was cut off starts again from the feeds.
            await ListsAsync(cancellationToken);
            foreach (var page in changed)
            {
                await site.PublishAsync(page, cancellationToken);
            }
        }
    }

    /// <summary>Publishes feeds, archive and landing page as they follow from the stored issues.</summary>
    public async Task ListsAsync(CancellationToken cancellationToken)
    {
        var entries = await issues.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var recent = new List<DigestIssue>();
        foreach (var entry in entries.AsEnumerable().Reverse())
        {
            if (recent.Sum(i => i.Items.Count) >= options.FeedEntries || recent.Count >= options.FeedEntries)
            {
                break;
            }

            recent.Add(await archive.GetAsync(entry.Id, cancellationToken));
        }

        var published = new List<PublishedEssay>();
        foreach (var issue in recent)
        {
            published.AddRange(await PresentAsync(issue, cancellationToken));
        }

        var address = new SiteAddress(options);
        var feed = Feed.OfEssays(options, published);
        await site.PublishAsync(SitePages.Style(), cancellationToken);
        await site.PublishAsync(await SitePages.NotFoundAsync(options), cancellationToken);
        await site.PublishAsync(new SiteFile(SiteAddress.Rss, RssFeed.ContentType, RssFeed.Write(feed, address.Of(SiteAddress.Rss))), cancellationToken);
        await site.PublishAsync(await SitePages.ArchiveAsync(options, entries), cancellationToken);
        var latest = recent.Count == 0
            ? null
            : new IssueView(recent[0], await archive.LoadEssaysAsync(recent[0], cancellationToken), options, mail);
        await site.PublishAsync(await SitePages.HomeAsync(options, latest), cancellationToken);
    }

    private async Task<IReadOnlyList<PublishedEssay>> PresentAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var published = new List<PublishedEssay>();
        foreach (var (item, sent) in issue.Items.Zip(await archive.LoadEssaysAsync(issue, cancellationToken)))
        {
            var present = await essays.FindAsync(item.EssayId, cancellationToken);
            published.Add(new PublishedEssay(
                present is not null && present.Revision > item.Revision ? present : sent, issue.Id, issue.Scheduled, item.Revision));
        }

        return published;
    }
}
