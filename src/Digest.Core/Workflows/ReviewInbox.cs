using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>An essay as an editor sees it in a list.</summary>
/// <param name="Entry">Its index line: place, issue, revision.</param>
/// <param name="Summary">Its summary; empty when it was replaced while the list was made.</param>
/// <param name="Twin">The essay that is carried in its place, or null.</param>
/// <param name="HeldAs">Why it is held, where nobody but its drop asked for that; else null.</param>
public sealed record EssayLine(EssayEntry Entry, string Summary, EssayTwin? Twin = null, string? HeldAs = null);

/// <summary>What has come of the drops.</summary>
/// <param name="Essays">The essays stored last, the newest first.</param>
/// <param name="EssaysInAll">How many essays there are, these included.</param>
/// <param name="Problems">The drops that can't be used, the newest first, with a sentence each.</param>
/// <param name="ProblemsInAll">How many of them there are, these included.</param>
public sealed record InboxReview(
    IReadOnlyList<EssayLine> Essays, int EssaysInAll, IReadOnlyList<DropProblem> Problems, int ProblemsInAll);

/// <summary>Shows an editor what has come of the drops.</summary>
public sealed class ReviewInbox(IEssayStore essays, FindTwins findTwins, ReviewProblems reviewProblems)
{
    private const int Readers = 8;

    /// <summary>Looks.</summary>
    /// <param name="most">Most essays and most problems that are shown; each costs one read.</param>
    /// <param name="cancellationToken">Stops between reads.</param>
    public async Task<InboxReview> RunAsync(int most, CancellationToken cancellationToken)
    {
        var all = await essays.ListAsync(cancellationToken).OrderByDescending(e => e.Stored).ToListAsync(cancellationToken);
        var newest = all.Take(most).ToList();
        var twins = await findTwins.RunAsync(newest, cancellationToken);
        var lines = new EssayLine[newest.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, newest.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                var record = await essays.FindAsync(newest[i].Id, token);
                lines[i] = new EssayLine(newest[i], record?.Essay.SummaryText() ?? "", twins.GetValueOrDefault(newest[i].Id), HeldDraft.Why(newest[i], record));
            });
        var problems = await reviewProblems.RunAsync(most, cancellationToken);
        return new InboxReview(lines, all.Count, problems.Problems, problems.InAll);
    }
}
