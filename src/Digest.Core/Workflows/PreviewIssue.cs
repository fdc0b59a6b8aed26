using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Checking;

namespace Digest.Core.Workflows;

/// <summary>An issue as it was or would be made, rendered and checked; nothing is stored.</summary>
/// <param name="View">The issue.</param>
/// <param name="Rendering">Mail and page.</param>
/// <param name="Checks">What was checked.</param>
/// <param name="WhyNone">Why no issue would be made of what waits; null when one would be, or was.</param>
public sealed record IssuePreview(IssueView View, IssueRendering Rendering, IReadOnlyList<IssueCheck> Checks, string? WhyNone = null)
{
    /// <summary>Essays that wait on for the issue after it: those next in turn.</summary>
    public IReadOnlyList<EssayRecord> WaitingOn { get; init; } = [];

    /// <summary>How many more wait behind these.</summary>
    public int MoreWaiting { get; init; }

    /// <summary>Ids of the essays that an editor has put first.</summary>
    public IReadOnlySet<string> Pinned { get; init; } = new HashSet<string>();
}

/// <summary>Renders issues without storing anything, by the same steps that make them.</summary>
public sealed class PreviewIssue(
    IIssueStore issues, GatherMaterial gather, IssueArchive archive, IssueSchedule schedule, IssueOptions options,
    SiteOptions site, MailOptions mail, TimeProvider clock)
{
    /// <summary>Previews the issue the schedule comes to next.</summary>
    public Task<IssuePreview> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return PreviewAsync(schedule.NextAfter(now) ?? TimeZoneInfo.ConvertTime(now, schedule.Zone), cancellationToken);
    }

    /// <summary>Previews a week: its issue as it was stored, or else as it would be made now of what waits.</summary>
    /// <param name="monday">First day of the week.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The preview, or null when the schedule has no issue in that week and none was made.</returns>
    public async Task<IssuePreview?> OfWeekAsync(DateOnly monday, CancellationToken cancellationToken)
    {
        var first = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if (await RebuildAsync(IssueId.For(first), cancellationToken) is var (view, rendering))
        {
            return new IssuePreview(view, rendering, IssueChecks.Run(view, rendering));
        }

        // A day more at either end: the zone's Monday begins up to fourteen hours before or after that of UTC.
        return schedule.Between(first.AddDays(-1), first.AddDays(8)).FirstOrDefault(t => IssueId.For(t) == IssueId.For(first)) is var scheduled
            && scheduled != default
                ? await PreviewAsync(scheduled, cancellationToken)
                : null;
    }

    private async Task<IssuePreview> PreviewAsync(DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        var id = await FreeIdAsync(scheduled, cancellationToken);
        var material = await gather.RunAsync(id, scheduled, extra: false, cancellationToken);
        var issue = IssueComposition.Compose(material, id, options, IssueView.TemplateVersion, clock.GetUtcNow());
        var view = IssueView.Of(issue, material.Waiting, site, mail);
        var rendering = await IssueRendering.OfAsync(view);
        var gone = issue.Items.Select(i => i.EssayId).Concat(issue.Duplicates.Select(d => d.EssayId)).ToHashSet(StringComparer.Ordinal);
        var none = IssueDecision.Foreseen(issue, options);
        return new IssuePreview(
            view, rendering, none is null ? IssueChecks.Run(view, rendering) : [], none)
        {
            WaitingOn = [.. material.Waiting.Where(e => !gone.Contains(e.Id))],
            MoreWaiting = material.MoreWaiting,
            Pinned = material.Pinned,
        };
    }

    /// <summary>Renders a stored issue again from its manifest and essay revisions.</summary>
    /// <returns>The rendering, or null when there is no such issue.</returns>
    public async Task<(IssueView View, IssueRendering Rendering)?> RebuildAsync(string issueId, CancellationToken cancellationToken)
    {
        if (await issues.FindAsync(issueId, cancellationToken) is not { } issue)
        {
            return null;
        }

        var view = (await archive.LoadAsync(issue, cancellationToken)).View(site, mail);
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
