using Digest.Core.Subscribers;

namespace Digest.Core.Ports;

/// <summary>The subscribers: one small blob each, named by the hash of the normalised address.</summary>
public interface ISubscriberStore
{
    /// <summary>The subscriber, with the version to write back against, or null.</summary>
    Task<(Subscriber Subscriber, string Version)?> FindAsync(string subscriberId, CancellationToken cancellationToken);

    /// <summary>Writes a subscriber against the version that was read.</summary>
    /// <param name="subscriber">New state.</param>
    /// <param name="version">Version from <see cref="FindAsync"/>; null to create.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when somebody else wrote meanwhile.</returns>
    Task<bool> TrySaveAsync(Subscriber subscriber, string? version, CancellationToken cancellationToken);

    /// <summary>The subscribers of a shard, by id.</summary>
    IAsyncEnumerable<Subscriber> ListShardAsync(int shard, CancellationToken cancellationToken);

    /// <summary>Removes a subscriber for good (erasure). Idempotent.</summary>
    Task EraseAsync(string subscriberId, CancellationToken cancellationToken);
}
