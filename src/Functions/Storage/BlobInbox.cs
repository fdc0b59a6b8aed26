using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Decoding;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>The inbox on blob storage.</summary>
public sealed class BlobInbox(BlobServiceClient service) : IInbox
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient(StorageNames.Incoming);

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var properties = blob.Properties;
            yield return new InboxEntry(
                blob.Name,
                Version(properties.ETag ?? default),
                properties.ContentLength ?? 0,
                properties.ContentType,
                properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    /// <inheritdoc/>
    public async Task<InboxEntry?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await _container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new InboxEntry(name, Version(properties.ETag), properties.ContentLength, properties.ContentType, properties.LastModified);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<RawEssay?> ReadAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        var exactly = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(entry.ETag) } };
        try
        {
            BlobDownloadResult content = await _container.GetBlobClient(entry.Name).DownloadContentAsync(exactly, cancellationToken);
            return new RawEssay(entry.Name, content.Content.ToMemory(), entry.ContentType, entry.Received);
        }
        catch (RequestFailedException e) when (e.IsNotFound() || e.IsConflict())
        {
            return null;
        }
    }

    /// <summary>Listings give ETags without their quotes, headers with them: one form for both.</summary>
    private static string Version(ETag etag) => etag.ToString("H");
}
