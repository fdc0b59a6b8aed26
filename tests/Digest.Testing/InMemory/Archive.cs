using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Rendering;

namespace Digest.Testing.InMemory;

/// <summary>Years of a newsroom's work, put into its stores without running each week.</summary>
public static class Archive
{
    private const int EssaysAnIssue = 20;

    /// <summary>
    /// Fills the stores with essays that weekly issues of 20 carried, the last of them now, then lets a week go by and
    /// runs the workflow for an issue of its own, so that the site stands.
    /// </summary>
    /// <param name="newsroom">An empty newsroom whose clock stands at a time an issue is due.</param>
    /// <param name="essays">Number of essays, a multiple of 20.</param>
    public static async Task FillAsync(Newsroom newsroom, int essays)
    {
        var now = newsroom.Clock.GetUtcNow();
        var text = SampleEssays.Named("What was written long ago", paragraphs: 3);
        var weeks = essays / EssaysAnIssue;
        for (var week = weeks - 1; week >= 0; week--)
        {
            var scheduled = now.AddDays(-7 * week);
            var carried = Enumerable.Range(0, EssaysAnIssue)
                .Select(i => SampleEssays.Record($"week {week}/essay {i}.txt", text with { Title = $"Essay {i} of week {week}" }, scheduled.AddDays(-1)))
                .ToList();
            await KeepAsync(newsroom, Manifest(scheduled, carried), carried);
        }

        await WeekAsync(newsroom);
        newsroom.Operations.Take();
    }

    /// <summary>A week goes by, with 20 new essays and an issue at its end.</summary>
    public static async Task<string> WeekAsync(Newsroom newsroom)
    {
        newsroom.Clock.Advance(TimeSpan.FromDays(7));
        for (var i = 0; i < EssaysAnIssue; i++)
        {
            newsroom.Drop($"{newsroom.Clock.GetUtcNow():yyyy-MM-dd}/essay {i}.txt");
        }

        var result = await newsroom.RunAsync();
        return result.IssueId ?? throw new InvalidOperationException(result.Reason);
    }

    private static async Task KeepAsync(Newsroom newsroom, DigestIssue issue, List<EssayRecord> carried)
    {
        foreach (var record in carried)
        {
            newsroom.Essays.Put(record);
            await newsroom.Essays.MarkIssuedAsync(record.Id, issue.Id, record.Revision, CancellationToken.None);
        }

        await newsroom.Issues.TryCreateAsync(issue, await newsroom.Issues.RecentAsync(CancellationToken.None), CancellationToken.None);
        await newsroom.Archive.SaveProgressAsync(issue.Id, IssueProgress.Finished, CancellationToken.None);
        await newsroom.Issues.SaveDecisionAsync(
            new IssueDecision(issue.Scheduled, issue.Scheduled, IssueOutcome.Assembled, issue.Id, "Made."), CancellationToken.None);
    }

    private static DigestIssue Manifest(DateTimeOffset scheduled, List<EssayRecord> carried) => new()
    {
        Id = IssueId.For(scheduled),
        Scheduled = scheduled,
        Created = scheduled,
        Subject = carried[0].Essay.Title,
        Preheader = "Long ago",
        Intro = "Twenty essays.",
        Items = [.. carried.Select(e => new IssueItem(e.Id, e.Revision, e.ContentHash, e.Essay.RuleSetVersion))],
        TemplateVersion = IssueView.TemplateVersion,
    };
}
