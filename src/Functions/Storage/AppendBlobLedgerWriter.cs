using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// An open ledger: a lease on the append blob, renewed in the background. Every append carries the lease and the length
/// the blob must have, so a worker that lost its lease, or a request that is sent twice, can't write a line out of turn.
/// </summary>
internal sealed class AppendBlobLedgerWriter : IOpenLedger
{
    // An append may carry 4 MiB; this leaves room.
    private const long LargestAppend = 4_000_000;

    private readonly AppendBlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly TimeSpan _leaseTime;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _renewal;
    private long _length;

    public AppendBlobLedgerWriter(
        AppendBlobClient blob, BlobLeaseClient lease, TimeSpan leaseTime, IReadOnlyList<LedgerEntry> entries, long length, TimeProvider clock)
    {
        _blob = blob;
        _lease = lease;
        _leaseTime = leaseTime;
        _clock = clock;
        _length = length;
        Entries = entries;
        _renewal = RenewAsync();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <inheritdoc/>
    public CancellationToken LeaseLost => _lost.Token;

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        using var lines = LedgerLines.Write(entries);
        if (lines.Length > LargestAppend)
        {
            throw new InvalidOperationException(
                $"{lines.Length} bytes of ledger entries do not fit into one append; a shard can hold about 55,000 subscribers.");
        }

        var options = new AppendBlobAppendBlockOptions
        {
            Conditions = new AppendBlobRequestConditions { LeaseId = _lease.LeaseId, IfAppendPositionEqual = _length },
        };
        try
        {
            await _blob.AppendBlockAsync(lines, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.AppendPositionConditionNotMet)
        {
            // A request whose answer was lost is sent again and meets its own lines. Under the lease nobody else can
            // have written them.
            if (await LengthUnderLeaseAsync(cancellationToken) != _length + lines.Length)
            {
                throw new LeaseLostException("The ledger has grown by another hand.", e);
            }
        }
        catch (RequestFailedException e) when (IsLeaseLost(e))
        {
            await _lost.CancelAsync();
            throw new LeaseLostException("Another worker has taken over this shard.", e);
        }

        _length += lines.Length;
    }

    /// <inheritdoc/>
    public async Task SummariseAsync(DeliveryCounts counts, bool finished, CancellationToken cancellationToken)
    {
        try
        {
            await _blob.SetMetadataAsync(
                AppendBlobLedger.Metadata(counts, finished), new BlobRequestConditions { LeaseId = _lease.LeaseId }, cancellationToken);
        }
        catch (RequestFailedException e) when (IsLeaseLost(e))
        {
            await _lost.CancelAsync();
            throw new LeaseLostException("Another worker has taken over this shard.", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _renewal;
        try
        {
            await _lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException)
        {
            // It runs out by itself.
        }

        _closing.Dispose();
        _lost.Dispose();
    }

    private static bool IsLeaseLost(RequestFailedException e) =>
        e.ErrorCode is { } code && (code.StartsWith("Lease", StringComparison.Ordinal) || code == BlobErrorCode.ConditionNotMet);

    private async Task<long> LengthUnderLeaseAsync(CancellationToken cancellationToken)
    {
        BlobProperties properties = await _blob.GetPropertiesAsync(new BlobRequestConditions { LeaseId = _lease.LeaseId }, cancellationToken);
        return properties.ContentLength;
    }

    private async Task RenewAsync()
    {
        var renewed = _clock.GetTimestamp();
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_leaseTime / 3, _clock, _closing.Token);
                await _lease.RenewAsync(cancellationToken: _closing.Token);
                renewed = _clock.GetTimestamp();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException)
            {
                if ((e is RequestFailedException failure && IsLeaseLost(failure)) || _clock.GetElapsedTime(renewed) > _leaseTime * 0.8)
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
    }
}
