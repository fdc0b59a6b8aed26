using Digest.Cli.Up;
using Digest.Core.Essays;
using Digest.Core.Metadata;
using Digest.Core.Workflows;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>What the terminal says of a drop, at the widths terminals have.</summary>
public sealed class EssayLinesTests
{
    private const string Title = "Is North Korea’s Military Involvement in Ukraine Lawful, and Who May Answer It?";

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(200)]
    public async Task No_line_is_wider_than_the_terminal_and_the_title_has_room(int width)
    {
        _newsroom.Essays.Put(Testing.SampleEssays.Record("004_c0647de1fe2a96a2-of-the-week.txt", Testing.SampleEssays.Named(Title) with { Byline = new Byline { Names = ["Timo Kivimäki", "Anna-Liisa Heinonen-Bergström"] } }, _newsroom.Clock.GetUtcNow()));

        var lines = await PrintAsync("004_c0647de1fe2a96a2-of-the-week.txt", width);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.InRange(lines.Count, 1, 2);
        Assert.Contains(lines, line => line.Contains(Title[..39], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("by Timo Kivimäki", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_copy_is_not_ticked_off_but_said_to_be_left_out()
    {
        _newsroom.Drop("bread.md", "Bread");
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        _newsroom.Drop("bread-2.md", "Bread");

        var lines = await PrintAsync("bread-2.md", 200);

        Assert.DoesNotContain("✓", lines[0], StringComparison.Ordinal);
        Assert.Equal("    100 % the same as “Bread” (bread.md): no issue carries it. To have this one in its place, hold that one back.", lines[1]);
        Assert.Contains("✓", (await PrintAsync("bread.md", 200))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_essay_is_not_ticked_off_and_a_draft_says_that_it_is_one()
    {
        var record = _newsroom.Drop("bread.md", "Bread");
        await _newsroom.Essays.PlaceAsync(record.Id, EssayPlacement.Held, CancellationToken.None);
        Assert.Equal("    it is held: no issue carries it until it is released", (await PrintAsync("bread.md", 200))[1]);

        _newsroom.Essays.Put(record with { Essay = record.Essay with { IsDraft = true } });
        var lines = await PrintAsync("bread.md", 200);
        Assert.DoesNotContain("✓", lines[0], StringComparison.Ordinal);
        Assert.Equal("    Its front matter calls it a draft, so no issue carries it until an editor releases it.", lines[1]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_name_cannot_break_its_line_or_steer_the_terminal(int width)
    {
        _newsroom.Drop("a\n\u001b[2J.md", "Bread");
        var lines = await PrintAsync("a\n\u001b[2J.md", width);
        Assert.Equal(width < 100 ? 2 : 1, lines.Count);
        Assert.DoesNotContain(lines, line => line.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("a\uFFFD\uFFFD[2J.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_essay_that_was_sent_and_is_dropped_again_says_when_its_page_changes()
    {
        _newsroom.Drop("bread.md", "Bread");
        await _newsroom.RunAsync(AssembleRequest.Now);
        _newsroom.Drop("bread.md", "Bread and salt", revision: 2);

        var lines = await PrintAsync("bread.md", 200);

        Assert.Contains("revision 2", lines[0], StringComparison.Ordinal);
        Assert.Equal("    readers have it: its page changes within 15 minutes, or at once with digest assemble", lines[1]);
    }

    private async Task<IReadOnlyList<string>> PrintAsync(string name, int width)
    {
        var output = new StringWriter();
        var screen = Screen.Create(output, isTerminal: false);
        screen.Profile.Width = width;
        Assert.True(await new EssayLines(_newsroom.Essays, _newsroom.Twins, screen).PrintAsync(name, default));
        return output.ToString().TrimEnd('\n').Split(Environment.NewLine);
    }
}
