using System.Text;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Core.Workflows;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>Issues beside the schedule and after their time.</summary>
public sealed class ExtraAndLateIssueTests
{
    // Friday, an hour after the issue was due (07:00 in Berlin).
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Friday);

    [Fact]
    public async Task An_editor_can_have_an_issue_at_once_and_the_scheduled_one_still_comes()
    {
        _newsroom.Clock.Set(Friday.AddDays(-3));
        _newsroom.Drop("a.txt");
        Assert.Equal("2026-W47", (await _newsroom.RunAsync(AssembleRequest.Now)).IssueId);
        _newsroom.Clock.Advance(TimeSpan.FromHours(1));
        _newsroom.Drop("b.txt");
        Assert.Equal("2026-W47-2", (await _newsroom.RunAsync(AssembleRequest.Now)).IssueId);
        _newsroom.Drop("c.txt");
        _newsroom.Clock.Set(Friday);
        Assert.Equal("2026-W47-3", (await _newsroom.RunAsync()).IssueId);
        Assert.Single((await _newsroom.Issues.FindAsync("2026-W47-3", default))!.Items);
    }

    [Fact]
    public async Task An_extra_issue_leaves_the_subject_to_the_issue_it_was_set_for()
    {
        _newsroom.Clock.Set(Friday.AddDays(-3));
        await _newsroom.Archive.SaveOverridesAsync("2026-W47", new IssueOverrides { Subject = "The harbour" }, default);
        _newsroom.Drop("a.txt");
        Assert.Equal("2026-W47", (await _newsroom.RunAsync(AssembleRequest.Now)).IssueId);
        _newsroom.Drop("b.txt");
        Assert.Equal("The harbour", (await _newsroom.Previews.NextAsync(default)).View.Issue.Subject);
        _newsroom.Clock.Set(Friday);
        Assert.Equal("2026-W47-2", (await _newsroom.RunAsync()).IssueId);
        Assert.Equal("On a.txt", (await _newsroom.Issues.FindAsync("2026-W47", default))!.Subject);
        Assert.Equal("The harbour", (await _newsroom.Issues.FindAsync("2026-W47-2", default))!.Subject);

        // Nothing scheduled comes in this week any more: what is set now is for the extra one.
        await _newsroom.Archive.SaveOverridesAsync("2026-W47-3", new IssueOverrides { Subject = "The quay" }, default);
        _newsroom.Clock.Advance(TimeSpan.FromHours(8));
        _newsroom.Drop("c.txt");
        Assert.Equal("2026-W47-3", (await _newsroom.RunAsync(AssembleRequest.Now)).IssueId);
        Assert.Equal("The quay", (await _newsroom.Issues.FindAsync("2026-W47-3", default))!.Subject);
    }

    [Fact]
    public async Task An_issue_made_days_after_its_time_has_the_date_of_its_making()
    {
        var newsroom = new Newsroom(Friday, new IssueOptions { TimeZone = "Europe/Berlin", EmptyWeek = EmptyWeek.Hold });
        await newsroom.RunAsync();
        newsroom.Clock.Advance(TimeSpan.FromDays(4));
        newsroom.Drop("a.txt");
        await newsroom.RunAsync();
        var mail = MailTemplate.FromJson((await newsroom.Issues.ReadPartAsync("2026-W47", MailTemplate.PartName, default))!.Value.Span);
        Assert.Equal(Friday.AddDays(4), mail.Date);
        Assert.Contains("24 November 2026", mail.Text, StringComparison.Ordinal);
        foreach (var feed in (string[])[SiteAddress.Rss, SiteAddress.IssuesRss])
        {
            var text = Encoding.UTF8.GetString(newsroom.Site.Files[feed].Bytes.Span);
            Assert.Contains("<pubDate>Tue, 24 Nov 2026", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<pubDate>Fri, 20 Nov 2026", text, StringComparison.Ordinal);
        }
    }
}
