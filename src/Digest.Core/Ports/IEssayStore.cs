using Digest.Core.Essays;

namespace Digest.Core.Ports;

/// <summary>The essays as read from the drops, and the problems of those that could not be read.</summary>
public interface IEssayStore
{
    /// <summary>The current record, or null.</summary>
    Task<EssayRecord?> FindAsync(string essayId, CancellationToken cancellationToken);

    /// <summary>The index line of an essay, or null. Cheaper than <see cref="FindAsync"/>: the record is not read.</summary>
    Task<EssayEntry?> FindEntryAsync(string essayId, CancellationToken cancellationToken);

    /// <summary>A revision as it was first stored, or null. Revisions are kept for ever: an issue rebuilds from them.</summary>
    /// <param name="essayId">Id of the essay.</param>
    /// <param name="contentHash">Hash of the revision's content, as an entry or an issue's manifest names it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<EssayRecord?> FindRevisionAsync(string essayId, string contentHash, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a revision as one step for readers: the record appears last. Keeps issue and, unless it is to be held, placement of the entry.
    /// </summary>
    /// <param name="record">The new revision.</param>
    /// <param name="known">The entry that the caller saw, null for none.</param>
    /// <param name="hold">True to hold it from the first moment on; what is withdrawn stays so.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when the entry changed meanwhile; readers see no change then, and the caller looks again.</returns>
    Task<bool> TrySaveAsync(EssayRecord record, EssayEntry? known, bool hold, CancellationToken cancellationToken);

    /// <summary>All essays, by id. Reads listings only; a page of 5,000 is one storage operation.</summary>
    IAsyncEnumerable<EssayEntry> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The essays that wait for an issue, those that changed after one carried them, and those that are withdrawn, by id. Costs what these cost,
    /// however many essays are stored besides.
    /// </summary>
    IAsyncEnumerable<EssayEntry> ListPendingAsync(CancellationToken cancellationToken);

    /// <summary>Ids of the essays that have this content or once had it, in any order. One storage operation.</summary>
    /// <param name="contentHash">Hash of the content, as an entry names it.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<string>> FindByContentAsync(string contentHash, CancellationToken cancellationToken);

    /// <summary>Puts back what <see cref="ListPendingAsync"/> and <see cref="FindByContentAsync"/> lack, from one listing of everything.</summary>
    /// <returns>All essays that the listing showed.</returns>
    Task<IReadOnlyList<EssayEntry>> RestoreIndexAsync(CancellationToken cancellationToken);

    /// <summary>Notes that an issue carries a revision. Idempotent; an essay that is gone from storage is passed over.</summary>
    Task MarkIssuedAsync(string essayId, string issueId, int revision, CancellationToken cancellationToken);

    /// <summary>Lets an essay wait that an issue had left out. Idempotent.</summary>
    Task ForgetIssueAsync(string essayId, CancellationToken cancellationToken);

    /// <summary>Sets an editor's placement.</summary>
    /// <returns>False when there is no such essay.</returns>
    Task<bool> PlaceAsync(string essayId, EssayPlacement placement, CancellationToken cancellationToken);

    /// <summary>Stores why a drop can't be used, replacing an earlier problem of the same drop.</summary>
    Task SaveProblemAsync(DropProblem problem, CancellationToken cancellationToken);

    /// <summary>Removes the problem of a drop that has become an essay. Idempotent.</summary>
    Task ClearProblemAsync(string sourceName, CancellationToken cancellationToken);

    /// <summary>The problem of a drop, or null.</summary>
    Task<DropProblem?> FindProblemAsync(string sourceName, CancellationToken cancellationToken);

    /// <summary>All problems, in any order. Reads listings only; a page of 5,000 is one storage operation.</summary>
    IAsyncEnumerable<DropProblem> ListProblemsAsync(CancellationToken cancellationToken);
}

/// <summary>A drop that could not be used, and why.</summary>
/// <param name="SourceName">Path in <c>incoming</c>.</param>
/// <param name="SourceETag">ETag of the drop that was looked at; empty when it is not known.</param>
/// <param name="Received">When the drop was written.</param>
/// <param name="Found">When the problem was found.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record DropProblem(string SourceName, string SourceETag, DateTimeOffset Received, DateTimeOffset Found, Problem Problem);
