using Digest.Core.Issues;

namespace Digest.Core.Ports;

/// <summary>The issues: one manifest each, and the parts rendered from it.</summary>
public interface IIssueStore
{
    /// <summary>Creates an issue, once for ever.</summary>
    /// <returns>False when the issue exists already: two timers make one issue.</returns>
    Task<bool> TryCreateAsync(DigestIssue issue, CancellationToken cancellationToken);

    /// <summary>The manifest, or null.</summary>
    Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken);

    /// <summary>Ids of all issues, oldest first.</summary>
    IAsyncEnumerable<string> ListIdsAsync(CancellationToken cancellationToken);

    /// <summary>Stores a part (<c>mail.json</c>, <c>report.json</c>…) of an issue, replacing an earlier one.</summary>
    Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken);

    /// <summary>A part of an issue, or null.</summary>
    Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken);
}
