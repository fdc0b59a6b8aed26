using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Telemetry;

namespace Digest.Core.Workflows;

/// <summary>What became of a drop.</summary>
public enum IngestOutcome
{
    /// <summary>Stored as a new essay or a new revision.</summary>
    Stored,

    /// <summary>Nothing a reader would see changed.</summary>
    Unchanged,

    /// <summary>Can't be used; a problem stands beside it.</summary>
    Rejected,

    /// <summary>The drop is gone, or was replaced while it was read: another event speaks of the new one.</summary>
    Gone,
}

/// <summary>
/// Reads one drop and stores what came out. May be run again at any time, after a crash between any two steps, or twice
/// at once: the same drop leads to the same state.
/// </summary>
public sealed class IngestEssay(IInbox inbox, IEssayStore essays, EssayReader reader, DecodingOptions limits, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Reads the drop called <paramref name="name"/>.</summary>
    /// <param name="name">Path in <c>incoming</c>.</param>
    /// <param name="cancellationToken">Stops between steps; running again finishes the work.</param>
    public async Task<IngestOutcome> RunAsync(string name, CancellationToken cancellationToken)
    {
        using var activity = DigestTelemetry.StartDrop(name, "ingest");
        var outcome = await ReadAsync(name, cancellationToken);
        DigestTelemetry.DropHandled(outcome.ToString());
        return outcome;
    }

    private async Task<IngestOutcome> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(name, cancellationToken) is not { } drop)
        {
            return IngestOutcome.Gone;
        }

        var id = EssayId.FromSourceName(name);
        if (IsRead(await essays.FindEntryAsync(id, cancellationToken), drop))
        {
            await essays.ClearProblemAsync(name, cancellationToken);
            return IngestOutcome.Unchanged;
        }

        if (limits.Refuse(drop.Length) is { } tooLarge)
        {
            return await RejectAsync(drop, tooLarge, cancellationToken);
        }

        if (await inbox.ReadAsync(drop, cancellationToken) is not { } raw)
        {
            return IngestOutcome.Gone;
        }

        return reader.Read(raw) switch
        {
            ReadResult.Ready(var essay) => await StoreAsync(id, drop, essay, cancellationToken),
            ReadResult.Rejected(var problem) => await RejectAsync(drop, problem, cancellationToken),
            _ => throw new InvalidOperationException("A reading is an essay or a problem."),
        };
    }

    private bool IsRead(EssayEntry? known, InboxEntry drop) =>
        known is not null
        && string.Equals(known.SourceETag, drop.ETag, StringComparison.Ordinal)
        && string.Equals(known.RuleSetVersion, reader.RuleSetVersion, StringComparison.Ordinal);

    private async Task<IngestOutcome> StoreAsync(string id, InboxEntry drop, Essay essay, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(essay);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var known = await essays.FindEntryAsync(id, cancellationToken);
            if (IsRead(known, drop))
            {
                // Another run of the same event was quicker.
                return IngestOutcome.Unchanged;
            }

            if ((await inbox.FindAsync(drop.Name, cancellationToken))?.ETag is not { } current
                || !string.Equals(current, drop.ETag, StringComparison.Ordinal))
            {
                // What was read is the past: it must not be written over the reading of the drop that took its place.
                return IngestOutcome.Gone;
            }

            // A draft that an editor has released is one no more, however often it is dropped or read again.
            var hold = essay.IsDraft && (known is null || await essays.FindAsync(id, cancellationToken) is not { Essay.IsDraft: true });
            if (hold && known is { IssueId: { } issue, Placement: not EssayPlacement.Withdrawn })
            {
                return await RejectAsync(drop, DraftOf(issue), cancellationToken);
            }

            var isChange = known is null || !string.Equals(known.ContentHash, hash, StringComparison.Ordinal);
            var record = new EssayRecord
            {
                Id = id,
                SourceName = drop.Name,
                SourceETag = drop.ETag,
                Revision = (known?.Revision ?? 0) + (isChange ? 1 : 0),
                FirstReceived = known?.FirstReceived ?? drop.Received,
                Received = drop.Received,
                Stored = clock.GetUtcNow(),
                ContentHash = hash,
                Essay = essay,
            };
            if (await essays.TrySaveAsync(record, known, hold, cancellationToken))
            {
                await essays.ClearProblemAsync(drop.Name, cancellationToken);
                DigestTelemetry.EssayStored(record);
                return isChange ? IngestOutcome.Stored : IngestOutcome.Unchanged;
            }
        }

        throw new InvalidOperationException($"The essay {id} changed {MostAttempts} times while it was stored; the trigger tries again.");
    }

    private static Problem DraftOf(string issue) => new(
        ProblemCodes.Draft,
        $"It calls itself a draft, and readers have the essay already (issue {issue}), so they keep the version they have. Drop it again without that line to correct it.");

    private async Task<IngestOutcome> RejectAsync(InboxEntry drop, Problem problem, CancellationToken cancellationToken)
    {
        if (await essays.FindEntryAsync(EssayId.FromSourceName(drop.Name), cancellationToken) is { IssueId: null, Placement: EssayPlacement.Normal or EssayPlacement.Pinned })
        {
            problem = problem with { Message = $"{problem.Message} What was read of its earlier version still waits for an issue: hold it if it must not go." };
        }

        await essays.SaveProblemAsync(
            new DropProblem(drop.Name, drop.ETag, drop.Received, clock.GetUtcNow(), problem), cancellationToken);
        return IngestOutcome.Rejected;
    }
}
