using Digest.Core.Subscribers;

namespace Digest.Core.Ports;

/// <summary>What is kept of readers who were erased, by the shard they were in.</summary>
public interface ISuppressionList
{
    /// <summary>The entries of a shard; few, for few readers are erased.</summary>
    Task<IReadOnlyList<ErasedSuppression>> ReadShardAsync(int shard, CancellationToken cancellationToken);

    /// <summary>Adds an entry, in place of one with the same hash.</summary>
    Task AddAsync(int shard, ErasedSuppression entry, CancellationToken cancellationToken);

    /// <summary>Removes the entries with any of these hashes; without one nothing happens.</summary>
    Task RemoveAsync(int shard, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}
