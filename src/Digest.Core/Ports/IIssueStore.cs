using Digest.Core.Issues;

namespace Digest.Core.Ports;

/// <summary>The issues: one manifest each, the parts rendered from it, and the decisions on every scheduled time.</summary>
public interface IIssueStore
{
    /// <summary>Creates an issue, once for ever.</summary>
    /// <returns>False when the issue exists already: two timers make one issue.</returns>
    Task<bool> TryCreateAsync(DigestIssue issue, CancellationToken cancellationToken);

    /// <summary>The manifest, or null.</summary>
    Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken);

    /// <summary>All issues, oldest first, with what an archive says of each; reads a listing only.</summary>
    IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken);

    /// <summary>Stores a part (<c>mail.json</c>, <c>progress.json</c>…) of an issue, replacing an earlier one.</summary>
    Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken);

    /// <summary>A part of an issue, or null.</summary>
    Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken);

    /// <summary>Records the decision on a scheduled time, replacing an earlier one on the same time.</summary>
    Task SaveDecisionAsync(IssueDecision decision, CancellationToken cancellationToken);

    /// <summary>The decisions of the 400 days before <paramref name="now"/>, newest scheduled time first.</summary>
    IAsyncEnumerable<IssueDecision> ListDecisionsAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>An issue as a listing shows it.</summary>
/// <param name="Id">Id of the issue.</param>
/// <param name="Scheduled">Its date.</param>
/// <param name="Subject">Its title.</param>
/// <param name="EssayCount">Number of essays it carries.</param>
public sealed record IssueEntry(string Id, DateTimeOffset Scheduled, string Subject, int EssayCount);
