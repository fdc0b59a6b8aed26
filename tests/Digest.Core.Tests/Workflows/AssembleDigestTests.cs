using System.Text;
using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

public sealed class AssembleDigestTests
{
    // Friday, an hour after the issue was due (07:00 in Berlin).
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Friday);

    [Fact]
    public async Task An_issue_that_is_due_is_made_mailed_and_published()
    {
        _newsroom.Drop("a.txt");
        _newsroom.Drop("b.txt");
        var result = await _newsroom.RunAsync();
        Assert.Equal("2026-W47", result.IssueId);
        Assert.Equal(2, (await _newsroom.Issues.FindAsync("2026-W47", default))!.Items.Count);
        Assert.Equal(DeliveryTask.ShardCount, _newsroom.Queue.Tasks.Distinct().Count());
        Assert.Contains(SiteAddress.IssuePath("2026-W47"), _newsroom.Site.Files.Keys);
        Assert.Contains(SiteAddress.Rss, _newsroom.Site.Files.Keys);
        Assert.Equal("2026-W47", (await _newsroom.EntryAsync("a.txt")).IssueId);
    }

    [Fact]
    public async Task Nothing_happens_twice()
    {
        _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        var (writes, tasks) = (_newsroom.Site.Writes, _newsroom.Queue.Tasks.Count);
        _newsroom.Drop("b.txt");
        var again = await _newsroom.RunAsync();
        Assert.Null(again.IssueId);
        Assert.Equal((writes, tasks), (_newsroom.Site.Writes, _newsroom.Queue.Tasks.Count));
        Assert.Null((await _newsroom.EntryAsync("b.txt")).IssueId);
    }

    [Fact]
    public async Task A_run_cut_off_at_any_write_is_finished_by_the_next_one()
    {
        var whole = await CountWritesAsync();
        Assert.InRange(whole, 250, 350);
        for (var cut = 0; cut < whole; cut++)
        {
            var newsroom = new Newsroom(Friday);
            newsroom.Drop("a.txt");
            newsroom.Drop("b.txt");
            newsroom.Interruption.After(cut);
            await Assert.ThrowsAnyAsync<Exception>(() => newsroom.RunAsync());
            newsroom.Interruption.Never();
            newsroom.Clock.Advance(TimeSpan.FromMinutes(15));
            newsroom.Drop("late.txt");
            await newsroom.RunAsync();

            var issues = await newsroom.Issues.ListAsync(default).ToListAsync();
            var issue = (await newsroom.Issues.FindAsync(Assert.Single(issues).Id, default))!;
            Assert.Equal(IssueProgress.Finished, await newsroom.Archive.ProgressAsync(issue.Id, default));
            Assert.Equal(DeliveryTask.ShardCount, newsroom.Queue.Tasks.Distinct().Count());
            Assert.NotNull(await newsroom.Issues.ReadPartAsync(issue.Id, MailTemplate.PartName, default));
            foreach (var item in issue.Items)
            {
                Assert.Equal(issue.Id, (await newsroom.Essays.FindEntryAsync(item.EssayId, default))!.IssueId);
                Assert.Contains(SiteAddress.EssayPath(item.EssayId), newsroom.Site.Files.Keys);
            }

            Assert.Equal(issue.Items.Count, await newsroom.Essays.ListAsync(default).CountAsync(e => e.IssueId is not null));
            Assert.Equal(IssueOutcome.Assembled, Assert.Single(await newsroom.DecisionsAsync()).Outcome);
        }
    }

    [Fact]
    public async Task Two_timers_at_once_make_one_issue()
    {
        _newsroom.Drop("a.txt");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _newsroom.RunAsync())));
        Assert.Single(await _newsroom.Issues.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task An_empty_week_is_skipped_and_says_so()
    {
        var result = await _newsroom.RunAsync();
        Assert.Null(result.IssueId);
        Assert.Equal(IssueOutcome.SkippedEmpty, Assert.Single(await _newsroom.DecisionsAsync()).Outcome);
        _newsroom.Drop("a.txt");
        Assert.Null((await _newsroom.RunAsync()).IssueId);
    }

    [Fact]
    public async Task An_empty_week_can_wait_for_the_first_essay()
    {
        var newsroom = new Newsroom(Friday, new IssueOptions { TimeZone = "Europe/Berlin", EmptyWeek = EmptyWeek.Hold });
        await newsroom.RunAsync();
        Assert.Equal(IssueOutcome.WaitingForEssay, Assert.Single(await newsroom.DecisionsAsync()).Outcome);
        newsroom.Clock.Advance(TimeSpan.FromDays(3));
        newsroom.Drop("a.txt");
        Assert.Equal("2026-W47", (await newsroom.RunAsync()).IssueId);
    }

    [Fact]
    public async Task An_empty_week_can_send_a_note()
    {
        var newsroom = new Newsroom(Friday, new IssueOptions { TimeZone = "Europe/Berlin", EmptyWeek = EmptyWeek.Note });
        Assert.Equal("2026-W47", (await newsroom.RunAsync()).IssueId);
        Assert.Equal(DeliveryTask.ShardCount, newsroom.Queue.Tasks.Count);
    }

    [Fact]
    public async Task A_run_that_comes_too_late_is_held_for_an_editor()
    {
        _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        _newsroom.Drop("b.txt");
        _newsroom.Clock.Set(Friday.AddDays(7 + 3));
        Assert.Null((await _newsroom.RunAsync()).IssueId);
        Assert.Equal(IssueOutcome.HeldLate, (await _newsroom.DecisionsAsync())[0].Outcome);
        Assert.NotNull((await _newsroom.RunAsync(AssembleRequest.Now)).IssueId);
    }

    [Fact]
    public async Task Weeks_in_which_nothing_ran_are_recorded_as_missed()
    {
        _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        _newsroom.Drop("b.txt");
        _newsroom.Clock.Set(Friday.AddDays(21));
        Assert.Equal("2026-W50", (await _newsroom.RunAsync()).IssueId);
        Assert.Equal(
            [IssueOutcome.Assembled, IssueOutcome.Missed, IssueOutcome.Missed, IssueOutcome.Assembled],
            (await _newsroom.DecisionsAsync()).Select(d => d.Outcome));
    }

    [Fact]
    public async Task Held_essays_stay_pinned_ones_lead_and_the_rest_waits_its_turn()
    {
        var newsroom = new Newsroom(Friday, new IssueOptions { TimeZone = "Europe/Berlin", MaxEssays = 2 });
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt", "d.txt"])
        {
            newsroom.Drop(name);
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await newsroom.Essays.PlaceAsync(EssayId.FromSourceName("a.txt"), EssayPlacement.Held, default);
        await newsroom.Essays.PlaceAsync(EssayId.FromSourceName("d.txt"), EssayPlacement.Pinned, default);
        await newsroom.RunAsync();
        var issue = (await newsroom.Issues.FindAsync("2026-W47", default))!;
        Assert.Equal([EssayId.FromSourceName("d.txt"), EssayId.FromSourceName("b.txt")], issue.Items.Select(i => i.EssayId));
    }

    [Fact]
    public async Task The_same_essay_under_two_names_is_sent_once_for_ever()
    {
        _newsroom.Drop("a.txt", "On bridges");
        _newsroom.Drop("copy of a.txt", "On bridges");
        await _newsroom.RunAsync();
        var issue = (await _newsroom.Issues.FindAsync("2026-W47", default))!;
        Assert.Single(issue.Items);
        Assert.Equal(1.0, Assert.Single(issue.Duplicates).Similarity);
        _newsroom.Drop("third copy.txt", "On bridges");
        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null((await _newsroom.RunAsync()).IssueId);
        _newsroom.Drop("new.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        await _newsroom.RunAsync();
        var next = (await _newsroom.Issues.FindAsync("2026-W49", default))!;
        Assert.Equal(EssayId.FromSourceName("new.txt"), Assert.Single(next.Items).EssayId);
    }

    [Fact]
    public async Task A_twin_that_was_left_out_and_has_another_text_now_is_carried()
    {
        _newsroom.Drop("a.txt", "On bridges");
        _newsroom.Drop("b.txt", "On bridges");
        await _newsroom.RunAsync();
        _newsroom.Clock.Advance(TimeSpan.FromDays(1));
        _newsroom.Drop("b.txt", "On tides", revision: 2);
        Assert.Empty(await _newsroom.Twins.RunAsync([await _newsroom.EntryAsync("b.txt")], default));
        await _newsroom.RunAsync();
        Assert.Null((await _newsroom.EntryAsync("b.txt")).IssueId);
        _newsroom.Clock.Advance(TimeSpan.FromDays(6));
        await _newsroom.RunAsync();
        var next = (await _newsroom.Issues.FindAsync("2026-W48", default))!;
        Assert.Equal(EssayId.FromSourceName("b.txt"), Assert.Single(next.Items).EssayId);
        Assert.Empty(next.Corrections);
    }

    [Fact]
    public async Task A_correction_is_shown_at_once_listed_in_the_next_issue_and_never_mailed_again()
    {
        var first = _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        _newsroom.Clock.Advance(TimeSpan.FromDays(1));
        _newsroom.Drop("a.txt", "On a.txt, corrected", revision: 2);
        await _newsroom.RunAsync();
        Assert.Contains("Corrected on 21 November 2026", Page(SiteAddress.EssayPath(first.Id)), StringComparison.Ordinal);
        Assert.Contains("Corrected on 21 November 2026", Page(SiteAddress.Rss), StringComparison.Ordinal);

        _newsroom.Drop("b.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(6));
        await _newsroom.RunAsync();
        var next = (await _newsroom.Issues.FindAsync("2026-W48", default))!;
        Assert.Equal(first.Id, Assert.Single(next.Corrections).EssayId);
        Assert.DoesNotContain(next.Items, i => i.EssayId == first.Id);

        _newsroom.Drop("c.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        await _newsroom.RunAsync();
        Assert.Empty((await _newsroom.Issues.FindAsync("2026-W49", default))!.Corrections);
    }

    [Fact]
    public async Task The_hub_is_told_of_the_feeds_that_changed_and_of_no_other()
    {
        _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        var address = new SiteAddress(_newsroom.SiteOptions);
        Assert.Equal(
            new[] { SiteAddress.Atom, SiteAddress.Json, SiteAddress.Rss, SiteAddress.IssuesAtom, SiteAddress.IssuesJson, SiteAddress.IssuesRss }
                .Select(address.Of).OrderBy(a => a.AbsoluteUri, StringComparer.Ordinal),
            _newsroom.Hub.Feeds.OrderBy(a => a.AbsoluteUri, StringComparer.Ordinal));
        await _newsroom.RunAsync();
        Assert.Equal(6, _newsroom.Hub.Feeds.Count);

        // A correction changes the essays' feeds; the issues were sent as they are.
        _newsroom.Clock.Advance(TimeSpan.FromDays(1));
        _newsroom.Drop("a.txt", "On a.txt, corrected", revision: 2);
        await _newsroom.RunAsync();
        Assert.Equal(
            new[] { SiteAddress.Rss, SiteAddress.Atom, SiteAddress.Json }.Select(address.Of), _newsroom.Hub.Feeds.Skip(6));
    }

    [Fact]
    public async Task An_essay_that_newer_rules_read_differently_is_shown_anew_and_is_no_correction()
    {
        var first = _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        _newsroom.Clock.Advance(TimeSpan.FromDays(1));
        var reread = SampleEssays.Record("a.txt", SampleEssays.Named("On a.txt, read better"), _newsroom.Clock.GetUtcNow(), revision: 2);
        _newsroom.Essays.Put(reread with { SourceETag = first.SourceETag });
        await _newsroom.RunAsync();
        Assert.Contains("read better", Page(SiteAddress.EssayPath(first.Id)), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected on", Page(SiteAddress.EssayPath(first.Id)), StringComparison.Ordinal);

        _newsroom.Drop("b.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(6));
        await _newsroom.RunAsync();
        Assert.Empty((await _newsroom.Issues.FindAsync("2026-W48", default))!.Corrections);
    }

    private string Page(string path) => Encoding.UTF8.GetString(_newsroom.Site.Files[path].Bytes.Span);

    private static async Task<int> CountWritesAsync()
    {
        for (var writes = 250; ; writes++)
        {
            var newsroom = new Newsroom(Friday);
            newsroom.Drop("a.txt");
            newsroom.Drop("b.txt");
            newsroom.Interruption.After(writes);
            try
            {
                await newsroom.RunAsync();
                return writes;
            }
            catch (Exception e) when (e is InterruptedException or AggregateException)
            {
            }
        }
    }
}
