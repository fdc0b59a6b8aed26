using Azure.Storage.Blobs;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Functions.Storage;

/// <summary>The suppression list on blob storage: one blob a shard, <c>erased/{shard:x2}.json</c>, beside the subscribers.</summary>
/// <param name="container">The container.</param>
public sealed class BlobSuppressionList(BlobContainerClient container) : ISuppressionList
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ErasedSuppression>> ReadShardAsync(int shard, CancellationToken cancellationToken) =>
        await Shard(shard).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(int shard, ErasedSuppression entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Shard(shard).ChangeAsync(
            known => [.. known.Where(e => !string.Equals(e.Hash, entry.Hash, StringComparison.Ordinal)), entry], cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(int shard, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        Shard(shard).ChangeAsync(known => known.Any(e => hashes.Contains(e.Hash)) ? [.. known.Where(e => !hashes.Contains(e.Hash))] : known, cancellationToken);

    private SharedRecord<ErasedSuppression[]> Shard(int shard) => new(container, $"erased/{shard:x2}.json", []);
}
