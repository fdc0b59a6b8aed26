using System.Collections.Immutable;
using Digest.Core.Deliveries;
using Digest.Core.Subscribers;

namespace Digest.Core.Ports;

/// <summary>
/// The subscribers, by shard: the shard of a subscriber is the first byte of their id. A shard is read and written
/// as a whole; the subscribers of a shard are few (400 of 100,000), and one blob a subscriber would make an import of
/// 100,000 take 100,000 writes, and listing dearer than reading.
/// </summary>
public interface ISubscriberStore
{
    /// <summary>The subscribers of a shard, by id; empty when there are none.</summary>
    /// <param name="shard">0 to 255.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<ImmutableSortedDictionary<string, Subscriber>> ReadShardAsync(int shard, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a shard as one step: reads it, applies <paramref name="change"/>, and writes the result unless somebody
    /// else wrote meanwhile; then it begins anew. Nothing is written when the change returns what it was given.
    /// </summary>
    /// <param name="shard">0 to 255.</param>
    /// <param name="change">Pure: it may run more than once.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    /// <returns>The shard as it stands now.</returns>
    Task<ImmutableSortedDictionary<string, Subscriber>> ChangeShardAsync(
        int shard,
        Func<ImmutableSortedDictionary<string, Subscriber>, ImmutableSortedDictionary<string, Subscriber>> change,
        CancellationToken cancellationToken);
}

/// <summary>One subscriber at a time, and how many there are.</summary>
public static class SubscriberStoreExtensions
{
    private const int Readers = 16;

    /// <summary>How many would get an issue now. Reads every shard: 256 storage operations.</summary>
    public static async Task<int> CountActiveAsync(this ISubscriberStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var active = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, DeliveryTask.ShardCount),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (shard, token) => Interlocked.Add(
                ref active, (await store.ReadShardAsync(shard, token)).Values.Count(s => s.State == SubscriberState.Active)));
        return active;
    }

    /// <summary>The subscriber, or null.</summary>
    public static async Task<Subscriber?> FindAsync(this ISubscriberStore store, string subscriberId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var shard = await store.ReadShardAsync(Subscriber.ShardOf(subscriberId), cancellationToken);
        return shard.GetValueOrDefault(subscriberId);
    }

    /// <summary>Changes one subscriber.</summary>
    /// <param name="store">The store.</param>
    /// <param name="subscriberId">Who.</param>
    /// <param name="change">From the subscriber, or null when there is none, to the new state; null erases. Pure.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    /// <returns>The subscriber as they stand now, or null.</returns>
    public static async Task<Subscriber?> ChangeAsync(
        this ISubscriberStore store, string subscriberId, Func<Subscriber?, Subscriber?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(change);
        var shard = await store.ChangeShardAsync(
            Subscriber.ShardOf(subscriberId),
            subscribers => change(subscribers.GetValueOrDefault(subscriberId)) is { } changed
                ? subscribers.SetItem(subscriberId, changed)
                : subscribers.Remove(subscriberId),
            cancellationToken);
        return shard.GetValueOrDefault(subscriberId);
    }
}
