using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// The site in the container <c>$web</c>. A file that would get the bytes it has is not written, so its ETag and
/// Last-Modified stay and readers that ask again get 304.
/// </summary>
/// <param name="container">The container <c>$web</c>.</param>
public sealed class BlobSite(BlobContainerClient container) : ISite
{
    private const string Hash = "sha256";
    private const int MostTries = 5;

    /// <inheritdoc/>
    public async Task<bool> PublishAsync(SiteFile file, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(file.Path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        for (var attempt = 1; ; attempt++)
        {
            var present = await PropertiesAsync(blob, cancellationToken);
            if (present is not null
                && present.Metadata.TryGetValue(Hash, out var known) && known == hash
                && present.ContentType == file.ContentType && present.CacheControl == file.CacheControl)
            {
                return false;
            }

            try
            {
                await blob.UploadAsync(BinaryData.FromBytes(file.Bytes), Upload(file, hash, present?.ETag), cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.IsConflict() && attempt < MostTries)
            {
                // Somebody wrote meanwhile: look again, it may be the same bytes.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await container.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return content.Content.ToMemory();
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }

    private static BlobUploadOptions Upload(SiteFile file, string hash, ETag? present) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType, CacheControl = file.CacheControl },
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Hash] = hash },
        Conditions = present is { } etag ? new BlobRequestConditions { IfMatch = etag } : new BlobRequestConditions { IfNoneMatch = ETag.All },
    };

    private static async Task<BlobProperties?> PropertiesAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }
}
