using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Digest.Core.Blocks;
using Digest.Core.Essays;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Rendering.Feeds;

/// <summary>The rules of the W3C feed validator that apply to what is written here, errors and warnings.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly SiteOptions Site = SampleIssues.Site with { WebSubHub = new Uri("https://hub.example.org/"), Image = new Uri("https://digest.example.org/icon.png") };
    private static readonly SiteAddress Address = new(Site);

    [Fact]
    public void RSS_follows_its_specification_and_profile()
    {
        var self = Address.Of(SiteAddress.Rss);
        var channel = Parse(RssFeed.Write(Seeded(), self)).Element("channel")!;
        Assert.Equal(["title", "link", "description"], channel.Elements().Take(3).Select(e => e.Name.LocalName));
        Assert.Equal(self.AbsoluteUri, channel.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(Site.WebSubHub!.AbsoluteUri, channel.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "hub").Attribute("href")!.Value);
        Assert.Equal("en", channel.Element("language")!.Value);
        AssertRfc822(channel.Element("lastBuildDate")!.Value);
        var image = channel.Element("image")!;
        Assert.Equal(channel.Element("title")!.Value, image.Element("title")!.Value);
        Assert.Equal(channel.Element("link")!.Value, image.Element("link")!.Value);
        var items = channel.Elements("item").ToList();
        Assert.Equal(5, items.Count);
        Assert.Distinct(items.Select(i => i.Element("guid")!.Value));
        Assert.All(items, item =>
        {
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.StartsWith("tag:digest.example.org,2026:essay:", item.Element("guid")!.Value, StringComparison.Ordinal);
            AssertRfc822(item.Element("pubDate")!.Value);
            AssertAbsolute(item.Element("link")!.Value);
            AssertCleanHtml(item.Element(Content + "encoded")!.Value);
            Assert.True(item.Elements().ToList().IndexOf(item.Element("description")!) < item.Elements().ToList().IndexOf(item.Element(Content + "encoded")!));
            Assert.DoesNotContain('<', item.Element("title")!.Value);
        });
    }

    [Fact]
    public void Atom_follows_RFC_4287()
    {
        var self = Address.Of(SiteAddress.Atom);
        var feed = Parse(AtomFeed.Write(Seeded(), self));
        Assert.Single(feed.Elements(Atom + "id"));
        Assert.Single(feed.Elements(Atom + "title"));
        AssertRfc3339(Assert.Single(feed.Elements(Atom + "updated")).Value);
        Assert.NotEmpty(feed.Elements(Atom + "author"));
        Assert.Equal(self.AbsoluteUri, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Distinct(entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.All(entries, entry =>
        {
            AssertAbsolute(Assert.Single(entry.Elements(Atom + "link")).Attribute("href")!.Value);
            AssertRfc3339(entry.Element(Atom + "published")!.Value);
            AssertRfc3339(entry.Element(Atom + "updated")!.Value);
            Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
            AssertCleanHtml(entry.Element(Atom + "content")!.Value);
        });
    }

    [Fact]
    public void Nothing_that_may_stand_once_stands_twice_and_the_channel_comes_before_its_items()
    {
        string[] many = ["item", "entry", "link", "creator", "author"];
        foreach (var parent in Parse(RssFeed.Write(Seeded(), Address.Of(SiteAddress.Rss))).DescendantsAndSelf()
            .Concat(Parse(AtomFeed.Write(Seeded(), Address.Of(SiteAddress.Atom))).DescendantsAndSelf()))
        {
            Assert.Distinct(parent.Elements().Select(e => e.Name).Where(n => !many.Contains(n.LocalName)));
            if (parent.Name.LocalName is "channel" or "feed")
            {
                Assert.All(parent.Elements().SkipWhile(e => !IsEntry(e)), e => Assert.True(IsEntry(e), $"{e.Name} stands after an entry."));
            }

            Assert.False(parent.Elements().Any() && parent.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value)), $"Text between the elements of {parent.Name}.");
            Assert.False(string.IsNullOrWhiteSpace(parent.Value) && !parent.HasAttributes, $"{parent.Name} is empty.");
        }

        static bool IsEntry(XElement element) => element.Name.LocalName is "item" or "entry";
    }

    [Fact]
    public void Feeds_say_their_encoding_and_type_alike_in_their_bytes_and_over_HTTP()
    {
        foreach (var file in FeedFiles.Of(Seeded(), SiteAddress.Rss, SiteAddress.Atom, SiteAddress.Json))
        {
            Assert.True(FeedFiles.IsFeed(file));
            Assert.EndsWith("; charset=utf-8", file.ContentType, StringComparison.Ordinal);
            Assert.StartsWith(
                file.Path == SiteAddress.Json ? "{" : "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<",
                new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Bytes.Span),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_an_image_or_a_hub_no_feed_names_one()
    {
        var feed = Feed.OfEssays(SampleIssues.Site, [Published("x", SampleEssays.Named("Text"))]);
        foreach (var file in FeedFiles.Of(feed, SiteAddress.Rss, SiteAddress.Atom, SiteAddress.Json))
        {
            Assert.DoesNotMatch("image|icon|hub", Encoding.UTF8.GetString(file.Bytes.Span));
        }
    }

    [Fact]
    public void Three_formats_carry_the_same_entries()
    {
        var feed = Seeded();
        var rss = Parse(RssFeed.Write(feed, Address.Of(SiteAddress.Rss))).Descendants("item")
            .Select(i => (i.Element("guid")!.Value, i.Element("title")!.Value, i.Element("link")!.Value, i.Element(Content + "encoded")!.Value)).ToList();
        var atom = Parse(AtomFeed.Write(feed, Address.Of(SiteAddress.Atom))).Elements(Atom + "entry")
            .Select(e => (e.Element(Atom + "id")!.Value, e.Element(Atom + "title")!.Value, e.Element(Atom + "link")!.Attribute("href")!.Value, e.Element(Atom + "content")!.Value)).ToList();
        using var json = JsonDocument.Parse(JsonFeed.Write(feed, Address.Of(SiteAddress.Json)));
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        var items = json.RootElement.GetProperty("items").EnumerateArray()
            .Select(i => (i.GetProperty("id").GetString()!, i.GetProperty("title").GetString()!, i.GetProperty("url").GetString()!, i.GetProperty("content_html").GetString()!)).ToList();
        Assert.Equal(rss, atom);
        Assert.Equal(rss, items);
    }

    [Fact]
    public async Task A_feed_of_issues_is_clean_as_well()
    {
        var feed = await Feed.OfIssuesAsync(Site, [SampleIssues.OfSeeds()]);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("tag:digest.example.org,2026:issue:2026-W47", entry.Id);
        AssertCleanHtml(entry.Html);
        Assert.DoesNotContain("class=", entry.Html, StringComparison.Ordinal);
        Assert.Contains("Fighting a", entry.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_between_elements_is_no_character_reference()
    {
        var issues = await Feed.OfIssuesAsync(Site, [SampleIssues.OfSeeds()]);
        Assert.DoesNotContain("&#x", issues.Entries.Single().Html, StringComparison.OrdinalIgnoreCase);
        var code = new Block { Ordinal = 0, Kind = BlockKind.Code, Text = "let x = 1\n\tprint x < 2", Origin = "line 1" };
        Assert.Equal("<pre><code>let x = 1\n\tprint x &lt; 2</code></pre>\n", BodyHtml.Write([code]));
    }

    [Fact]
    public void A_feed_stays_below_half_a_megabyte_in_every_format()
    {
        var essays = Enumerable.Range(0, 60).Select(i => Published($"{i}", SampleEssays.Named($"Long {i}", paragraphs: 150))).ToList();
        var feed = Feed.OfEssays(Site with { FeedEntries = 60 }, essays);
        Assert.Equal(60, feed.Entries.Count);
        Assert.InRange(RssFeed.Write(feed, Address.Of(SiteAddress.Rss)).Length, 300_000, 500_000);
        Assert.InRange(AtomFeed.Write(feed, Address.Of(SiteAddress.Atom)).Length, 300_000, 500_000);
        Assert.InRange(JsonFeed.Write(feed, Address.Of(SiteAddress.Json)).Length, 300_000, 500_000);
    }

    [Fact]
    public void Characters_that_XML_has_not_are_left_out_and_all_others_stay()
    {
        var feed = Feed.OfEssays(Site, [Published("x", SampleEssays.Named("a\u0001b\uD800c\u0091 😀 한"))]);
        Assert.Equal("abc 😀 한", Parse(RssFeed.Write(feed, Address.Of(SiteAddress.Rss))).Descendants("item").Single().Element("title")!.Value);
    }

    [Fact]
    public void Links_of_an_essay_are_absolute_and_safe_in_a_feed()
    {
        var essay = SampleEssays.Named("Links") with
        {
            Canonical = new Uri("https://journal.example.org/2026/essay.html"),
            Body =
            [
                SampleEssays.Paragraph(0, "here there never") with
                {
                    Spans = [new InlineSpan(0, 4, InlineKind.Link, "notes.html"), new InlineSpan(5, 5, InlineKind.Link, "https://example.org/?a=1&b=2"), new InlineSpan(11, 5, InlineKind.Link, "javascript:alert(1)")],
                },
            ],
        };
        var html = Assert.Single(Feed.OfEssays(Site, [Published("x", essay)]).Entries).Html;
        Assert.Equal("<p><a href=\"https://journal.example.org/2026/notes.html\">here</a> <a href=\"https://example.org/?a=1&amp;b=2\">there</a> never</p>\n", html);
    }

    [Fact]
    public void A_correction_changes_the_content_and_its_date_and_neither_id_nor_publication()
    {
        var first = Published("x", SampleEssays.Named("Text"));
        var second = first with { Record = SampleEssays.Record("x", SampleEssays.Named("Text, corrected"), SampleIssues.Friday.AddDays(2), revision: 2) };
        var (before, after) = (Feed.OfEssays(Site, [first]).Entries[0], Feed.OfEssays(Site, [second]).Entries[0]);
        Assert.Equal((before.Id, before.Link, before.Published), (after.Id, after.Link, after.Published));
        Assert.Equal(SampleIssues.Friday.AddDays(2), after.Updated);
        Assert.StartsWith("<p><em>Corrected on 22 November 2026", after.Html, StringComparison.Ordinal);
    }

    private static Feed Seeded() => Feed.OfEssays(
        Site, [.. Seeds.Read(SampleIssues.Friday).Select(r => new PublishedEssay(r, "2026-W47", SampleIssues.Friday, r))]);

    private static PublishedEssay Published(string name, Essay essay)
    {
        var record = SampleEssays.Record(name, essay, SampleIssues.Friday);
        return new PublishedEssay(record, "2026-W47", SampleIssues.Friday, record);
    }

    private static XElement Parse(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return XDocument.Load(stream).Root!;
    }

    private static void AssertCleanHtml(string html)
    {
        var root = HtmlQueries.Parse(html);
        Assert.Empty(root.All("//script | //style | //iframe | //object | //form | //*[@style] | //*[@onclick]"));
        Assert.Empty(root.All("//comment()"));
        Assert.All(root.All("//*[@href]"), a => AssertAbsolute(a.Attribute("href")));
    }

    private static void AssertAbsolute(string address) => Assert.Matches("^https?://", address);

    private static void AssertRfc822(string date) =>
        Assert.True(DateTimeOffset.TryParseExact(date, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), date);

    private static void AssertRfc3339(string date) =>
        Assert.True(DateTimeOffset.TryParseExact(date, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), date);
}
