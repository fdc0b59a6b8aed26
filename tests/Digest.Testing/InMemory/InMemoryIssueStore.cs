using System.Collections.Concurrent;
using System.Text.Json;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The issues in memory; manifests pass through JSON as they do in storage.</summary>
public sealed class InMemoryIssueStore(Interruption? interruption = null) : IIssueStore
{
    private readonly ConcurrentDictionary<string, (byte[] Json, IssueEntry Entry)> _issues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), byte[]> _parts = new();
    private readonly ConcurrentDictionary<DateTimeOffset, IssueDecision> _decisions = new();

    public Task<bool> TryCreateAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        interruption?.Step();
        return Task.FromResult(_issues.TryAdd(
            issue.Id, (JsonSerializer.SerializeToUtf8Bytes(issue), new IssueEntry(issue.Id, issue.Scheduled, issue.Subject, issue.Items.Count))));
    }

    public Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken) =>
        Task.FromResult(_issues.TryGetValue(issueId, out var issue) ? JsonSerializer.Deserialize<DigestIssue>(issue.Json) : null);

    public IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken) => _issues.Values
        .Select(issue => issue.Entry)
        .OrderBy(e => e.Id, IssueId.ByAge)
        .ToList()
        .ToAsyncEnumerable();

    public Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        interruption?.Step();
        _parts[(issueId, name)] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken) =>
        Task.FromResult(_parts.TryGetValue((issueId, name), out var bytes) ? new ReadOnlyMemory<byte>(bytes) : default(ReadOnlyMemory<byte>?));

    public Task SaveDecisionAsync(IssueDecision decision, CancellationToken cancellationToken)
    {
        interruption?.Step();
        _decisions[decision.Scheduled.ToUniversalTime()] = decision;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<IssueDecision> ListDecisionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _decisions.Values.OrderByDescending(d => d.Scheduled).ToList().ToAsyncEnumerable();
}
