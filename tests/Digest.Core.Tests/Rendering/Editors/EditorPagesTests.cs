using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.InMemory;
using HtmlAgilityPack;
using Xunit;

namespace Digest.Core.Tests.Rendering.Editors;

public sealed class EditorPagesTests
{
    private readonly EditorPages _pages = new(SampleIssues.Site);
    private readonly Newsroom _newsroom = new(SampleIssues.Friday.AddHours(1));

    [Fact]
    public async Task The_next_issue_is_a_page_that_wraps_with_every_check_on_it()
    {
        _newsroom.Drop("a.txt", "The bridges we do not see");
        var preview = await _newsroom.Previews.NextAsync(default);
        var page = HtmlQueries.Parse(await _pages.NextIssueAsync(preview));
        Assert.Empty(page.All("//pre"));
        Assert.Contains(preview.View.Issue.Intro, Text(page), StringComparison.Ordinal);
        Assert.All(preview.Checks, check => Assert.Contains($"{check.What}: {check.Found}", Text(page), StringComparison.Ordinal));
        Assert.Equal("../essays/" + preview.View.Essays[0].Id, Assert.Single(page.All("//main//ol//a")).Attribute("href"));
    }

    [Fact]
    public async Task With_nothing_to_send_the_next_issue_is_one_sentence()
    {
        var page = HtmlQueries.Parse(await _pages.NextIssueAsync(await _newsroom.Previews.NextAsync(default)));
        Assert.Equal("Next issue", Assert.Single(page.All("//h1")).InnerText);
        Assert.Contains("No essay is waiting. If none comes before it is due, there will be no issue.", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Subject", Text(page), StringComparison.Ordinal);
        Assert.Empty(page.All("//a[contains(@href, 'show=mail')]"));
    }

    [Fact]
    public async Task An_essay_that_no_issue_carries_says_so_on_its_own_page()
    {
        var record = _newsroom.Drop("a.txt");
        Assert.DoesNotContain("No issue carries it", await _pages.EssayAsync(record, await _newsroom.EntryAsync("a.txt")), StringComparison.Ordinal);
        var page = HtmlQueries.Parse(await _pages.EssayAsync(record, await _newsroom.EntryAsync("a.txt"), new EssayTwin("b-0123456789", "The Other Ferry", "b.txt", 0.97, "Hold that one back.")));
        Assert.Contains("No issue carries it: it is 97 % the same as \u201CThe Other Ferry\u201D (b.txt). Hold that one back.", Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeliveryTask.ShardCount, false, null)]
    [InlineData(3, false, "Hold this issue")]
    [InlineData(3, true, "Go on with this issue")]
    public async Task A_delivery_has_a_button_only_where_there_is_something_to_decide(int finished, bool held, string? button)
    {
        var report = new DeliveryReport(
            "2026-W47", SampleIssues.Friday, DeliveryCounts.None, finished, new DeliveryControl { Held = held }, null, null, []);
        var page = HtmlQueries.Parse(await _pages.StatusAsync(report));
        Assert.Equal(button is null ? [] : [button], page.All("//div[@class='actions']//button").Select(b => b.InnerText));
        Assert.Empty(page.All("//main//div[not(*)]"));
    }

    [Fact]
    public async Task What_an_editor_does_with_an_essay_stands_in_a_row_and_not_in_the_box_of_the_readers()
    {
        _newsroom.Drop("a.txt");
        var entry = await _newsroom.EntryAsync("a.txt");
        var page = HtmlQueries.Parse(await _pages.EssaysAsync(new InboxReview([new EssayLine(entry, "Of bridges.")], 1, [], 0)));
        Assert.Equal(["Put it first", "Hold it back"], page.All("//div[@class='actions']//button").Select(b => b.InnerText));
        Assert.Empty(page.All("//*[@class='subscribe']"));
    }

    [Fact]
    public async Task An_essay_is_given_its_place_on_its_own_page_too()
    {
        var record = _newsroom.Drop("a.txt");
        await _newsroom.PlaceAsync("a.txt", EssayPlacement.Held);
        var page = HtmlQueries.Parse(await _pages.EssayAsync(record, await _newsroom.EntryAsync("a.txt")));
        Assert.Equal(["Put it first", "Let it take its turn"], page.All("//div[@class='actions']//button").Select(b => b.InnerText));
        Assert.Equal($"../essays/{record.Id}/pin?from=essay", page.All("//div[@class='actions']/form")[0].Attribute("action"));
        Assert.StartsWith("held · ", Text(page.All("//main//p[@class='meta']")[0]), StringComparison.Ordinal);
        Assert.Empty(HtmlQueries.Parse(await _pages.EssayAsync(record, entry: null)).All("//form"));
    }

    [Fact]
    public async Task An_essay_that_readers_have_can_only_be_withdrawn_on_its_page()
    {
        var record = _newsroom.Drop("a.txt");
        await _newsroom.RunAsync(AssembleRequest.Now);
        var page = HtmlQueries.Parse(await _pages.EssayAsync(record, await _newsroom.EntryAsync("a.txt")));
        Assert.Equal(["Take it back for good"], page.All("//div[@class='actions']//button").Select(b => b.InnerText));
    }

    [Fact]
    public async Task The_essays_of_the_next_issue_and_those_that_wait_on_are_given_their_places_on_its_page()
    {
        var newsroom = new Newsroom(SampleIssues.Friday.AddHours(1), new IssueOptions { Schedule = "0 7 * * 5", TimeZone = "Europe/Berlin", MaxEssays = 1 });
        var late = newsroom.Drop("a.txt", "The bridges we do not see");
        var first = newsroom.Drop("b.txt", "A harbour without ships");
        await newsroom.PlaceAsync("b.txt", EssayPlacement.Pinned);
        var page = HtmlQueries.Parse(await _pages.NextIssueAsync(await newsroom.Previews.NextAsync(default)));
        Assert.Equal(
            [$"../essays/{first.Id}/hold?from=next", $"../essays/{first.Id}/release?from=next"],
            page.All("//main//ol//form").Select(f => f.Attribute("action")));
        Assert.Contains("pinned", Text(page.All("//main//ol/li")[0]), StringComparison.Ordinal);
        Assert.Equal(
            [$"../essays/{late.Id}/pin?from=next", $"../essays/{late.Id}/hold?from=next"],
            page.All("//main//ul//form").Select(f => f.Attribute("action")));
    }

    [Theory]
    [InlineData(EditorPages.FromEssay, "/api/editor/essays/a-1")]
    [InlineData(EditorPages.FromNextIssue, "/api/editor/issues/next")]
    [InlineData(null, "/api/editor/essays")]
    [InlineData("//example.org", "/api/editor/essays")]
    public void An_editor_comes_back_to_the_page_with_the_button(string? from, string expected) => Assert.Equal(
        "https://digest.example.org" + expected,
        new Uri(new Uri("https://digest.example.org/api/editor/essays/a-1/hold"), EditorPages.BackTo(from, "a-1")).AbsoluteUri);

    private static string Text(HtmlNode page) => HtmlEntity.DeEntitize(page.InnerText) ?? string.Empty;
}
