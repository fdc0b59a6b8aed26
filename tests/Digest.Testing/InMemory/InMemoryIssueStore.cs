using System.Collections.Concurrent;
using System.Text.Json;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The issues in memory; manifests pass through JSON as they do in storage.</summary>
public sealed class InMemoryIssueStore(Interruption? interruption = null) : IIssueStore
{
    private readonly ConcurrentDictionary<string, byte[]> _issues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string), byte[]> _parts = new();
    private readonly ConcurrentDictionary<DateTimeOffset, IssueDecision> _decisions = new();

    public Task<bool> TryCreateAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        interruption?.Step();
        return Task.FromResult(_issues.TryAdd(issue.Id, JsonSerializer.SerializeToUtf8Bytes(issue)));
    }

    public Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken) =>
        Task.FromResult(_issues.TryGetValue(issueId, out var json) ? JsonSerializer.Deserialize<DigestIssue>(json) : null);

    public IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken) => _issues.Values
        .Select(json => JsonSerializer.Deserialize<DigestIssue>(json)!)
        .Select(i => new IssueEntry(i.Id, i.Scheduled, i.Subject, i.Items.Count))
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
