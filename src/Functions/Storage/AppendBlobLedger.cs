using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// The ledgers on blob storage: append blob <c>{issueId}/{shard:x2}.jsonl</c>, one JSON entry a line, with the counts of
/// the last pass in its metadata; <c>{issueId}/control.json</c> beside them.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="lease">How long a lease holds without renewal, 15 to 60 seconds.</param>
/// <param name="clock">Times the renewal of leases.</param>
public sealed class AppendBlobLedger(BlobContainerClient container, TimeSpan lease, TimeProvider clock) : IDeliveryLedger
{
    private const string Extension = ".jsonl";
    private const string FinishedKey = "finished";
    private const string CountsKey = "counts";
    private const string DueKey = "due";

    /// <inheritdoc/>
    public async Task<IOpenLedger?> OpenAsync(string issueId, int shard, CancellationToken cancellationToken)
    {
        var blob = Blob(issueId, shard);
        await CreateAsync(blob, metadata: null, cancellationToken);
        var held = blob.GetBlobLeaseClient();
        var acquired = clock.GetTimestamp();
        try
        {
            await held.AcquireAsync(lease, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }

        try
        {
            BlobDownloadResult content = await blob.DownloadContentAsync(cancellationToken);
            var bytes = content.Content.ToMemory();
            return new AppendBlobLedgerWriter(
                blob, held, new HeldLease(lease, acquired, clock), LedgerLines.Read(bytes.Span), bytes.Length, DueIn(content.Details.Metadata));
        }
        catch
        {
            await held.ReleaseAsync(cancellationToken: CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryCloseEmptyAsync(string issueId, int shard, CancellationToken cancellationToken) =>
        CreateAsync(Blob(issueId, shard), Metadata(DeliveryCounts.None, finished: true, due: null), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerSummary> ListAsync(string issueId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blobs = container.GetBlobsAsync(BlobTraits.Metadata, prefix: issueId + "/", cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await HasNextAsync(blobs))
        {
            var blob = blobs.Current;
            var name = blob.Name.AsSpan(issueId.Length + 1);
            if (name.EndsWith(Extension, StringComparison.Ordinal)
                && int.TryParse(name[..^Extension.Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var shard))
            {
                yield return new LedgerSummary(
                    shard, blob.Properties.ContentLength ?? 0, blob.Metadata.ContainsKey(FinishedKey),
                    blob.Metadata.TryGetValue(CountsKey, out var counts) ? JsonSerializer.Deserialize<DeliveryCounts>(counts, StorageJson.Compact) : null,
                    DueIn(blob.Metadata), blob.Properties.LastModified ?? DateTimeOffset.MinValue);
            }
        }
    }

    /// <inheritdoc/>
    public Task<(IReadOnlyList<LedgerEntry> Entries, long Offset)> ReadAsync(
        string issueId, int shard, long offset, CancellationToken cancellationToken) =>
        ReadAsync(Blob(issueId, shard), offset, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryControl> ReadControlAsync(string issueId, CancellationToken cancellationToken) =>
        Control(issueId).ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryControl> ChangeControlAsync(
        string issueId, Func<DeliveryControl, DeliveryControl> change, CancellationToken cancellationToken) =>
        Control(issueId).ChangeAsync(change, cancellationToken);

    /// <summary>What a listing shows of a ledger.</summary>
    internal static Dictionary<string, string> Metadata(DeliveryCounts counts, bool finished, DateTimeOffset? due)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [CountsKey] = JsonSerializer.Serialize(counts, StorageJson.Compact) };
        if (finished)
        {
            metadata[FinishedKey] = "true";
        }

        if (due is { } time)
        {
            metadata[DueKey] = time.ToString("O", CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    private static DateTimeOffset? DueIn(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(DueKey, out var due) ? DateTimeOffset.Parse(due, CultureInfo.InvariantCulture) : null;

    private async Task<bool> CreateAsync(AppendBlobClient blob, Dictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        var options = new AppendBlobCreateOptions
        {
            Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson" },
            Metadata = metadata,
        };
        while (true)
        {
            try
            {
                await blob.CreateAsync(options, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.IsNotFound())
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.IsConflict() || e.ErrorCode == BlobErrorCode.LeaseIdMissing)
            {
                return false;
            }
        }
    }

    // No container: nothing was ever delivered.
    private static async Task<bool> HasNextAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return false;
        }
    }

    private static async Task<(IReadOnlyList<LedgerEntry> Entries, long Offset)> ReadAsync(
        AppendBlobClient blob, long offset, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await blob.DownloadContentAsync(
                new BlobDownloadOptions { Range = new HttpRange(offset) }, cancellationToken);
            var bytes = content.Content.ToMemory();
            return (LedgerLines.Read(bytes.Span), offset + bytes.Length);
        }
        catch (RequestFailedException e) when (e.IsNotFound() || e.Status == 416)
        {
            // 416: nothing behind the offset.
            return ([], offset);
        }
    }

    private AppendBlobClient Blob(string issueId, int shard) => container.GetAppendBlobClient($"{issueId}/{shard:x2}{Extension}");

    private SharedRecord<DeliveryControl> Control(string issueId) => new(container, issueId + "/control.json", DeliveryControl.Running);
}
