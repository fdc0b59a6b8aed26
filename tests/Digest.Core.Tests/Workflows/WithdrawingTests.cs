using System.Text;
using Digest.Core.Essays;
using Digest.Core.Rendering;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>Essays that are taken back, and essays that somebody deleted: what readers see, and that the issues go on.</summary>
public sealed class WithdrawingTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Friday);

    [Fact]
    public async Task A_withdrawn_essay_is_nowhere_on_the_site_but_for_a_note_at_its_address()
    {
        await IssueOfThreeAsync();
        var placed = await _newsroom.PlaceAsync("b.txt", EssayPlacement.Withdrawn);
        Assert.True(placed!.Done);
        var id = EssayId.FromSourceName("b.txt");
        Assert.Contains("has been withdrawn", Page(SiteAddress.EssayPath(id)), StringComparison.Ordinal);
        Assert.All(_newsroom.Site.Files.Values.Where(f => f.Path != SiteAddress.EssayPath(id)), file =>
        {
            var text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.False(text.Contains("On b.txt", StringComparison.Ordinal) || text.Contains(id, StringComparison.Ordinal), file.Path);
        });
        Assert.Contains("On a.txt", Page(SiteAddress.Rss), StringComparison.Ordinal);
        Assert.Contains("On c.txt", Page(SiteAddress.IssuePath("2026-W47")), StringComparison.Ordinal);
        Assert.Contains("Two essays", Page(SiteAddress.IssuePath("2026-W47")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_stays_withdrawn_whatever_is_dropped_until_it_is_released()
    {
        await IssueOfThreeAsync();
        await _newsroom.PlaceAsync("b.txt", EssayPlacement.Withdrawn);
        _newsroom.Drop("b.txt");
        _newsroom.Drop("b.txt", "On b.txt, mended", revision: 2);
        _newsroom.Drop("d.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        var next = await _newsroom.RunAsync();
        var issue = (await _newsroom.Issues.FindAsync(next.IssueId!, default))!;
        Assert.Single(issue.Items);
        Assert.Empty(issue.Corrections);
        Assert.DoesNotContain("On b.txt", Page(SiteAddress.Rss), StringComparison.Ordinal);
        Assert.False((await _newsroom.PlaceAsync("b.txt", EssayPlacement.Pinned))!.Done);

        Assert.True((await _newsroom.PlaceAsync("b.txt", EssayPlacement.Normal))!.Done);
        Assert.Contains("On b.txt, mended", Page(SiteAddress.EssayPath(EssayId.FromSourceName("b.txt"))), StringComparison.Ordinal);
        Assert.Contains("On b.txt", Page(SiteAddress.Rss), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_essay_that_waits_and_is_withdrawn_is_in_no_issue_under_no_name()
    {
        _newsroom.Drop("a.txt");
        _newsroom.Drop("b.txt");
        await _newsroom.PlaceAsync("b.txt", EssayPlacement.Withdrawn);
        _newsroom.Drop("b again.txt", "On b.txt");
        var issue = (await _newsroom.Issues.FindAsync((await _newsroom.RunAsync()).IssueId!, default))!;
        Assert.Equal(EssayId.FromSourceName("a.txt"), Assert.Single(issue.Items).EssayId);
    }

    [Fact]
    public async Task The_text_of_a_withdrawn_essay_is_in_no_issue_under_another_title_however_late()
    {
        await IssueOfThreeAsync();
        await _newsroom.PlaceAsync("b.txt", EssayPlacement.Withdrawn);
        for (var week = 1; week <= 5; week++)
        {
            _newsroom.Clock.Advance(TimeSpan.FromDays(7));
            _newsroom.Drop($"week {week}.txt");
            await _newsroom.RunAsync();
        }

        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        var late = _newsroom.Drop("late.txt", "On b.txt");
        _newsroom.Essays.Put(late with { ContentHash = "changed", Essay = late.Essay with { Title = "A new title for an old text" } });
        _newsroom.Drop("other.txt");
        var issue = (await _newsroom.Issues.FindAsync((await _newsroom.RunAsync()).IssueId!, default))!;
        Assert.Equal(EssayId.FromSourceName("other.txt"), Assert.Single(issue.Items).EssayId);
    }

    [Fact]
    public async Task An_essay_that_was_deleted_from_storage_stops_no_issue_and_can_be_taken_down()
    {
        await IssueOfThreeAsync();
        var id = EssayId.FromSourceName("a.txt");
        _newsroom.Essays.Delete(id);
        _newsroom.Drop("d.txt");
        _newsroom.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("2026-W48", (await _newsroom.RunAsync()).IssueId);
        Assert.DoesNotContain("On a.txt", Page(SiteAddress.Rss), StringComparison.Ordinal);

        Assert.True((await _newsroom.PlaceAsync("a.txt", EssayPlacement.Withdrawn))!.Done);
        Assert.Contains("has been withdrawn", Page(SiteAddress.EssayPath(id)), StringComparison.Ordinal);
        Assert.DoesNotContain(id, Page(SiteAddress.IssuePath("2026-W47")), StringComparison.Ordinal);
        Assert.Null(await _newsroom.PlaceAsync("never.txt", EssayPlacement.Withdrawn));
    }

    [Fact]
    public async Task An_essay_that_is_deleted_while_its_issue_is_made_is_left_out()
    {
        await IssueOfThreeAsync(cutOffAfterManifest: true);
        _newsroom.Essays.Delete(EssayId.FromSourceName("a.txt"));
        await _newsroom.RunAsync();
        var mail = MailTemplate.FromJson((await _newsroom.Issues.ReadPartAsync("2026-W47", MailTemplate.PartName, default))!.Value.Span);
        Assert.DoesNotContain("On a.txt", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("On b.txt", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_cannot_be_rendered_is_never_made()
    {
        // A hundred titles of two hundred signs, four bytes each, are more than a mail can hold.
        var newsroom = new Newsroom(Friday, new Core.Issues.IssueOptions { TimeZone = "Europe/Berlin", MaxEssays = 100 });
        for (var i = 0; i < 100; i++)
        {
            newsroom.Drop($"{i}.txt", $"{i} " + string.Concat(Enumerable.Repeat("\U0001F6A2", 150)));
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => newsroom.RunAsync());
        Assert.Empty(await newsroom.Issues.ListAsync(default).ToListAsync());
        Assert.All(await newsroom.Essays.ListAsync(default).ToListAsync(), e => Assert.Null(e.IssueId));
    }

    private async Task IssueOfThreeAsync(bool cutOffAfterManifest = false)
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"])
        {
            _newsroom.Drop(name);
        }

        if (cutOffAfterManifest)
        {
            _newsroom.Interruption.After(2);
            await Assert.ThrowsAnyAsync<Exception>(() => _newsroom.RunAsync());
            _newsroom.Interruption.Never();
            Assert.NotNull(await _newsroom.Issues.FindAsync("2026-W47", default));
            return;
        }

        Assert.Equal("2026-W47", (await _newsroom.RunAsync()).IssueId);
    }

    private string Page(string path) => Encoding.UTF8.GetString(_newsroom.Site.Files[path].Bytes.Span);
}
