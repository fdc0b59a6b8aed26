using System.Globalization;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Checking;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

public sealed class PreviewIssueTests
{
    // Friday, an hour after the issue of week 47 was due.
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_week_to_come_is_previewed_with_what_waits_and_nothing_is_stored()
    {
        _newsroom.Drop("a.txt");
        var preview = (await _newsroom.Previews.OfWeekAsync(Monday("2026-W49"), default))!;
        Assert.Equal("2026-W49", preview.View.Issue.Id);
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 7, 0, 0, TimeSpan.FromHours(1)), preview.View.Issue.Scheduled);
        Assert.Single(preview.View.Essays);
        Assert.Empty(await _newsroom.Issues.ListAsync(default).ToListAsync());
        Assert.Empty(_newsroom.Site.Files);
    }

    [Fact]
    public async Task Where_no_issue_would_be_made_the_preview_says_so_and_checks_nothing()
    {
        var preview = await _newsroom.Previews.NextAsync(default);
        Assert.Equal("No essay is waiting. If none comes before it is due, there will be no issue.", preview.WhyNone);
        Assert.Empty(preview.Checks);
        Assert.DoesNotContain("Subject", PreviewReport.Write(preview), StringComparison.Ordinal);

        var noting = new Newsroom(_newsroom.Clock.GetUtcNow(), new IssueOptions { EmptyWeek = EmptyWeek.Note });
        Assert.Null((await noting.Previews.NextAsync(default)).WhyNone);
    }

    [Fact]
    public async Task A_week_whose_issue_was_made_is_shown_as_it_went_out()
    {
        _newsroom.Drop("a.txt");
        await _newsroom.RunAsync();
        _newsroom.Drop("b.txt");
        var preview = (await _newsroom.Previews.OfWeekAsync(Monday("2026-11-18"), default))!;
        var stored = await _newsroom.Issues.ReadPartAsync("2026-W47", MailTemplate.PartName, default);
        Assert.Equal(stored!.Value.ToArray(), preview.Rendering.Mail.ToJson());
    }

    [Fact]
    public async Task A_week_in_which_no_issue_is_due_has_no_preview()
    {
        var monthly = new Newsroom(_newsroom.Clock.GetUtcNow(), new IssueOptions { Schedule = "0 7 1 * *" });
        monthly.Drop("a.txt");
        Assert.Null(await monthly.Previews.OfWeekAsync(Monday("2026-W47"), default));
        Assert.Equal("2026-W49", (await monthly.Previews.OfWeekAsync(Monday("2026-W49"), default))!.View.Issue.Id);
    }

    [Theory]
    [InlineData("2026-W47", "2026-11-16")]
    [InlineData("2026-w47", "2026-11-16")]
    [InlineData("2026-11-22", "2026-11-16")]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2027-01-01", "2026-12-28")]
    [InlineData("2026-W53", "2026-12-28")]
    public void A_week_is_written_as_an_id_or_as_a_day_in_it(string text, string monday) =>
        Assert.Equal(monday, Monday(text).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2027-W53")]
    [InlineData("2026-W00")]
    [InlineData("0000-W10")]
    [InlineData("next")]
    [InlineData("20.11.2026")]
    public void What_is_no_week_is_none(string text) => Assert.False(IssueId.TryReadWeek(text, out _));

    private static DateOnly Monday(string week)
    {
        Assert.True(IssueId.TryReadWeek(week, out var monday), week);
        return monday;
    }
}
