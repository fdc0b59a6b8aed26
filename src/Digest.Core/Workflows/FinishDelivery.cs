using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>
/// What follows when the last shard of an issue is done: its refusals are judged as a whole, suppress whom they speak
/// of, and the report is stored. Refusals do nothing before: only the whole issue shows whether they speak of the addresses.
/// </summary>
public sealed class FinishDelivery(
    IIssueStore issues, ISubscriberStore subscribers, IDeliveryLedger ledgers, DeliveryOptions options, TimeProvider clock)
{
    private const int Writers = 8;

    /// <summary>Looks whether the issue is done, and finishes it. Two may do so at once, and do the same.</summary>
    /// <returns>The control as it stands when the issue is done: the refusals may be in doubt. Running while it is not done.</returns>
    public async Task<DeliveryControl> RunAsync(string issueId, CancellationToken cancellationToken)
    {
        var shards = await ledgers.ListAsync(issueId, cancellationToken).ToListAsync(cancellationToken);
        if (shards.Count(s => s.Finished) < DeliveryTask.ShardCount)
        {
            return DeliveryControl.Running;
        }

        var control = await ledgers.ReadControlAsync(issueId, cancellationToken);
        var length = shards.Sum(s => s.Length);
        if (await issues.ReadPartAsync(issueId, DeliveryReport.PartName, cancellationToken) is { } stored
            && DeliveryReport.FromJson(stored.Span) is { } earlier && earlier.LedgerLength == length && earlier.Control == control)
        {
            // Nothing has been written or decided since: whoever stored that report has done all of this.
            return control;
        }

        var counts = shards.Aggregate(DeliveryCounts.None, (sum, shard) => sum + (shard.Counts ?? DeliveryCounts.None));
        if (!control.RefusalsConfirmed && !control.RefusalsInDoubt
            && RefusalWatch.AreTooManyOfAll(counts.Refused, counts.Refused + counts.Accepted, options))
        {
            control = await ledgers.ChangeControlAsync(issueId, c => RefusalWatch.Doubt(c, words: null, clock.GetUtcNow(), options), cancellationToken);
        }

        if (!control.RefusalsInDoubt)
        {
            await Parallel.ForEachAsync(
                shards.Where(s => s.Counts is { Refused: > 0 }),
                new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
                async (shard, token) => await NoteRefusalsAsync(issueId, shard.Shard, token));
        }

        var report = await new DeliveryTally(ledgers, issueId, clock).LookAsync(cancellationToken);
        await issues.SavePartAsync(issueId, DeliveryReport.PartName, (report with { LedgerLength = length }).ToJson(), "application/json; charset=utf-8", cancellationToken);
        return control;
    }

    private async Task NoteRefusalsAsync(string issueId, int shard, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (entries, _) = await ledgers.ReadAsync(issueId, shard, 0, cancellationToken);
        var refusals = new ShardDeliveries(entries).All.Where(d => d.State == DeliveryState.Refused && d.Refusal is not null).ToList();
        await subscribers.ChangeShardAsync(
            shard,
            current => refusals.Aggregate(current, (all, delivery) => all.TryGetValue(delivery.SubscriberId, out var subscriber)
                ? all.SetItem(delivery.SubscriberId, SubscriberStates.AfterRefusal(subscriber, issueId, delivery.Refusal!, options.SoftBounceLimit, now))
                : all),
            cancellationToken);
    }
}
