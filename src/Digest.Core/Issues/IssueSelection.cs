using Digest.Core.Essays;

namespace Digest.Core.Issues;

/// <summary>Which essays wait for an issue, and which of them get into it.</summary>
public static class IssueSelection
{
    /// <summary>Essays that no issue has carried and no editor holds: pinned ones first, then by arrival, so that none waits for ever.</summary>
    public static IReadOnlyList<EssayEntry> Waiting(IEnumerable<EssayEntry> entries) =>
        [.. entries
            .Where(e => e.IssueId is null && e.Placement is not (EssayPlacement.Held or EssayPlacement.Withdrawn))
            .OrderBy(e => e.Placement == EssayPlacement.Pinned ? 0 : 1)
            .ThenBy(e => e.FirstReceived)
            .ThenBy(e => e.Id, StringComparer.Ordinal)];

    /// <summary>Essays that an issue has carried in a revision that is no longer the current one, by id.</summary>
    public static IReadOnlyList<EssayEntry> Corrected(IEnumerable<EssayEntry> entries) =>
        [.. entries
            .Where(e => e.IssueId is not null && e.IssuedRevision < e.Revision && e.Placement != EssayPlacement.Withdrawn)
            .OrderBy(e => e.Id, StringComparer.Ordinal)];

    /// <summary>The order within an issue: pinned essays first, then the newest; the day of publication counts before the day of arrival.</summary>
    public static IReadOnlyList<EssayRecord> InOrder(IEnumerable<EssayRecord> essays, IReadOnlySet<string> pinned) =>
        [.. essays
            .OrderBy(e => pinned.Contains(e.Id) ? 0 : 1)
            .ThenByDescending(e => e.Essay.Published ?? DateOnly.FromDateTime(e.FirstReceived.UtcDateTime))
            .ThenBy(e => e.FirstReceived)
            .ThenBy(e => e.Id, StringComparer.Ordinal)];
}
