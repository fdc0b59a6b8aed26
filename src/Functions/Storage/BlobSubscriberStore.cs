using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Functions.Storage;

/// <summary>
/// The subscribers on blob storage: one blob a shard, <c>{shard:x2}.json</c>, a JSON array by id. Written with the ETag
/// that was read, so two writers never lose each other's change.
/// </summary>
/// <param name="container">The container.</param>
public sealed class BlobSubscriberStore(BlobContainerClient container) : ISubscriberStore
{
    private const int MostTries = 30;

    private static readonly ImmutableSortedDictionary<string, Subscriber> Empty =
        ImmutableSortedDictionary.Create<string, Subscriber>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, Subscriber>> ReadShardAsync(int shard, CancellationToken cancellationToken) =>
        (await ReadAsync(Blob(shard), cancellationToken)).Subscribers;

    /// <inheritdoc/>
    public async Task<ImmutableSortedDictionary<string, Subscriber>> ChangeShardAsync(
        int shard,
        Func<ImmutableSortedDictionary<string, Subscriber>, ImmutableSortedDictionary<string, Subscriber>> change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var blob = Blob(shard);
        for (var attempt = 1; ; attempt++)
        {
            var (before, version) = await ReadAsync(blob, cancellationToken);
            var after = change(before);
            if (ReferenceEquals(after, before))
            {
                return before;
            }

            try
            {
                await blob.UploadAsync(
                    BinaryData.FromObjectAsJson(after.Values, StorageJson.Compact),
                    new BlobUploadOptions
                    {
                        Conditions = version is { } read ? new BlobRequestConditions { IfMatch = read } : new BlobRequestConditions { IfNoneMatch = ETag.All },
                        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                    },
                    cancellationToken);
                return after;
            }
            catch (RequestFailedException e) when (e.IsNotFound() && attempt < MostTries)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.IsConflict() && attempt < MostTries)
            {
                // Somebody else wrote this shard; the wait keeps many writers from meeting again and again.
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancellationToken);
            }
        }
    }

    private static async Task<(ImmutableSortedDictionary<string, Subscriber> Subscribers, ETag? Version)> ReadAsync(
        BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await blob.DownloadContentAsync(cancellationToken);
            var subscribers = content.Content.ToObjectFromJson<Subscriber[]>(StorageJson.Compact)
                ?? throw new JsonException($"{blob.Name} holds no list of subscribers.");
            return (Empty.AddRange(subscribers.Select(s => KeyValuePair.Create(s.Id, s))), content.Details.ETag);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return (Empty, null);
        }
    }

    private BlobClient Blob(int shard) => container.GetBlobClient($"{shard:x2}.json");
}
