using Digest.Core.Deliveries;

namespace Digest.Core.Ports;

/// <summary>The ledgers: for each issue and shard one append-only record of what was sent to whom.</summary>
public interface IDeliveryLedger
{
    /// <summary>Opens a ledger for writing, creating it when it is new. One worker at a time has it open.</summary>
    /// <param name="issueId">Id of the issue.</param>
    /// <param name="shard">0 to 255.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Null when somebody else has it open.</returns>
    Task<IOpenLedger?> OpenAsync(string issueId, int shard, CancellationToken cancellationToken);

    /// <summary>Notes that a shard has nobody to deliver to, unless it has a ledger already.</summary>
    /// <returns>False when there is a ledger.</returns>
    Task<bool> TryCloseEmptyAsync(string issueId, int shard, CancellationToken cancellationToken);

    /// <summary>What each shard's ledger looks like from outside; a page of 5,000 is one storage operation.</summary>
    IAsyncEnumerable<LedgerSummary> ListAsync(string issueId, CancellationToken cancellationToken);

    /// <summary>Entries from a place on, without opening the ledger.</summary>
    /// <param name="issueId">Id of the issue.</param>
    /// <param name="shard">0 to 255.</param>
    /// <param name="offset">0, or what an earlier call returned.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The entries, and the place behind them. No entries when there is no such ledger.</returns>
    Task<(IReadOnlyList<LedgerEntry> Entries, long Offset)> ReadAsync(
        string issueId, int shard, long offset, CancellationToken cancellationToken);

    /// <summary>What has been decided about the issue's delivery.</summary>
    Task<DeliveryControl> ReadControlAsync(string issueId, CancellationToken cancellationToken);

    /// <summary>Changes what has been decided, as one step.</summary>
    /// <param name="issueId">Id of the issue.</param>
    /// <param name="change">Pure: it may run more than once.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    Task<DeliveryControl> ChangeControlAsync(
        string issueId, Func<DeliveryControl, DeliveryControl> change, CancellationToken cancellationToken);
}

/// <summary>A ledger that this worker alone may write, until it is disposed of or the lease is lost.</summary>
public interface IOpenLedger : IAsyncDisposable
{
    /// <summary>The entries found when it was opened.</summary>
    IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>For when the last pass put the shard's task back on the queue; null when it did not.</summary>
    DateTimeOffset? Due { get; }

    /// <summary>Cancelled when the lease could not be kept: somebody else may be writing.</summary>
    CancellationToken LeaseLost { get; }

    /// <summary>Stores entries durably and in order, all or none.</summary>
    /// <exception cref="LeaseLostException">Somebody else has the ledger; nothing was stored.</exception>
    Task AppendAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken);

    /// <summary>Notes in the listing how far the shard is.</summary>
    /// <param name="counts">How many deliveries stand where.</param>
    /// <param name="finished">True when nothing is left to be done without an operator.</param>
    /// <param name="due">For when the shard's task was put back on the queue; null when it was not.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    Task SummariseAsync(DeliveryCounts counts, bool finished, DateTimeOffset? due, CancellationToken cancellationToken);
}

/// <summary>A ledger as a listing shows it.</summary>
/// <param name="Shard">0 to 255.</param>
/// <param name="Length">Bytes written.</param>
/// <param name="Finished">True when nothing is left to be done without an operator.</param>
/// <param name="Counts">Counts at the end of the last pass; null before the first.</param>
/// <param name="Due">For when the shard's task was put back on the queue; null when it was not.</param>
/// <param name="LastWritten">When it was last written to.</param>
public sealed record LedgerSummary(
    int Shard, long Length, bool Finished, DeliveryCounts? Counts, DateTimeOffset? Due, DateTimeOffset LastWritten);

/// <summary>The lease on a ledger went to somebody else.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Makes the exception.</summary>
    public LeaseLostException()
        : base("Another worker has taken over this shard.")
    {
    }

    /// <summary>Makes the exception.</summary>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
