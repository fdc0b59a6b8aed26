using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>The drops that can't be used.</summary>
/// <param name="Problems">The newest ones, the newest first, with a sentence each.</param>
/// <param name="InAll">How many there are, these included.</param>
public sealed record ProblemReview(IReadOnlyList<DropProblem> Problems, int InAll);

/// <summary>Shows an editor which drops can't be used. One that was taken away from the inbox is settled and not told any more.</summary>
public sealed class ReviewProblems(IInbox inbox, IEssayStore essays)
{
    private const int Readers = 8;

    /// <summary>Looks.</summary>
    /// <param name="most">Most problems that are shown; each costs one look into the inbox.</param>
    /// <param name="cancellationToken">Stops between looks.</param>
    public async Task<ProblemReview> RunAsync(int most, CancellationToken cancellationToken)
    {
        var all = await essays.ListProblemsAsync(cancellationToken).OrderByDescending(p => p.Found).ToListAsync(cancellationToken);
        var newest = all.Take(most).ToList();
        var isThere = new bool[newest.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0, newest.Count, limits, async (i, token) => isThere[i] = await inbox.FindAsync(newest[i].SourceName, token) is not null);
        var present = newest.Where((_, i) => isThere[i]).ToList();
        return new ProblemReview(present, all.Count - newest.Count + present.Count);
    }
}
