using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Telemetry;

namespace Digest.Core.Workflows;

/// <summary>Why the workflow runs.</summary>
public enum AssembleRequest
{
    /// <summary>The timer: an issue is made when one is due.</summary>
    WhenDue,

    /// <summary>An editor: an extra issue is made of what waits, at once.</summary>
    Now,
}

/// <summary>What a run of <see cref="AssembleDigest"/> did.</summary>
/// <param name="IssueId">The issue that was made or finished, or null when none was.</param>
/// <param name="Reason">One sentence for an editor.</param>
/// <param name="WaitsForEditor">True when an issue is overdue and goes out only if an editor says so.</param>
public sealed record AssembleResult(string? IssueId, string Reason, bool WaitsForEditor = false);

/// <summary>
/// Makes the issue that is due. A run that was cut off anywhere is finished by the next one: the manifest is created
/// once, and every step after it may be repeated.
/// </summary>
public sealed class AssembleDigest(
    IEssayStore essays, IIssueStore issues, GatherMaterial gather, FinishIssue finish, PublishSite publication,
    IssueSchedule schedule, IssueOptions options, TimeProvider clock)
{
    // More issues than days in a week point at a mistake in the schedule rather than at editors in a hurry.
    private const int MostInOneWeek = 100;

    /// <summary>Finishes what was begun, then makes an issue if one is asked for.</summary>
    public async Task<AssembleResult> RunAsync(AssembleRequest request, CancellationToken cancellationToken)
    {
        var recent = await finish.UnfinishedAsync(cancellationToken);
        var corrected = IssueSelection.Corrected(await essays.ListPendingAsync(cancellationToken).ToListAsync(cancellationToken));
        await publication.CorrectionsAsync(corrected, cancellationToken);
        await ReviveTwinsAsync(corrected, cancellationToken);
        var now = clock.GetUtcNow();
        if (recent.Newest is { } newest)
        {
            DigestTelemetry.FeedSeen(newest.Scheduled, now);
        }

        if (request == AssembleRequest.Now)
        {
            return await MakeAsync(TimeZoneInfo.ConvertTime(now, schedule.Zone), extra: true, cancellationToken);
        }

        var last = await issues.ListDecisionsAsync(now, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        var due = IssueDue.Decide(schedule, TimeSpan.FromHours(options.MaxHoursLate), last, now);
        foreach (var decision in due.Record)
        {
            await issues.SaveDecisionAsync(decision, cancellationToken);
        }

        return due.Scheduled is { } scheduled
            ? await MakeAsync(scheduled, extra: false, cancellationToken)
            : due.Record is [.., var decided]
                ? new AssembleResult(null, decided.Reason, decided.Outcome == IssueOutcome.HeldLate)
                : new AssembleResult(null, "No issue is due.");
    }

    /// <summary>An essay that an issue left out and that has another text now waits again, to be compared anew.</summary>
    private async Task ReviveTwinsAsync(IReadOnlyList<EssayEntry> corrected, CancellationToken cancellationToken)
    {
        foreach (var entry in corrected)
        {
            if (await issues.FindAsync(entry.IssueId!, cancellationToken) is { } issue && issue.Duplicates.Any(d => d.EssayId == entry.Id))
            {
                await essays.ForgetIssueAsync(entry.Id, cancellationToken);
            }
        }
    }

    private async Task<AssembleResult> MakeAsync(DateTimeOffset scheduled, bool extra, CancellationToken cancellationToken)
    {
        for (var ordinal = 1; ordinal <= MostInOneWeek;)
        {
            // The essays of every earlier issue are marked before this one looks for those that wait, and it can only be
            // made while no other has come after these.
            var recent = await finish.UnfinishedAsync(cancellationToken);
            var id = IssueId.For(scheduled, ordinal);
            if (await issues.FindAsync(id, cancellationToken) is { } existing)
            {
                if (existing.Scheduled == scheduled)
                {
                    await finish.RunAsync(existing, cancellationToken);
                    return await DecidedAsync(IssueDecision.Assembled(existing, clock.GetUtcNow()), extra, cancellationToken);
                }

                ordinal++;
                continue;
            }

            var material = await gather.RunAsync(id, scheduled, extra, cancellationToken);
            var issue = IssueComposition.Compose(material, id, options, Rendering.IssueView.TemplateVersion, clock.GetUtcNow());
            if (IssueDecision.Against(issue, options, clock.GetUtcNow()) is { } empty)
            {
                return await DecidedAsync(empty, extra, cancellationToken);
            }

            await finish.TryOutAsync(issue, material.Waiting);

            // When somebody else was first, the loop looks at what there is now.
            await issues.TryCreateAsync(issue, recent, cancellationToken);
        }

        throw new InvalidOperationException($"The week of {IssueId.For(scheduled)} has {MostInOneWeek} issues already; check Digest:Issues:Schedule.");
    }

    // Extra issues are outside the schedule: no scheduled time is decided by them.
    private async Task<AssembleResult> DecidedAsync(IssueDecision decision, bool extra, CancellationToken cancellationToken)
    {
        if (!extra)
        {
            await issues.SaveDecisionAsync(decision, cancellationToken);
        }

        return new AssembleResult(decision.IssueId, decision.Reason);
    }
}
