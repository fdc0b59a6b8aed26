using Digest.Core.Ports;

namespace Digest.Core.Deliveries;

/// <summary>
/// Counts an issue's deliveries while they go on. Ledgers only grow, so each look reads only what was written since the
/// one before: watching costs one listing and a few small reads a look.
/// </summary>
/// <param name="ledgers">The ledgers.</param>
/// <param name="issueId">Id of the issue.</param>
/// <param name="clock">Dates the reports.</param>
public sealed class DeliveryTally(IDeliveryLedger ledgers, string issueId, TimeProvider clock)
{
    private const int Readers = 16;
    private const int MostReasons = 20;

    private readonly ShardDeliveries?[] _shards = new ShardDeliveries?[DeliveryTask.ShardCount];
    private readonly long[] _offsets = new long[DeliveryTask.ShardCount];
    private readonly Dictionary<(DeliveryState, string), int> _reasons = [];
    private readonly Lock _lock = new();
    private DateTimeOffset? _started;
    private DateTimeOffset? _last;

    /// <summary>Looks again.</summary>
    public async Task<DeliveryReport> LookAsync(CancellationToken cancellationToken)
    {
        var control = await ledgers.ReadControlAsync(issueId, cancellationToken);
        var summaries = await ledgers.ListAsync(issueId, cancellationToken).ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(
            summaries.Where(s => s.Length > _offsets[s.Shard]),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (summary, token) =>
            {
                var (entries, offset) = await ledgers.ReadAsync(issueId, summary.Shard, _offsets[summary.Shard], token);
                _offsets[summary.Shard] = offset;
                Add(summary.Shard, entries);
            });
        var counts = _shards.Aggregate(DeliveryCounts.None, (sum, shard) => shard is null ? sum : sum + shard.Count());
        return new DeliveryReport(
            issueId, clock.GetUtcNow(), counts, summaries.Count(s => s.Finished), control, _started, _last,
            [.. _reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key.Item2, StringComparer.Ordinal).Take(MostReasons)
                .Select(r => new DeliveryReason(r.Key.Item1, r.Key.Item2, r.Value))]);
    }

    private void Add(int shard, IReadOnlyList<LedgerEntry> entries)
    {
        lock (_lock)
        {
            var deliveries = _shards[shard] ??= new ShardDeliveries([]);
            foreach (var entry in entries)
            {
                deliveries.Apply(entry);
                _started = _started < entry.At ? _started : entry.At;
                _last = _last > entry.At ? _last : entry.At;
                if (entry.State != DeliveryState.Accepted && entry.Detail is { } words)
                {
                    var key = (entry.State, words);
                    _reasons[key] = _reasons.GetValueOrDefault(key) + entry.Subscribers.Count;
                }
            }
        }
    }
}
