using System.Collections.Immutable;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>What an import did.</summary>
/// <param name="Lines">Lines with something on them, headings not counted.</param>
/// <param name="Added">New subscribers, active from now on.</param>
/// <param name="Known">Were active before.</param>
/// <param name="Left">Have left; an import never brings anybody back.</param>
/// <param name="Suppressed">Bounced or complained before, or were erased; nothing is sent to them.</param>
/// <param name="Duplicates">Lines that repeat an earlier one.</param>
/// <param name="Invalid">Lines that can't be used, with the reason.</param>
public sealed record ImportResult(
    int Lines, int Added, int Known, int Left, int Suppressed, int Duplicates, IReadOnlyList<ListLine> Invalid);

/// <summary>
/// Imports a list of subscribers. May be cut off anywhere and run again: who is there already is left as they are.
/// </summary>
public sealed class ImportSubscribers(ISubscriberStore subscribers, ErasedReaders erased, TimeProvider clock)
{
    private const int Writers = 8;

    /// <summary>Imports a list.</summary>
    /// <param name="list">The CSV file.</param>
    /// <param name="consentSource">Where consent was given, for lines that do not say.</param>
    /// <param name="progress">Told how many shards of 256 are written; or null.</param>
    /// <param name="cancellationToken">Stops between shards.</param>
    public async Task<ImportResult> RunAsync(
        TextReader list, string? consentSource, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var invalid = new List<ListLine>();
        var byShard = Enumerable.Range(0, DeliveryTask.ShardCount).Select(_ => new Dictionary<string, Subscriber>(StringComparer.Ordinal)).ToArray();
        int lines = 0, duplicates = 0;
        foreach (var line in SubscriberList.Read(list, consentSource, now))
        {
            lines++;
            if (line.Problem is not null)
            {
                invalid.Add(line);
                continue;
            }

            var subscriber = SubscriberStates.Imported(line.Address!, line.Consent!, now);
            duplicates += byShard[Subscriber.ShardOf(subscriber.Id)].TryAdd(subscriber.Id, subscriber) ? 0 : 1;
        }

        int added = 0, known = 0, left = 0, suppressed = 0, written = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, DeliveryTask.ShardCount).Where(shard => byShard[shard].Count > 0),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (shard, token) =>
            {
                var mine = byShard[shard];
                var barred = await erased.AmongAsync(shard, mine.Keys, token);
                var before = ImmutableSortedDictionary<string, Subscriber>.Empty;
                await subscribers.ChangeShardAsync(shard, current => (before = current).SetItems(mine.Where(m => current.ContainsKey(m.Key) || !barred.Contains(m.Key)).Select(m => KeyValuePair.Create(
                    m.Key, SubscriberStates.AfterImport(current.GetValueOrDefault(m.Key), m.Value)))), token);
                foreach (var id in mine.Keys)
                {
                    _ = before.GetValueOrDefault(id)?.State switch
                    {
                        null when barred.Contains(id) => Interlocked.Increment(ref suppressed),
                        null or SubscriberState.Pending => Interlocked.Increment(ref added),
                        SubscriberState.Active => Interlocked.Increment(ref known),
                        SubscriberState.Unsubscribed => Interlocked.Increment(ref left),
                        _ => Interlocked.Increment(ref suppressed),
                    };
                }

                progress?.Report(Interlocked.Increment(ref written));
            });
        return new ImportResult(lines, added, known, left, suppressed, duplicates, invalid);
    }
}
