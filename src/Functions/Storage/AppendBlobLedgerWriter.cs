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

    // Parts of the lease: it is renewed after a third; one renewal may take a fifth, so that a second one has its chance; and it
    // counts as lost well before it is.
    private const double RenewedAfter = 0.33;
    private const double LongestRenewal = 0.2;
    private const double BetweenTries = 0.05;
    private const double LostAfter = 0.8;

    private readonly AppendBlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly HeldLease _held;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _renewal;
    private long _length;

    public AppendBlobLedgerWriter(
        AppendBlobClient blob, BlobLeaseClient lease, HeldLease held, IReadOnlyList<LedgerEntry> entries, long length, DateTimeOffset? due)
    {
        _blob = blob;
        _lease = lease;
        _held = held;
        _length = length;
        Entries = entries;
        Due = due;
        _renewal = KeepAsync();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <inheritdoc/>
    public DateTimeOffset? Due { get; }

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
    public async Task SummariseAsync(DeliveryCounts counts, bool finished, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        try
        {
            await _blob.SetMetadataAsync(
                AppendBlobLedger.Metadata(counts, finished, due), new BlobRequestConditions { LeaseId = _lease.LeaseId }, cancellationToken);
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
        using var patience = new CancellationTokenSource(_held.Time, _held.Clock);
        try
        {
            await _lease.ReleaseAsync(cancellationToken: patience.Token);
        }
        catch (Exception)
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

    /// <summary>Keeps the lease until the ledger is closed. However else it ends, the lease counts as lost.</summary>
    private async Task KeepAsync()
    {
        try
        {
            var renewed = _held.Acquired;
            var wait = RenewedAfter;
            while (true)
            {
                await Task.Delay(_held.Time * wait, _held.Clock, _closing.Token);
                // Counted from before the request: when storage renewed it, the answer may have been long in coming.
                var asked = _held.Clock.GetTimestamp();
                var left = _held.Time * LostAfter - _held.Clock.GetElapsedTime(renewed, asked);
                if (left <= TimeSpan.Zero)
                {
                    return;
                }

                var longest = _held.Time * LongestRenewal;
                var done = await TryRenewAsync(left < longest ? left : longest);
                (renewed, wait) = done ? (asked, RenewedAfter) : (renewed, BetweenTries);
            }
        }
        catch (Exception)
        {
            // Lost, or closed.
        }
        finally
        {
            if (!_closing.IsCancellationRequested)
            {
                await _lost.CancelAsync();
            }
        }
    }

    /// <summary>Renews the lease.</summary>
    /// <param name="patience">How long to wait for the answer; the client by itself would wait for longer than the lease holds.</param>
    /// <returns>False when it may be tried again.</returns>
    /// <exception cref="RequestFailedException">Somebody else has it.</exception>
    /// <exception cref="OperationCanceledException">The ledger is being closed.</exception>
    private async Task<bool> TryRenewAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience, _held.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _closing.Token);
        try
        {
            await _lease.RenewAsync(cancellationToken: either.Token).WaitAsync(either.Token);
            return true;
        }
        catch (Exception e) when (!_closing.IsCancellationRequested && !(e is RequestFailedException failure && IsLeaseLost(failure)))
        {
            return false;
        }
    }
}

/// <summary>How a lease is held.</summary>
/// <param name="Time">How long it holds without renewal.</param>
/// <param name="Acquired">The clock's timestamp before it was asked for.</param>
/// <param name="Clock">Times the renewals.</param>
internal sealed record HeldLease(TimeSpan Time, long Acquired, TimeProvider Clock);
