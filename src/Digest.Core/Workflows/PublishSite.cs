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
public sealed class PublishSite(IEssayStore essays, IssueArchive archive, SiteFiles files, ISite site, IFeedHub hub, SiteOptions options)
{
    /// <summary>Publishes an issue: its essays, its page, and everything that lists it.</summary>
    public async Task IssueAsync(DigestIssue issue, CancellationToken cancellationToken) =>
        await PublishAsync(await files.OfIssueAsync(issue, cancellationToken), cancellationToken);

    /// <summary>Shows the present revision of essays that changed after an issue carried them. Costs a reading each when nothing is new.</summary>
    /// <param name="corrected">Essays whose current revision is not the one readers were told of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task CorrectionsAsync(IReadOnlyList<EssayEntry> corrected, CancellationToken cancellationToken)
    {
        var pages = new List<SiteFile>();
        var changed = new Dictionary<string, DigestIssue>(StringComparer.Ordinal);
        var reread = new List<PublishedEssay>();
        foreach (var entry in corrected)
        {
            if (await archive.FindCarriedAsync(entry, cancellationToken) is not var (issue, sent)
                || await essays.FindAsync(entry.Id, cancellationToken) is not { } record)
            {
                continue;
            }

            var essay = new PublishedEssay(record, issue.Id, issue.Date, sent);
            if (essay.Corrected is null)
            {
                reread.Add(essay);
            }

            var page = await SitePages.EssayAsync(options, essay);
            if (!await site.HoldsAsync(page, cancellationToken))
            {
                pages.Add(page);
                changed[issue.Id] = issue;
            }
        }

        if (pages.Count > 0)
        {
            var issues = new List<PublishedIssue>();
            foreach (var issue in changed.Values)
            {
                issues.Add(await archive.LoadAsync(issue, cancellationToken));
            }

            // Pages last: while they differ, a run that was cut off starts again from the feeds.
            await PublishAsync([.. await files.OfCorrectionsAsync(issues, cancellationToken), .. pages], cancellationToken);
        }

        // Read again by newer rules: there is nothing readers must be told.
        foreach (var essay in reread)
        {
            await essays.MarkIssuedAsync(essay.Record.Id, essay.IssueId, essay.Record.Revision, cancellationToken);
        }
    }

    private async Task PublishAsync(IReadOnlyList<SiteFile> toWrite, CancellationToken cancellationToken)
    {
        var address = new SiteAddress(options);
        var feeds = new List<Uri>();
        foreach (var file in toWrite)
        {
            if (await site.PublishAsync(file, cancellationToken) && FeedFiles.IsFeed(file))
            {
                feeds.Add(address.Of(file.Path));
            }
        }

        if (feeds.Count > 0)
        {
            await hub.AnnounceAsync(feeds, cancellationToken);
        }
    }
}
