using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Digest.Functions.Storage;

/// <summary>
/// A small JSON blob that several writers change: it is read, changed and written with the ETag that was read, so that
/// none loses another's change.
/// </summary>
/// <param name="container">The container; made with the first write where it is missing.</param>
/// <param name="name">Name of the blob.</param>
/// <param name="absent">What stands for a blob that is not there.</param>
/// <typeparam name="T">What is stored.</typeparam>
internal sealed class SharedRecord<T>(BlobContainerClient container, string name, T absent)
    where T : class
{
    private const int MostTries = 30;

    private readonly BlobClient _blob = container.GetBlobClient(name);

    /// <summary>What is stored now.</summary>
    public async Task<T> ReadAsync(CancellationToken cancellationToken) => (await ReadVersionAsync(cancellationToken)).Record;

    /// <summary>Changes what is stored as one step. Nothing is written when the change returns what it was given.</summary>
    /// <param name="change">Pure: it runs again when somebody else wrote meanwhile.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    /// <returns>What is stored from now on.</returns>
    public async Task<T> ChangeAsync(Func<T, T> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; ; attempt++)
        {
            var (before, version) = await ReadVersionAsync(cancellationToken);
            var after = change(before);
            if (EqualityComparer<T>.Default.Equals(after, before))
            {
                return before;
            }

            try
            {
                await _blob.UploadAsync(
                    BinaryData.FromObjectAsJson(after, StorageJson.Compact),
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
                // The wait keeps many writers from meeting again and again.
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancellationToken);
            }
        }
    }

    private async Task<(T Record, ETag? Version)> ReadVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await _blob.DownloadContentAsync(cancellationToken);
            var record = content.Content.ToObjectFromJson<T>(StorageJson.Compact) ?? throw new JsonException($"{name} holds nothing.");
            return (record, content.Details.ETag);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return (absent, null);
        }
    }
}
