using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Core.Telemetry;

namespace Digest.Core.Workflows;

/// <summary>
/// Takes an issue from its manifest to the delivery queue: essays marked, mail stored, site published, shards queued.
/// Each step may be repeated: marks and files are the same again, and who works on a queued shard minds its ledger.
/// </summary>
public sealed class FinishIssue(
    IEssayStore essays, IIssueStore issues, IssueArchive archive, PublishSite publication, IDeliveryQueue queue, SiteOptions site, MailOptions mail)
{
    // An issue is made only after all earlier ones are finished; a few more are looked at in case two ran at once.
    private const int NewestToCheck = 4;
    private const int QueueWriters = 16;

    /// <summary>Finishes issues that an earlier run left unfinished; afterwards no essay waits that an issue carries.</summary>
    /// <returns>The newest issues.</returns>
    public async Task<RecentIssues> UnfinishedAsync(CancellationToken cancellationToken)
    {
        var recent = await issues.RecentAsync(cancellationToken);
        foreach (var entry in recent.Issues.TakeLast(NewestToCheck))
        {
            if (await archive.ProgressAsync(entry.Id, cancellationToken) != IssueProgress.Finished)
            {
                await RunAsync(await archive.GetAsync(entry.Id, cancellationToken), cancellationToken);
            }
        }

        return recent;
    }

    /// <summary>Renders an issue that does not exist yet, so that one which can't be rendered never will.</summary>
    /// <param name="issue">The manifest.</param>
    /// <param name="essays">At least the essays it names.</param>
    public async Task TryOutAsync(DigestIssue issue, IEnumerable<EssayRecord> essays) =>
        await IssueRendering.OfAsync(IssueView.Of(issue, essays, site, mail));

    /// <summary>Does what is left to do for an issue.</summary>
    public async Task RunAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        using var activity = DigestTelemetry.StartIssue(issue.Id, "finish", issue.Items.Select(item => item.EssayId));
        var progress = await archive.ProgressAsync(issue.Id, cancellationToken);
        if (progress < IssueProgress.EssaysMarked)
        {
            await MarkAsync(issue, cancellationToken);
            await archive.SaveProgressAsync(issue.Id, IssueProgress.EssaysMarked, cancellationToken);
        }

        if (progress < IssueProgress.MailStored)
        {
            var view = (await archive.LoadAsync(issue, cancellationToken)).View(site, mail);
            var template = await IssueMail.RenderAsync(view);
            await issues.SavePartAsync(issue.Id, MailTemplate.PartName, template.ToJson(), "application/json; charset=utf-8", cancellationToken);
            await archive.SaveProgressAsync(issue.Id, IssueProgress.MailStored, cancellationToken);
        }

        if (progress < IssueProgress.SitePublished)
        {
            await publication.IssueAsync(issue, cancellationToken);
            await archive.SaveProgressAsync(issue.Id, IssueProgress.SitePublished, cancellationToken);
        }

        if (progress < IssueProgress.Finished)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, DeliveryTask.ShardCount),
                new ParallelOptions { MaxDegreeOfParallelism = QueueWriters, CancellationToken = cancellationToken },
                async (shard, token) => await queue.EnqueueAsync(new DeliveryTask(issue.Id, shard), TimeSpan.Zero, token));
            await archive.SaveProgressAsync(issue.Id, IssueProgress.Finished, cancellationToken);
        }
    }

    private async Task MarkAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        foreach (var item in issue.Items)
        {
            await essays.MarkIssuedAsync(item.EssayId, issue.Id, item.Revision, cancellationToken);
        }

        foreach (var duplicate in issue.Duplicates)
        {
            await essays.MarkIssuedAsync(duplicate.EssayId, issue.Id, duplicate.Revision, cancellationToken);
        }

        // A correction keeps the issue that first carried the essay; only what readers know of moves on.
        foreach (var correction in issue.Corrections)
        {
            await essays.MarkIssuedAsync(correction.EssayId, correction.FirstIssueId, correction.Revision, cancellationToken);
        }
    }
}
