using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The essays in memory, for tests of workflows that decide much and store little.</summary>
public sealed class InMemoryEssayStore(Interruption? interruption = null) : IEssayStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (EssayRecord Record, EssayEntry Entry)> _essays = new(StringComparer.Ordinal);
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

    public Task<EssayRecord?> FindAsync(string essayId, CancellationToken cancellationToken) =>
        Task.FromResult(_essays.TryGetValue(essayId, out var essay) ? essay.Record : null);

    public Task<EssayEntry?> FindEntryAsync(string essayId, CancellationToken cancellationToken) =>
        Task.FromResult(_essays.TryGetValue(essayId, out var essay) ? essay.Entry : null);

    public Task<EssayRecord?> FindRevisionAsync(string essayId, string contentHash, CancellationToken cancellationToken) =>
        Task.FromResult(_revisions.GetValueOrDefault((essayId, contentHash)));

    public Task<bool> TrySaveAsync(EssayRecord record, string bodyHtml, EssayEntry? known, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var present = _essays.TryGetValue(record.Id, out var essay) ? essay.Entry : null;
            if (present != known)
            {
                return Task.FromResult(false);
            }

            Store(record, known);
            return Task.FromResult(true);
        }
    }

    public IAsyncEnumerable<EssayEntry> ListAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _essays.Values.Select(e => e.Entry).ToList().ToAsyncEnumerable();
        }
    }

    public Task MarkIssuedAsync(string essayId, string issueId, int revision, CancellationToken cancellationToken)
    {
        interruption?.Step();
        lock (_lock)
        {
            var (record, entry) = _essays[essayId];
            _essays[essayId] = (record, entry with { IssueId = issueId, IssuedRevision = revision });
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

            _essays[essayId] = (essay.Record, essay.Entry with { Placement = placement });
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

    private void Store(EssayRecord record, EssayEntry? known)
    {
        _revisions.TryAdd((record.Id, record.ContentHash), record);
        _essays[record.Id] = (record, new EssayEntry
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
            Placement = known?.Placement ?? EssayPlacement.Normal,
            IssueId = known?.IssueId,
            IssuedRevision = known?.IssuedRevision,
        });
    }
}
