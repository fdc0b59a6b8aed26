using Digest.Core.Essays;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>An editor is told of an essay that no issue carries because another one is the same, before the issue and after it.</summary>
public sealed class FindTwinsTests
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_later_one_of_two_that_wait_is_left_out()
    {
        await DropTwiceAsync();
        var (id, twin) = Assert.Single(await TwinsAsync());
        Assert.Equal(EssayId.FromSourceName("b.txt"), id);
        Assert.Equal("100 % the same as “Bread” (a.txt)", twin.Words);
        Assert.Equal("left out", await PlaceAsync("b.txt"));
        Assert.Equal("waiting", await PlaceAsync("a.txt"));
    }

    [Fact]
    public async Task One_that_readers_have_already_is_left_out_too()
    {
        _newsroom.Drop("a.txt", "Bread");
        await _newsroom.RunAsync(AssembleRequest.Now);
        _newsroom.Drop("b.txt", "Bread");
        Assert.Equal(EssayId.FromSourceName("b.txt"), Assert.Single(await TwinsAsync()).Key);
    }

    [Fact]
    public async Task After_the_issue_it_does_not_look_as_if_it_had_been_carried()
    {
        await DropTwiceAsync();
        var issue = (await _newsroom.RunAsync(AssembleRequest.Now)).IssueId;
        Assert.Equal(EssayId.FromSourceName("b.txt"), Assert.Single(await TwinsAsync()).Key);
        Assert.Equal("left out of issue " + issue, await PlaceAsync("b.txt"));
        Assert.Equal("in issue " + issue, await PlaceAsync("a.txt"));
    }

    [Fact]
    public async Task One_that_is_held_is_left_out_by_the_editor_and_by_nothing_else()
    {
        await DropTwiceAsync();
        await _newsroom.Essays.PlaceAsync(EssayId.FromSourceName("a.txt"), EssayPlacement.Held, default);
        Assert.Empty(await TwinsAsync());
    }

    [Fact]
    public async Task The_list_for_editors_says_it()
    {
        await DropTwiceAsync();
        var review = await new ReviewInbox(_newsroom.Essays, _newsroom.Twins, new ReviewProblems(new InMemoryInbox(), _newsroom.Essays)).RunAsync(10, default);
        var page = await new EditorPages(_newsroom.SiteOptions).EssaysAsync(review);
        Assert.Contains("left out", page, StringComparison.Ordinal);
        Assert.Contains("100 % the same as “Bread” (a.txt). To have this one in its place, hold that one back.", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_not_equal_are_never_called_so()
    {
        // Only the title differs, and no words are compared but those of the body.
        var bread = _newsroom.Drop("a.txt", "Bread");
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        _newsroom.Essays.Put(SampleEssays.Record("b.txt", bread.Essay with { Title = "Loaf" }, _newsroom.Clock.GetUtcNow()));
        Assert.Equal("99 % the same as “Bread” (a.txt)", Assert.Single(await TwinsAsync()).Value.Words);
    }

    [Fact]
    public async Task A_twin_with_control_characters_in_its_name_stays_on_one_line()
    {
        _newsroom.Drop("a\n\u001b.txt", "Bread");
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        _newsroom.Drop("b.txt", "Bread");
        Assert.Equal("100 % the same as “Bread” (a\uFFFD\uFFFD.txt)", Assert.Single(await TwinsAsync()).Value.Words);
    }

    [Fact]
    public async Task An_editor_is_told_what_to_do_with_a_twin()
    {
        await DropTwiceAsync();
        Assert.Equal("To have this one in its place, hold that one back.", await AdviceAsync());
        await _newsroom.RunAsync(AssembleRequest.Now);
        Assert.Equal("If it corrects that one, drop it under that one's name.", await AdviceAsync());
        await _newsroom.Essays.PlaceAsync(EssayId.FromSourceName("a.txt"), EssayPlacement.Withdrawn, default);
        Assert.Equal("That one is withdrawn: release it if readers may have the text.", await AdviceAsync());
    }

    private async Task<string> AdviceAsync() => Assert.Single(await TwinsAsync()).Value.Advice;

    private async Task DropTwiceAsync()
    {
        _newsroom.Drop("a.txt", "Bread");
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        _newsroom.Drop("b.txt", "Bread");
        _newsroom.Drop("c.txt", "Salt");
    }

    private async Task<IReadOnlyDictionary<string, EssayTwin>> TwinsAsync() =>
        await _newsroom.Twins.RunAsync(await _newsroom.Essays.ListAsync(default).ToListAsync(), default);

    private async Task<string> PlaceAsync(string name) =>
        EditorPages.PlaceOf(await _newsroom.EntryAsync(name), (await TwinsAsync()).GetValueOrDefault(EssayId.FromSourceName(name)));
}
