using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Checking;

namespace Digest.Core.Workflows;

/// <summary>The next issue as it would be made now, rendered and checked; nothing is stored.</summary>
/// <param name="View">The issue.</param>
/// <param name="Rendering">Mail and page.</param>
/// <param name="Checks">What was checked.</param>
/// <param name="WaitingOn">Titles of essays that wait on for the issue after it.</param>
public sealed record IssuePreview(IssueView View, IssueRendering Rendering, IReadOnlyList<IssueCheck> Checks, IReadOnlyList<string> WaitingOn);

/// <summary>Renders the next issue without storing it, by the same steps that will make it.</summary>
public sealed class PreviewIssue(
    IIssueStore issues, GatherMaterial gather, IssueArchive archive, IssueSchedule schedule, IssueOptions options,
    SiteOptions site, MailOptions mail, TimeProvider clock)
{
    /// <summary>Previews the issue the schedule comes to next.</summary>
    public async Task<IssuePreview> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var scheduled = schedule.NextAfter(now) ?? TimeZoneInfo.ConvertTime(now, schedule.Zone);
        var id = await FreeIdAsync(scheduled, cancellationToken);
        var material = await gather.RunAsync(id, scheduled, extra: false, cancellationToken);
        var issue = IssueComposition.Compose(material, id, options, IssueView.TemplateVersion, now);
        var byId = material.Waiting.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var view = new IssueView(issue, [.. issue.Items.Select(i => byId[i.EssayId])], site, mail);
        var rendering = await IssueRendering.OfAsync(view);
        var gone = issue.Items.Select(i => i.EssayId).Concat(issue.Duplicates.Select(d => d.EssayId)).ToHashSet(StringComparer.Ordinal);
        return new IssuePreview(
            view, rendering, IssueChecks.Run(view, rendering), [.. material.Waiting.Where(e => !gone.Contains(e.Id)).Select(e => e.Essay.Title)]);
    }

    /// <summary>Renders a stored issue again from its manifest and essay revisions.</summary>
    /// <returns>The rendering, or null when there is no such issue.</returns>
    public async Task<(IssueView View, IssueRendering Rendering)?> RebuildAsync(string issueId, CancellationToken cancellationToken)
    {
        if (await issues.FindAsync(issueId, cancellationToken) is not { } issue)
        {
            return null;
        }

        var view = new IssueView(issue, await archive.LoadEssaysAsync(issue, cancellationToken), site, mail);
        return (view, await IssueRendering.OfAsync(view));
    }

    /// <summary>The id the next issue of the schedule will have.</summary>
    public async Task<string> FreeIdAsync(DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        for (var ordinal = 1; ; ordinal++)
        {
            var id = IssueId.For(scheduled, ordinal);
            if (await issues.FindAsync(id, cancellationToken) is null)
            {
                return id;
            }
        }
    }
}
