namespace Digest.Core.Issues;

/// <summary>
/// The manifest of an issue: everything that decides what subscribers and readers get. All renderings are made from
/// it and from the essay revisions it names, so it rebuilds the issue to the same bytes.
/// </summary>
public sealed record DigestIssue
{
    /// <summary>ISO 8601 week of the scheduled time, as <c>2026-W47</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The time the schedule asked for, not the time it was made.</summary>
    public required DateTimeOffset Scheduled { get; init; }

    /// <summary>When the manifest was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The essays, in their order; the first one leads.</summary>
    public required IReadOnlyList<IssueItem> Items { get; init; }
}

/// <summary>One essay of an issue.</summary>
/// <param name="EssayId">Id of the essay.</param>
/// <param name="Revision">The revision this issue carries.</param>
/// <param name="ContentHash">Hash of that revision.</param>
public sealed record IssueItem(string EssayId, int Revision, string ContentHash);
