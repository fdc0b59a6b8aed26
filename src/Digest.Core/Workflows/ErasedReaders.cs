using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>Recognises readers who were erased: no list brings them back, and after a complaint nothing does.</summary>
public sealed class ErasedReaders(ISuppressionList list, SubscriberTokens tokens)
{
    /// <summary>What is kept of a reader, or null.</summary>
    public async Task<ErasedSuppression?> FindAsync(string subscriberId, CancellationToken cancellationToken)
    {
        var hashes = tokens.KeyedHashesOf(subscriberId);
        return (await list.ReadShardAsync(Subscriber.ShardOf(subscriberId), cancellationToken)).FirstOrDefault(e => hashes.Contains(e.Hash));
    }

    /// <summary>Which of these readers, all of one shard, were erased.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(int shard, IEnumerable<string> subscriberIds, CancellationToken cancellationToken)
    {
        var kept = (await list.ReadShardAsync(shard, cancellationToken)).Select(e => e.Hash).ToHashSet(StringComparer.Ordinal);
        return kept.Count == 0
            ? new HashSet<string>(StringComparer.Ordinal)
            : subscriberIds.Where(id => tokens.KeyedHashesOf(id).Any(kept.Contains)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Keeps of a reader who is about to be erased that no list may bring them back, and what suppressed them.</summary>
    public Task KeepAsync(Subscriber subscriber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return list.AddAsync(
            Subscriber.ShardOf(subscriber.Id),
            new ErasedSuppression(tokens.KeyedHashesOf(subscriber.Id)[0], subscriber.Suppression?.Cause, now),
            cancellationToken);
    }

    /// <summary>Forgets what is kept of a reader.</summary>
    public Task ForgetAsync(string subscriberId, CancellationToken cancellationToken) =>
        list.RemoveAsync(Subscriber.ShardOf(subscriberId), tokens.KeyedHashesOf(subscriberId), cancellationToken);
}
