using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>What an operator, or the hourly look, does about an issue's delivery as a whole.</summary>
public sealed class DirectDelivery(IDeliveryLedger ledgers, IDeliveryQueue queue, IIssueStore issues, TimeProvider clock)
{
    private const int QueueWriters = 16;
    private const int NewestLookedAt = 3;

    /// <summary>Nothing more is sent; what is under way at this moment is finished.</summary>
    public Task<DeliveryControl> HoldAsync(string issueId, string reason, CancellationToken cancellationToken) =>
        ledgers.ChangeControlAsync(issueId, c => c with { Held = true, Reason = reason, Changed = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Lets a held issue go on; what is uncertain goes out again where that was asked for while it was held.</summary>
    /// <returns>How many shards were put on the queue.</returns>
    public async Task<int> ResumeAsync(string issueId, CancellationToken cancellationToken)
    {
        var control = await ledgers.ChangeControlAsync(
            issueId, c => c with { Held = false, Reason = null, RefusalsInDoubt = false, Changed = clock.GetUtcNow() }, cancellationToken);
        var idle = await ledgers.ListAsync(issueId, cancellationToken)
            .Where(s => s.Finished && !(control.ResendUncertainBefore is not null && s.Counts is { Uncertain: > 0 }))
            .Select(s => s.Shard).ToListAsync(cancellationToken);
        return await EnqueueAsync(issueId, [.. Enumerable.Range(0, DeliveryTask.ShardCount).Except(idle)], cancellationToken);
    }

    /// <summary>
    /// The refusals were the sender's fault, which is mended: whoever was refused is tried again, and the issue goes on.
    /// Nobody is suppressed for them.
    /// </summary>
    /// <returns>How many shards were put on the queue; null when a worker still has one of them and it must be asked for again.</returns>
    public async Task<int?> RetryRefusedAsync(string issueId, CancellationToken cancellationToken)
    {
        var refused = await ledgers.ListAsync(issueId, cancellationToken).Where(s => s.Counts is { Refused: > 0 }).ToListAsync(cancellationToken);
        foreach (var summary in refused)
        {
            await using var ledger = await ledgers.OpenAsync(issueId, summary.Shard, cancellationToken);
            if (ledger is null)
            {
                return null;
            }

            var deliveries = new ShardDeliveries(ledger.Entries);
            var again = new LedgerEntry(
                clock.GetUtcNow(), DeliveryState.Planned,
                [.. deliveries.All.Where(d => d.State == DeliveryState.Refused).Select(d => d.SubscriberId)]);
            await ledger.AppendAsync([again], cancellationToken);
            deliveries.Apply(again);
            await ledger.SummariseAsync(deliveries.Count(), finished: false, due: null, cancellationToken);
        }

        return await ResumeAsync(issueId, cancellationToken);
    }

    /// <summary>The refusals speak of the addresses, many as they are: they suppress, and the issue goes on.</summary>
    /// <returns>How many shards were put on the queue.</returns>
    public async Task<int> ConfirmRefusalsAsync(string issueId, CancellationToken cancellationToken)
    {
        await ledgers.ChangeControlAsync(issueId, c => c with { RefusalsConfirmed = true }, cancellationToken);
        var shards = await ResumeAsync(issueId, cancellationToken);
        // With nothing left to send, a look at any shard is what finishes the issue.
        return shards > 0 ? shards : await EnqueueAsync(issueId, [0], cancellationToken);
    }

    /// <summary>Sends all that is uncertain now once more, with the same Message-ID.</summary>
    /// <returns>How many shards were put on the queue; null while the issue is held: they go out when it is resumed.</returns>
    public async Task<int?> ResendUncertainAsync(string issueId, CancellationToken cancellationToken)
    {
        var control = await ledgers.ChangeControlAsync(issueId, c => c with { ResendUncertainBefore = clock.GetUtcNow() }, cancellationToken);
        if (control.Held)
        {
            return null;
        }

        var shards = await ledgers.ListAsync(issueId, cancellationToken)
            .Where(s => s.Counts is null or { Uncertain: > 0 }).Select(s => s.Shard).ToListAsync(cancellationToken);
        return await EnqueueAsync(issueId, shards, cancellationToken);
    }

    /// <summary>
    /// Puts shards of the newest issues back on the queue that are not finished although nobody has worked on them for a
    /// while after they were due: their task was lost with a worker that died again and again.
    /// </summary>
    /// <param name="idle">How long after it was due nobody must have written to a shard.</param>
    /// <param name="cancellationToken">Stops between shards.</param>
    /// <returns>How many shards were put on the queue.</returns>
    public async Task<int> ReviveAsync(TimeSpan idle, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - idle;
        var revived = 0;
        foreach (var issue in (await issues.RecentAsync(cancellationToken)).Issues.TakeLast(NewestLookedAt))
        {
            var known = await ledgers.ListAsync(issue.Id, cancellationToken).ToListAsync(cancellationToken);
            // No ledger at all: the issue was never put on the queue, which is for whoever assembles it to do. One that is being
            // worked on may have tasks that wait for their turn.
            if (known.Count == 0 || known.Max(s => s.LastWritten) >= before || (await ledgers.ReadControlAsync(issue.Id, cancellationToken)).Held)
            {
                continue;
            }

            var cared = known.Where(s => s.Finished || s.Due >= before).Select(s => s.Shard);
            revived += await EnqueueAsync(issue.Id, [.. Enumerable.Range(0, DeliveryTask.ShardCount).Except(cared)], cancellationToken);
        }

        return revived;
    }

    private async Task<int> EnqueueAsync(string issueId, List<int> shards, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            shards,
            new ParallelOptions { MaxDegreeOfParallelism = QueueWriters, CancellationToken = cancellationToken },
            async (shard, token) => await queue.EnqueueAsync(new DeliveryTask(issueId, shard), TimeSpan.Zero, token));
        return shards.Count;
    }
}
