using System.Xml.Linq;
using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>
/// A year of Fridays in Berlin with 20 essays a week: two changes of the clock, three weeks in which nothing ran, two
/// without an essay, five corrections, ten double triggers.
/// </summary>
public sealed class SimulatedYearTests
{
    private const int Weeks = 52;
    private const int EssaysAWeek = 20;
    private static readonly int[] Down = [9, 24, 38];
    private static readonly int[] Empty = [15, 31];
    private static readonly int[] Corrected = [3, 12, 20, 33, 45];
    private static readonly int[] DoubleTriggers = [1, 5, 12, 13, 18, 22, 29, 36, 43, 50];

    private readonly Newsroom _newsroom = new(
        new DateTimeOffset(2026, 1, 3, 12, 0, 0, TimeSpan.Zero),
        new IssueOptions { Schedule = "0 7 * * 5", TimeZone = "Europe/Berlin", MaxEssays = 2 * EssaysAWeek });

    private readonly HashSet<string> _everPublished = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_year_of_issues_carries_every_essay_once_and_keeps_every_address()
    {
        // The history begins before the year: the first decision is on a time that had nothing to send.
        _newsroom.Clock.Set(new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.Zero));
        await _newsroom.RunAsync();
        for (var week = 1; week <= Weeks; week++)
        {
            await RunWeekAsync(week);
        }

        var decisions = (await _newsroom.DecisionsAsync()).Where(d => d.Scheduled.Date > new DateTime(2026, 1, 2)).ToList();
        Assert.Equal(Weeks, decisions.Count);
        Assert.Equal(Down.Length, decisions.Count(d => d.Outcome is IssueOutcome.HeldLate));
        Assert.Equal(Empty.Length, decisions.Count(d => d.Outcome == IssueOutcome.SkippedEmpty));
        Assert.Equal(Weeks - Down.Length - Empty.Length, decisions.Count(d => d.Outcome == IssueOutcome.Assembled));
        Assert.All(decisions, d => Assert.Equal(7, d.Scheduled.Hour));
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(2)], decisions.Select(d => d.Scheduled.Offset).Distinct().Order());

        var issues = await IssuesAsync();
        var carried = issues.SelectMany(i => i.Items).Select(i => i.EssayId).ToList();
        Assert.Equal((Weeks - Empty.Length) * EssaysAWeek, carried.Count);
        Assert.Distinct(carried);
        Assert.Equal(Corrected.Length, issues.Sum(i => i.Corrections.Count));
        Assert.Equal(issues.Count * DeliveryTask.ShardCount, _newsroom.Queue.Tasks.Distinct().Count());
    }

    private async Task RunWeekAsync(int week)
    {
        // Saturday to Friday; drops come by Wednesday.
        var saturday = new DateTimeOffset(2026, 1, 3, 9, 0, 0, TimeSpan.Zero).AddDays(7 * (week - 1));
        _newsroom.Clock.Set(saturday);
        for (var i = 0; i < EssaysAWeek && !Empty.Contains(week); i++)
        {
            _newsroom.Drop($"week {week:D2}/essay {i:D2}.txt");
            _newsroom.Clock.Advance(TimeSpan.FromHours(4));
        }

        if (Array.IndexOf(Corrected, week) is >= 0 and var n)
        {
            _newsroom.Drop("week 01/essay 0" + n + ".txt", $"Corrected in week {week}", revision: 2);
        }

        if (Down.Contains(week))
        {
            // Down from Thursday to the Thursday after: the run that comes is six days late.
            _newsroom.Clock.Set(saturday.AddDays(6 + 6));
            await _newsroom.RunAsync();
            return;
        }

        await _newsroom.RunAsync();
        for (var at = saturday.AddDays(5).AddHours(19); at < saturday.AddDays(6); at = at.AddMinutes(30))
        {
            _newsroom.Clock.Set(at);
            await Task.WhenAll(Enumerable.Range(0, DoubleTriggers.Contains(week) ? 2 : 1).Select(_ => Task.Run(() => _newsroom.RunAsync())));
        }

        await CheckSiteAsync();
    }

    private async Task CheckSiteAsync()
    {
        var issues = await IssuesAsync();
        if (issues.Count == 0)
        {
            return;
        }

        var files = _newsroom.Site.Files;
        Assert.All(_everPublished, path => Assert.Contains(path, files.Keys));
        _everPublished.UnionWith(files.Keys);
        var latest = issues[^1];
        Assert.Contains(SiteAddress.IssuePath(latest.Id), files.Keys);
        Assert.All(latest.Items, i => Assert.Contains(SiteAddress.EssayPath(i.EssayId), files.Keys));
        using var rss = new MemoryStream(files[SiteAddress.Rss].Bytes.ToArray());
        var guids = XDocument.Load(rss).Descendants("guid").Select(g => g.Value).ToList();
        Assert.Equal(
            issues.AsEnumerable().Reverse().SelectMany(i => i.Items).Take(_newsroom.SiteOptions.FeedEntries).Select(i => $"tag:digest.example.org,2026:essay:{i.EssayId}"),
            guids);
        Assert.Equal(issues.Count, Listed(SiteAddress.Sitemap));
        Assert.Equal(issues.Count, issues.Select(i => IssueId.Year(i.Id)).Distinct().Sum(year => Listed(SiteAddress.YearSitemapPath(year))));

        int Listed(string path)
        {
            using var sitemap = new MemoryStream(files[path].Bytes.ToArray());
            return XDocument.Load(sitemap).Root!.Elements().Count();
        }
    }

    private async Task<List<DigestIssue>> IssuesAsync()
    {
        var issues = new List<DigestIssue>();
        await foreach (var entry in _newsroom.Issues.ListAsync(default))
        {
            issues.Add((await _newsroom.Issues.FindAsync(entry.Id, default))!);
        }

        return issues;
    }
}
