using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>What an editor is shown of the drops: how much of how many, and no problem that was settled.</summary>
public sealed class ReviewInboxTests
{
    private readonly Newsroom _newsroom = new(
        new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero), new IssueOptions { Schedule = "0 7 * * 5", TimeZone = "Europe/Berlin", MaxEssays = 1 });

    private readonly InMemoryInbox _inbox = new();

    [Fact]
    public async Task A_list_of_some_says_of_how_many()
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"])
        {
            _newsroom.Drop(name);
            await RejectAsync("bad-" + name);
        }

        var some = await PageAsync(2);
        Assert.Contains("<h2>Newest first: the first 2 of 3</h2>", some, StringComparison.Ordinal);
        Assert.Contains("<h2>Can't be used: the newest 2 of 3</h2>", some, StringComparison.Ordinal);
        var all = await PageAsync(3);
        Assert.Contains("<h2>Newest first</h2>", all, StringComparison.Ordinal);
        Assert.Contains("<h2>Can't be used</h2>", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_issue_says_how_many_wait_behind_it()
    {
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("a.txt", "Bread"), ("b.txt", "Salt"), ("c.txt", "Water"), ("d.txt", "Fire")])
        {
            _newsroom.Drop(name, text);
        }

        var preview = await _newsroom.Previews.NextAsync(default);
        Assert.Contains("Waiting for the issue after: the next 1 of 3", await new EditorPages(_newsroom.SiteOptions).NextIssueAsync(preview), StringComparison.Ordinal);
        Assert.Contains("Waiting for the issue after: the next 1 of 3\n", PreviewReport.Write(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_draft_says_why_it_is_held()
    {
        var record = _newsroom.Drop("a.txt");
        _newsroom.Essays.Put(record with { Essay = record.Essay with { IsDraft = true } });
        const string Why = "Its front matter calls it a draft, so no issue carries it until an editor releases it.";
        Assert.DoesNotContain(Why, await PageAsync(1), StringComparison.Ordinal);
        await _newsroom.Essays.PlaceAsync(record.Id, EssayPlacement.Held, default);
        Assert.Contains(Why, await PageAsync(1), StringComparison.Ordinal);
        var own = await new EditorPages(_newsroom.SiteOptions).EssayAsync((await _newsroom.Essays.FindAsync(record.Id, default))!, await _newsroom.EntryAsync("a.txt"));
        Assert.Contains(Why, own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_control_characters_is_shown_harmlessly()
    {
        _newsroom.Drop("good\u202E\u001b[31m.txt", "Bread");
        await RejectAsync("bad\nname.txt");
        var page = await PageAsync(1);
        Assert.Contains("good\uFFFD\uFFFD[31m.txt", page, StringComparison.Ordinal);
        Assert.Contains("<strong>bad\uFFFDname.txt</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202E', page);
    }

    [Fact]
    public async Task The_problem_of_a_drop_that_was_taken_away_is_not_told()
    {
        await RejectAsync("a.pdf");
        await RejectAsync("b.pdf");
        await RejectAsync("c.pdf");
        _inbox.Delete("c.pdf");
        var review = await Review().RunAsync(2, default);
        Assert.Equal("b.pdf", Assert.Single(review.Problems).SourceName);
        Assert.Equal(2, review.ProblemsInAll);
        Assert.Equal(2, _inbox.Looks);
    }

    private async Task RejectAsync(string name)
    {
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = _newsroom.Clock.GetUtcNow();
        _inbox.Put(name, now);
        await _newsroom.Essays.SaveProblemAsync(new DropProblem(name, "\"1\"", now, now, new Problem(ProblemCodes.UnknownFormat, "It is a PDF.")), default);
    }

    private ReviewInbox Review() => new(_newsroom.Essays, _newsroom.Twins, new ReviewProblems(_inbox, _newsroom.Essays));

    private async Task<string> PageAsync(int most) =>
        System.Net.WebUtility.HtmlDecode(await new EditorPages(_newsroom.SiteOptions).EssaysAsync(await Review().RunAsync(most, default)));
}
