using System.Text;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

public sealed class PublishSiteTests
{
    [Fact]
    public async Task An_issue_whose_pages_are_not_written_yet_is_named_by_no_list_and_no_feed()
    {
        // The second issue is the first of its year.
        var newsroom = new Newsroom(new DateTimeOffset(2026, 12, 18, 7, 0, 0, TimeSpan.Zero), new IssueOptions { TimeZone = "Europe/Berlin" });
        newsroom.Drop("a.txt");
        await newsroom.RunAsync();
        newsroom.Clock.Set(new DateTimeOffset(2027, 1, 8, 7, 0, 0, TimeSpan.Zero));
        var late = newsroom.Drop("b.txt");
        var before = newsroom.Site.Files.ToDictionary(f => f.Key, f => f.Value);
        // Cut off when the issue is made and its essay is marked.
        for (var writes = 1; await newsroom.Issues.FindAsync("2027-W01", default) is null || (await newsroom.EntryAsync("b.txt")).IssueId is null; writes++)
        {
            newsroom.Interruption.After(writes);
            await Assert.ThrowsAnyAsync<Exception>(() => newsroom.RunAsync());
        }

        newsroom.Interruption.Never();
        await newsroom.Publication(newsroom.Issues).IssueAsync((await newsroom.Issues.FindAsync("2026-W51", default))!, default);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), newsroom.Site.Files.Keys.Order(StringComparer.Ordinal));
        Assert.All(newsroom.Site.Files.Values, file =>
        {
            var text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.DoesNotContain(late.Id, text, StringComparison.Ordinal);
            Assert.DoesNotContain("2027", text, StringComparison.Ordinal);
        });

        await newsroom.RunAsync();
        Assert.Contains(SiteAddress.YearPath(2027), newsroom.Site.Files.Keys);
        Assert.Contains(late.Id, Encoding.UTF8.GetString(newsroom.Site.Files[SiteAddress.Rss].Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_issues_holds_a_quarter_of_a_year_however_many_essays_a_week_brings()
    {
        var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero), new IssueOptions { TimeZone = "Europe/Berlin" });
        await Archive.FillAsync(newsroom, 300);
        var feed = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(newsroom.Site.Files[SiteAddress.IssuesRss].Bytes.Span));
        Assert.Equal(13, feed.Descendants("item").Count());
        var essays = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(newsroom.Site.Files[SiteAddress.Rss].Bytes.Span));
        Assert.Equal(newsroom.SiteOptions.FeedEntries, essays.Descendants("item").Count());
    }
}
