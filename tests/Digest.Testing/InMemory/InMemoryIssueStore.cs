using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The issues in memory; manifests pass through JSON as they do in storage.</summary>
public sealed class InMemoryIssueStore(Interruption? interruption = null, StorageOperations? operations = null) : IIssueStore
{
    // Blobs of an issue: manifest, mail, progress, delivery.
    private const int BlobsAnIssue = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _manifests = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IssueEntry> _entries = new(IssueId.ByAge);
    private readonly ConcurrentDictionary<(string, string), byte[]> _parts = new();
    private readonly ConcurrentDictionary<DateTimeOffset, IssueDecision> _decisions = new();
    private RecentIssues _recent = RecentIssues.None;

    public Task<bool> TryCreateAsync(DigestIssue issue, RecentIssues known, CancellationToken cancellationToken)
    {
        interruption?.Step();
        operations?.Count("issues: create");
        var entry = new IssueEntry(issue.Id, issue.Date, issue.Subject, issue.Items.Count);
        lock (_lock)
        {
            if (known.Version != _recent.Version || !_manifests.TryAdd(issue.Id, JsonSerializer.SerializeToUtf8Bytes(issue)))
            {
                return Task.FromResult(false);
            }

            _entries.Add(issue.Id, entry);
            _recent = _recent.With(entry) with { Version = _entries.Count.ToString(CultureInfo.InvariantCulture) };
            return Task.FromResult(true);
        }
    }

    public Task<RecentIssues> RecentAsync(CancellationToken cancellationToken)
    {
        operations?.Count("issues: read the newest");
        lock (_lock)
        {
            return Task.FromResult(_recent);
        }
    }

    public Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken)
    {
        operations?.Count("issues: read a manifest");
        lock (_lock)
        {
            return Task.FromResult(_manifests.TryGetValue(issueId, out var json) ? JsonSerializer.Deserialize<DigestIssue>(json) : null);
        }
    }

    public IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            operations?.CountListing("issues: list all", _entries.Count * BlobsAnIssue);
            return _entries.Values.ToList().ToAsyncEnumerable();
        }
    }

    public IAsyncEnumerable<IssueEntry> ListAsync(int year, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var ofYear = _entries.Values.Where(e => IssueId.Year(e.Id) == year).ToList();
            operations?.CountListing("issues: list a year", ofYear.Count * BlobsAnIssue);
            return ofYear.ToAsyncEnumerable();
        }
    }

    public Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        interruption?.Step();
        operations?.Count("issues: write a part");
        _parts[(issueId, name)] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken)
    {
        operations?.Count("issues: read a part");
        return Task.FromResult(_parts.TryGetValue((issueId, name), out var bytes) ? new ReadOnlyMemory<byte>(bytes) : default(ReadOnlyMemory<byte>?));
    }

    public Task SaveDecisionAsync(IssueDecision decision, CancellationToken cancellationToken)
    {
        interruption?.Step();
        operations?.Count("issues: write a decision");
        _decisions[decision.Scheduled.ToUniversalTime()] = decision;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<IssueDecision> ListDecisionsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Lists a year's decisions at a time, and reads those that are asked for.
        operations?.Count("issues: list a year's decisions");
        return _decisions.Values.OrderByDescending(d => d.Scheduled).ToList().ToAsyncEnumerable();
    }
}
