using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>Loads what an issue can be made from.</summary>
public sealed class GatherMaterial(IEssayStore essays, IIssueStore issues, IssueArchive archive, IssueSchedule schedule, IssueOptions options)
{
    // The same essay under another name comes within weeks; older ones are noticed by their content hash.
    private const int IssuesToCompare = 4;
    private const int MostCorrections = 20;

    // A withdrawn text must not come back with a new headline, however late; each costs one read.
    private const int WithdrawnToCompare = 50;

    // Twice the limit: twins are left out only after the texts have been compared.
    private int MostCandidates => options.MaxEssays * 2;

    /// <summary>Reads what is pending, and the records only of what may get into the issue.</summary>
    public async Task<IssueMaterial> RunAsync(string issueId, DateTimeOffset scheduled, bool extra, CancellationToken cancellationToken)
    {
        var entries = await essays.ListPendingAsync(cancellationToken).ToListAsync(cancellationToken);
        var waiting = IssueSelection.Waiting(entries);
        var records = await CandidatesAsync(waiting, cancellationToken);
        return new IssueMaterial
        {
            Scheduled = scheduled,
            Extra = extra,
            Waiting = records,
            MoreWaiting = Math.Max(0, waiting.Count - MostCandidates),
            Pinned = waiting.Where(e => e.Placement == EssayPlacement.Pinned).Select(e => e.Id).ToHashSet(StringComparer.Ordinal),
            Sent = records.Count == 0 ? [] : await SentAsync(entries, records, cancellationToken),
            Corrections = await CorrectionsAsync(entries, cancellationToken),
            Overrides = extra
                ? await OfExtraAsync(issueId, scheduled, cancellationToken)
                : await OfScheduledAsync(issueId, scheduled, cancellationToken),
        };
    }

    /// <summary>What was set for the id, but for what an issue of the schedule waits for that comes later in the week.</summary>
    private async Task<IssueOverrides> OfExtraAsync(string issueId, DateTimeOffset now, CancellationToken cancellationToken) =>
        schedule.NextAfter(now) is { } next && IssueId.For(next) == IssueId.For(now)
            ? new IssueOverrides()
            : await archive.FindOverridesAsync(issueId, cancellationToken) ?? new IssueOverrides();

    /// <summary>What was set for the id, or for the id that it would have had if no extra issue had taken it.</summary>
    private async Task<IssueOverrides> OfScheduledAsync(string issueId, DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        IssueOverrides? passedOver = null;
        for (var ordinal = 1; ; ordinal++)
        {
            var id = IssueId.For(scheduled, ordinal);
            var set = await archive.FindOverridesAsync(id, cancellationToken) ?? passedOver;
            if (id == issueId)
            {
                return set ?? new IssueOverrides();
            }

            passedOver = (await issues.FindAsync(id, cancellationToken))?.Extra == true ? set : null;
        }
    }

    /// <summary>The essays that an issue made now would leave out, because it or an earlier one carries the same essay.</summary>
    public async Task<IReadOnlyList<IssueDuplicate>> DuplicatesAsync(CancellationToken cancellationToken)
    {
        var entries = await essays.ListPendingAsync(cancellationToken).ToListAsync(cancellationToken);
        var records = await CandidatesAsync(IssueSelection.Waiting(entries), cancellationToken);
        return records.Count == 0 ? [] : NearDuplicates.Find(records, await SentAsync(entries, records, cancellationToken));
    }

    private Task<IReadOnlyList<EssayRecord>> CandidatesAsync(IReadOnlyList<EssayEntry> waiting, CancellationToken cancellationToken) =>
        LoadAsync(waiting.Take(MostCandidates).Select(e => e.Id), cancellationToken);

    /// <summary>What readers have already, or must not get, and could get under another name.</summary>
    private async Task<IReadOnlyList<EssayRecord>> SentAsync(
        IReadOnlyList<EssayEntry> entries, IReadOnlyList<EssayRecord> waiting, CancellationToken cancellationToken)
    {
        var sent = new List<EssayRecord>();
        foreach (var hash in waiting.Select(e => e.ContentHash).Distinct(StringComparer.Ordinal))
        {
            foreach (var id in await essays.FindByContentAsync(hash, cancellationToken))
            {
                if (waiting.All(e => e.Id != id)
                    && await essays.FindEntryAsync(id, cancellationToken) is { IssueId: not null } or { Placement: EssayPlacement.Withdrawn }
                    && await essays.FindAsync(id, cancellationToken) is { } twin)
                {
                    sent.Add(twin);
                }
            }
        }

        var withdrawn = entries.Where(e => e.Placement == EssayPlacement.Withdrawn).OrderByDescending(e => e.Stored).Take(WithdrawnToCompare);
        sent.AddRange(await LoadAsync(withdrawn.Select(e => e.Id), cancellationToken));

        var recent = await issues.RecentAsync(cancellationToken);
        foreach (var issue in recent.Issues.TakeLast(IssuesToCompare))
        {
            sent.AddRange(await archive.LoadEssaysAsync(await archive.GetAsync(issue.Id, cancellationToken), cancellationToken));
        }

        return [.. sent.DistinctBy(e => e.Id)];
    }

    private async Task<IReadOnlyList<IssueCorrection>> CorrectionsAsync(List<EssayEntry> entries, CancellationToken cancellationToken)
    {
        var corrections = new List<IssueCorrection>();
        foreach (var entry in IssueSelection.Corrected(entries))
        {
            // A drop that was only read again, by newer rules, is no correction.
            if (corrections.Count < MostCorrections
                && await archive.FindCarriedAsync(entry, cancellationToken) is var (issue, sent)
                && sent.SourceETag != entry.SourceETag)
            {
                corrections.Add(new IssueCorrection(entry.Id, entry.Title, entry.Revision, issue.Id));
            }
        }

        return corrections;
    }

    private async Task<IReadOnlyList<EssayRecord>> LoadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var records = new List<EssayRecord>();
        foreach (var id in ids)
        {
            if (await essays.FindAsync(id, cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }
}
