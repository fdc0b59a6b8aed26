using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Functions.Storage;

/// <summary>The subscribers on blob storage: one blob a shard, <c>{shard:x2}.json</c>, a JSON array by id.</summary>
/// <param name="container">The container.</param>
public sealed class BlobSubscriberStore(BlobContainerClient container) : ISubscriberStore
{
    private static readonly ImmutableSortedDictionary<string, Subscriber> Empty =
        ImmutableSortedDictionary.Create<string, Subscriber>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, Subscriber>> ReadShardAsync(int shard, CancellationToken cancellationToken) =>
        ById(await Shard(shard).ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, Subscriber>> ChangeShardAsync(
        int shard,
        Func<ImmutableSortedDictionary<string, Subscriber>, ImmutableSortedDictionary<string, Subscriber>> change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var after = Empty;
        await Shard(shard).ChangeAsync(
            stored =>
            {
                var before = ById(stored);
                after = change(before);
                return ReferenceEquals(after, before) ? stored : [.. after.Values];
            },
            cancellationToken);
        return after;
    }

    private static ImmutableSortedDictionary<string, Subscriber> ById(Subscriber[] subscribers) =>
        Empty.AddRange(subscribers.Select(s => KeyValuePair.Create(s.Id, s)));

    private SharedRecord<Subscriber[]> Shard(int shard) => new(container, $"{shard:x2}.json", []);
}
