using Digest.Core.Issues;

namespace Digest.Core.Ports;

/// <summary>The issues: one manifest each, the parts rendered from it, and the decisions on every scheduled time.</summary>
public interface IIssueStore
{
    /// <summary>
    /// Creates an issue, once for ever, and only while <paramref name="known"/> still holds: whoever makes an issue knows
    /// of every earlier one, so no two of them take the same essays.
    /// </summary>
    /// <param name="issue">The manifest.</param>
    /// <param name="known">The issues that were known when the essays were chosen.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when the issue exists already, or another one was created meanwhile: look again.</returns>
    Task<bool> TryCreateAsync(DigestIssue issue, RecentIssues known, CancellationToken cancellationToken);

    /// <summary>The newest issues. One storage operation, however many there are.</summary>
    Task<RecentIssues> RecentAsync(CancellationToken cancellationToken);

    /// <summary>The manifest, or null.</summary>
    Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken);

    /// <summary>All issues, oldest first, with what an archive says of each; reads a listing only.</summary>
    IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken);

    /// <summary>The issues of a year, oldest first; reads a listing of that year only.</summary>
    /// <param name="year">Year of the ids: <see cref="IssueId.Year"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    IAsyncEnumerable<IssueEntry> ListAsync(int year, CancellationToken cancellationToken);

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

/// <summary>The newest issues at one moment.</summary>
/// <param name="Issues">At most <see cref="Most"/>, oldest first.</param>
/// <param name="Years">All years that have issues, oldest first.</param>
/// <param name="Version">Changes with every issue that is created; empty before the first.</param>
public sealed record RecentIssues(IReadOnlyList<IssueEntry> Issues, IReadOnlyList<int> Years, string Version)
{
    /// <summary>Two years of weeks: more than feeds and the first page of the archive show.</summary>
    public const int Most = 104;

    /// <summary>Before the first issue.</summary>
    public static RecentIssues None { get; } = new([], [], string.Empty);

    /// <summary>The newest issue, or null before the first.</summary>
    public IssueEntry? Newest => Issues.Count == 0 ? null : Issues[^1];

    /// <summary>The newest of all issues.</summary>
    /// <param name="all">All issues, in any order.</param>
    public static RecentIssues Of(IEnumerable<IssueEntry> all) => None.With([.. all]);

    /// <summary>These issues and more; the version stays the one these were known by.</summary>
    /// <param name="more">Issues just made.</param>
    public RecentIssues With(params IReadOnlyCollection<IssueEntry> more) => this with
    {
        Issues = [.. Issues.Concat(more).OrderBy(e => e.Id, IssueId.ByAge).TakeLast(Most)],
        Years = [.. Years.Concat(more.Select(e => IssueId.Year(e.Id))).Distinct().Order()],
    };

    /// <summary>These issues but the newest, as they were before it was made.</summary>
    public RecentIssues WithoutNewest()
    {
        var older = Issues.SkipLast(1).ToList();
        var last = older.Count == 0 ? int.MinValue : IssueId.Year(older[^1].Id);
        return this with { Issues = older, Years = [.. Years.Where(year => year <= last)] };
    }
}
