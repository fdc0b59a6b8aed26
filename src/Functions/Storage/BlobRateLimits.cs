using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// Counters on blob storage: one append blob a key and window, <c>{window start}/{key}</c>, one byte an event. Storage
/// answers an append with the place it landed at, so the count is exact however many instances write, in one operation.
/// Old windows are deleted by the container's lifecycle rule.
/// </summary>
/// <param name="container">The container.</param>
public sealed class BlobRateLimits(BlobContainerClient container) : IRateLimits
{
    /// <inheritdoc/>
    public async Task<long> CountAsync(string key, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = DateTimeOffset.UnixEpoch + window * Math.Floor((now - DateTimeOffset.UnixEpoch) / window);
        var blob = container.GetAppendBlobClient($"{start.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture)}/{key}");
        while (true)
        {
            try
            {
                using var one = new MemoryStream([(byte)'.']);
                BlobAppendInfo written = await blob.AppendBlockAsync(one, cancellationToken: cancellationToken);
                return long.Parse(written.BlobAppendOffset, CultureInfo.InvariantCulture) + 1;
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.IsNotFound())
            {
                await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlockCountExceedsLimit)
            {
                return long.MaxValue;
            }
        }
    }
}
