using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Host;

/// <summary>A blob that a trigger is to be run for; also the message put on the poison queue, as the Functions host writes it.</summary>
/// <param name="Type">Always <c>BlobTrigger</c>.</param>
/// <param name="FunctionId">The function.</param>
/// <param name="BlobType">Always <c>BlockBlob</c>.</param>
/// <param name="ContainerName">Container.</param>
/// <param name="BlobName">Path in it.</param>
/// <param name="ETag">Version.</param>
internal sealed record BlobTriggerMessage(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    /// <summary>As a queue message.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>From a queue message.</summary>
    public static BlobTriggerMessage FromJson(string json) =>
        JsonSerializer.Deserialize<BlobTriggerMessage>(json) ?? throw new FormatException("The message is empty.");
}

/// <summary>
/// The polling half of a blob trigger: looks for versions of blobs without a receipt, puts each on the trigger's queue,
/// and then writes the receipt (a blob per version, as the Functions host keeps it). A crash between the two puts the
/// version on the queue twice, never not at all.
/// </summary>
internal sealed class BlobScanner(
    string functionName,
    BlobContainerClient container,
    BlobContainerClient receipts,
    QueueClient queue,
    QueueListener listener,
    ILogger logger) : IDisposable
{
    /// <summary>Why a listing is no XML: that can't hold control characters, which the emulator writes into it. Azure encodes them.</summary>
    public const string Unlistable =
        "The storage emulator can't list its blobs; probably the name of one has a control character. Delete that blob, or begin again with digest up --fresh.";

    private readonly Backoff _backoff = new();
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks into the container at once.</summary>
    public void Wake() => _backoff.Wake();

    /// <summary>Scans until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var found = await ScanAsync(cancellationToken);
                await _backoff.WaitAsync(found, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (XmlException)
            {
                logger.LogWarning("{Container}: {Why}", container.Name, Unlistable);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The container {Container} does not answer; looking again", container.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _backoff.Dispose();

    /// <summary>The path is hashed: with the receipt's own prefix it could be longer than a blob's name may be.</summary>
    private string ReceiptName(string blobName, string etag)
    {
        var path = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)));
        return $"blobreceipts/{functionName}/{container.Name}/{path}/{etag.Trim('"')}";
    }

    private async Task<bool> ScanAsync(CancellationToken cancellationToken)
    {
        var found = false;
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var etag = blob.Properties.ETag?.ToString() ?? string.Empty;
            if (_seen.TryGetValue(blob.Name, out var seen) && string.Equals(seen, etag, StringComparison.Ordinal))
            {
                continue;
            }

            var receipt = receipts.GetBlobClient(ReceiptName(blob.Name, etag));
            if (!await receipt.ExistsAsync(cancellationToken))
            {
                var message = new BlobTriggerMessage("BlobTrigger", functionName, "BlockBlob", container.Name, blob.Name, etag);
                await queue.SendMessageAsync(message.ToJson(), cancellationToken);
                listener.Wake();
                await receipt.UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellationToken);
                found = true;
            }

            _seen[blob.Name] = etag;
        }

        return found;
    }
}
