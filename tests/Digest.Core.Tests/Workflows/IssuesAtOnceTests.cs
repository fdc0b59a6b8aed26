using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>Runs that make different issues at the same moment.</summary>
public sealed class IssuesAtOnceTests
{
    private static readonly DateTimeOffset SundayNight = new(2026, 11, 22, 22, 59, 59, TimeSpan.Zero);

    [Fact]
    public async Task Issues_of_two_weeks_that_are_made_at_once_share_no_essay()
    {
        var newsroom = new Newsroom(SundayNight, new IssueOptions { Schedule = "0 7 * * 5", TimeZone = "Europe/Berlin", MaxEssays = 2 });
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"])
        {
            newsroom.Drop(name);
        }

        // Both have chosen their essays before either makes its issue.
        var both = new MeetingPlace(newsroom.Issues, 2);
        var runs = await Task.WhenAll(
            Task.Run(() => newsroom.Workflow(both, new FixedClock(SundayNight)).RunAsync(AssembleRequest.Now, default)),
            Task.Run(() => newsroom.Workflow(both, new FixedClock(SundayNight.AddSeconds(1))).RunAsync(AssembleRequest.Now, default)));
        Assert.Equal(["2026-W47", "2026-W48"], runs.Select(r => r.IssueId).Order());
        var carried = new List<string>();
        foreach (var run in runs)
        {
            carried.AddRange((await newsroom.Issues.FindAsync(run.IssueId!, default))!.Items.Select(i => i.EssayId));
        }

        Assert.Equal(4, carried.Count);
        Assert.Distinct(carried);
    }

    [Fact]
    public async Task What_was_taken_while_an_issue_was_chosen_leaves_no_empty_issue_behind()
    {
        var newsroom = new Newsroom(SundayNight);
        newsroom.Drop("a.txt");
        var both = new MeetingPlace(newsroom.Issues, 2);
        var runs = await Task.WhenAll(
            Task.Run(() => newsroom.Workflow(both, new FixedClock(SundayNight)).RunAsync(AssembleRequest.Now, default)),
            Task.Run(() => newsroom.Workflow(both, new FixedClock(SundayNight.AddSeconds(1))).RunAsync(AssembleRequest.Now, default)));
        Assert.Single(runs, r => r.IssueId is not null);
        Assert.Single(await newsroom.Issues.ListAsync(default).ToListAsync());
    }

    /// <summary>The first issue of each run is made only when all runs have come so far.</summary>
    private sealed class MeetingPlace(IIssueStore inner, int runs) : IIssueStore
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = runs;

        public async Task<bool> TryCreateAsync(DigestIssue issue, RecentIssues known, CancellationToken cancellationToken)
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _all.SetResult();
            }

            await _all.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return await inner.TryCreateAsync(issue, known, cancellationToken);
        }

        public Task<RecentIssues> RecentAsync(CancellationToken cancellationToken) => inner.RecentAsync(cancellationToken);

        public Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken) => inner.FindAsync(issueId, cancellationToken);

        public IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public IAsyncEnumerable<IssueEntry> ListAsync(int year, CancellationToken cancellationToken) => inner.ListAsync(year, cancellationToken);

        public Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
            inner.SavePartAsync(issueId, name, content, contentType, cancellationToken);

        public Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken) =>
            inner.ReadPartAsync(issueId, name, cancellationToken);

        public Task SaveDecisionAsync(IssueDecision decision, CancellationToken cancellationToken) => inner.SaveDecisionAsync(decision, cancellationToken);

        public IAsyncEnumerable<IssueDecision> ListDecisionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
            inner.ListDecisionsAsync(now, cancellationToken);
    }
}
