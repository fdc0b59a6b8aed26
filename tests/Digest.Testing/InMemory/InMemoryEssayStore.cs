using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The essays in memory, for tests of workflows that decide much and store little.</summary>
public sealed class InMemoryEssayStore(Interruption? interruption = null, StorageOperations? operations = null) : IEssayStore
{
    // Blobs of an essay: record, revision, content; as many names a listing of everything passes.
    private const int BlobsAnEssay = 3;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (EssayRecord Record, EssayEntry Entry)> _essays = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), EssayRecord> _revisions = [];
    private readonly SortedDictionary<string, DropProblem> _problems = new(StringComparer.Ordinal);

    /// <summary>Puts an essay there as ingest would.</summary>
    public void Put(EssayRecord record)
    {
        lock (_lock)
        {
            var known = _essays.TryGetValue(record.Id, out var present) ? present.Entry : null;
            Store(record, known);
        }
    }

    /// <summary>Deletes an essay with everything that is stored of it, as somebody with a storage tool would.</summary>
    public void Delete(string essayId)
    {
        lock (_lock)
        {
            _essays.Remove(essayId);
            _pending.Remove(essayId);
            foreach (var revision in _revisions.Keys.Where(key => key.Item1 == essayId).ToList())
            {
                _revisions.Remove(revision);
            }
        }
    }

    public Task<EssayRecord?> FindAsync(string essayId, CancellationToken cancellationToken)
    {
        operations?.Count("essays: read a record");
        lock (_lock)
        {
            return Task.FromResult(_essays.TryGetValue(essayId, out var essay) ? essay.Record : null);
        }
    }

    public Task<EssayEntry?> FindEntryAsync(string essayId, CancellationToken cancellationToken)
    {
        operations?.Count("essays: read an entry");
        lock (_lock)
        {
            return Task.FromResult(_essays.TryGetValue(essayId, out var essay) ? essay.Entry : null);
        }
    }

    public Task<EssayRecord?> FindRevisionAsync(string essayId, string contentHash, CancellationToken cancellationToken)
    {
        operations?.Count("essays: read a revision");
        lock (_lock)
        {
            return Task.FromResult(_revisions.GetValueOrDefault((essayId, contentHash)));
        }
    }

    public Task<bool> TrySaveAsync(EssayRecord record, EssayEntry? known, bool hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var present = _essays.TryGetValue(record.Id, out var essay) ? essay.Entry : null;
            if (present != known)
            {
                return Task.FromResult(false);
            }

            Store(record, known, hold);
            return Task.FromResult(true);
        }
    }

    public IAsyncEnumerable<EssayEntry> ListAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            operations?.CountListing("essays: list all", _essays.Count * BlobsAnEssay);
            return _essays.Values.Select(e => e.Entry).ToList().ToAsyncEnumerable();
        }
    }

    public IAsyncEnumerable<EssayEntry> ListPendingAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            operations?.CountListing("essays: list pending", _pending.Count);
            return _pending.Select(id => _essays[id].Entry).ToList().ToAsyncEnumerable();
        }
    }

    public Task<IReadOnlyList<string>> FindByContentAsync(string contentHash, CancellationToken cancellationToken)
    {
        operations?.Count("essays: find by content");
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<string>>(_contents.TryGetValue(contentHash, out var ids) ? [.. ids] : []);
        }
    }

    public async Task<IReadOnlyList<EssayEntry>> RestoreIndexAsync(CancellationToken cancellationToken) =>
        await ListAsync(cancellationToken).ToListAsync(cancellationToken);

    public Task MarkIssuedAsync(string essayId, string issueId, int revision, CancellationToken cancellationToken)
    {
        interruption?.Step();
        operations?.Count("essays: mark as issued");
        lock (_lock)
        {
            if (_essays.TryGetValue(essayId, out var essay))
            {
                Keep(essay.Record, essay.Entry with { IssueId = issueId, IssuedRevision = revision });
            }
        }

        return Task.CompletedTask;
    }

    public Task ForgetIssueAsync(string essayId, CancellationToken cancellationToken)
    {
        interruption?.Step();
        lock (_lock)
        {
            if (_essays.TryGetValue(essayId, out var essay))
            {
                Keep(essay.Record, essay.Entry with { IssueId = null, IssuedRevision = null });
            }
        }

        return Task.CompletedTask;
    }

    public Task<bool> PlaceAsync(string essayId, EssayPlacement placement, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_essays.TryGetValue(essayId, out var essay))
            {
                return Task.FromResult(false);
            }

            Keep(essay.Record, essay.Entry with { Placement = placement });
            return Task.FromResult(true);
        }
    }

    public Task SaveProblemAsync(DropProblem problem, CancellationToken cancellationToken)
    {
        _problems[problem.SourceName] = problem;
        return Task.CompletedTask;
    }

    public Task ClearProblemAsync(string sourceName, CancellationToken cancellationToken)
    {
        _problems.Remove(sourceName);
        return Task.CompletedTask;
    }

    public Task<DropProblem?> FindProblemAsync(string sourceName, CancellationToken cancellationToken) =>
        Task.FromResult(_problems.GetValueOrDefault(sourceName));

    public IAsyncEnumerable<DropProblem> ListProblemsAsync(CancellationToken cancellationToken) => _problems.Values.ToAsyncEnumerable();

    private void Keep(EssayRecord record, EssayEntry entry)
    {
        _essays[record.Id] = (record, entry);
        _ = entry.IsPending ? _pending.Add(record.Id) : _pending.Remove(record.Id);
    }

    private void Store(EssayRecord record, EssayEntry? known, bool hold = false)
    {
        _revisions.TryAdd((record.Id, record.ContentHash), record);
        if (!_contents.TryGetValue(record.ContentHash, out var ids))
        {
            _contents[record.ContentHash] = ids = new(StringComparer.Ordinal);
        }

        ids.Add(record.Id);
        Keep(record, new EssayEntry
        {
            Id = record.Id,
            SourceName = record.SourceName,
            Title = record.Essay.Title,
            Revision = record.Revision,
            FirstReceived = record.FirstReceived,
            Stored = record.Stored,
            ContentHash = record.ContentHash,
            SourceETag = record.SourceETag,
            RuleSetVersion = record.Essay.RuleSetVersion,
            Placement = EssayPlacements.AfterStoring(known?.Placement, hold),
            IssueId = known?.IssueId,
            IssuedRevision = known?.IssuedRevision,
        });
    }
}
