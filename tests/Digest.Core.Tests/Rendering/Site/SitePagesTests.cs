using System.Text;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Site;
using Digest.Testing;
using Digest.Testing.InMemory;
using HtmlAgilityPack;
using Xunit;

namespace Digest.Core.Tests.Rendering.Site;

public sealed class SitePagesTests
{
    [Fact]
    public async Task Every_page_is_semantic_and_loads_nothing_but_its_style_and_mark()
    {
        foreach (var file in await AllAsync())
        {
            var root = HtmlQueries.Parse(file.Bytes);
            Assert.Single(root.All("//h1"));
            Assert.Single(root.All("//main"));
            Assert.Equal("en", Assert.Single(root.All("//html")).Attribute("lang"));
            Assert.Empty(root.All("//script | //iframe | //img | //object | //*[@style] | //style"));
            Assert.Empty(root.All("//@*[starts-with(name(), 'on')]"));
            var policy = Assert.Single(root.All("//meta[@http-equiv='Content-Security-Policy']")).Attribute("content");
            Assert.StartsWith("default-src 'none'; style-src https://digest.example.org;", policy, StringComparison.Ordinal);
            Assert.Equal(4, root.All("//link[@rel='alternate']").Count);
            Assert.All(root.All("//a"), a => Assert.Matches("^(https://|#main)", a.Attribute("href")));
            AssertHeadingsInOrder(root);
        }
    }

    [Fact]
    public async Task An_essay_names_its_original_as_canonical()
    {
        var essay = SampleEssays.Named("On maps") with { Canonical = new Uri("https://journal.example.org/maps"), Site = "The Journal" };
        var record = SampleEssays.Record("a", essay, SampleIssues.Friday);
        var file = await SitePages.EssayAsync(SampleIssues.Site, new PublishedEssay(record, "2026-W47", SampleIssues.Friday, record));
        var page = HtmlQueries.Parse(file.Bytes);
        Assert.Equal("https://journal.example.org/maps", Assert.Single(page.All("//link[@rel='canonical']")).Attribute("href"));
        Assert.Contains("Read the original at The Journal", page.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_one_sentence_stand_beside_it_together()
    {
        const string Sentence = "Last year 38 per cent of the trains arrived more than six minutes late.";
        var essay = SampleEssays.Named("Why the trains are late") with
        {
            KeyFigures =
            [
                SampleEssays.Figure(38, "percent of the trains", "38 per cent of the trains", Sentence),
                SampleEssays.Figure(6, "minutes", "more than six minutes", Sentence, qualifier: "more than"),
                SampleEssays.Figure(12, "stations", "12 stations", "The line has 12 stations."),
            ],
        };
        var record = SampleEssays.Record("a", essay, SampleIssues.Friday);
        var file = await SitePages.EssayAsync(SampleIssues.Site, new PublishedEssay(record, "2026-W47", SampleIssues.Friday, record));
        var groups = HtmlQueries.Parse(file.Bytes).All("//dl[@class='numbers']/div");
        Assert.Equal(["38% of the trains", "more than 6 minutes"], groups[0].All("dt").Select(d => d.InnerText));
        Assert.Equal([Sentence, "The line has 12 stations."], groups.Select(g => Assert.Single(g.All("dd")).InnerText));
    }

    [Fact]
    public async Task Every_page_has_the_publications_mark()
    {
        Assert.All(await AllAsync(), page => Assert.Equal(
            "https://digest.example.org/favicon.svg", Assert.Single(HtmlQueries.Parse(page.Bytes).All("//link[@rel='icon']")).Attribute("href")));
        var mark = SitePages.Mark();
        Assert.Equal("image/svg+xml", mark.ContentType);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(mark.Bytes.Span)).Root!.Name.LocalName);
    }

    [Fact]
    public async Task A_publication_links_only_to_pages_that_are_there()
    {
        var newsroom = new Newsroom(SampleIssues.Friday.AddHours(1));
        foreach (var record in Seeds.Read(SampleIssues.Friday))
        {
            newsroom.Essays.Put(record);
        }

        await newsroom.RunAsync();
        foreach (var file in newsroom.Site.Files.Values.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var link in HtmlQueries.Parse(file.Bytes).All("//a[@href] | //link[@href]").Select(l => l.Attribute("href")))
            {
                if (link.StartsWith(newsroom.SiteOptions.BaseUrl.AbsoluteUri, StringComparison.Ordinal))
                {
                    var path = new Uri(link).AbsolutePath.TrimStart('/');
                    Assert.Contains(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, newsroom.Site.Files.Keys);
                }
            }
        }
    }

    [Fact]
    public async Task A_shared_link_shows_the_publications_image_where_there_is_one()
    {
        var image = new Uri("https://digest.example.org/icon.png");
        var page = HtmlQueries.Parse(Encoding.UTF8.GetString((await SitePages.IssueAsync(SampleIssues.OfSeeds() with { Site = SampleIssues.Site with { Image = image } })).Bytes.Span));
        Assert.Equal(image.AbsoluteUri, page.All("//meta[@property='og:image']").Single().Attribute("content"));
        Assert.All(await AllAsync(), p => Assert.Empty(HtmlQueries.Parse(Encoding.UTF8.GetString(p.Bytes.Span)).All("//meta[@property='og:image']")));
    }

    private static async Task<IReadOnlyList<SiteFile>> AllAsync()
    {
        var view = SampleIssues.OfSeeds();
        var site = SampleIssues.Site;
        var entry = new IssueEntry("2026-W47", SampleIssues.Friday, view.Issue.Subject, 5);
        return
        [
            await SitePages.HomeAsync(site, view),
            await SitePages.HomeAsync(site, null),
            await SitePages.IssueAsync(view),
            await SitePages.NotFoundAsync(site),
            await SitePages.WithdrawnAsync(site, "a"),
            await SitePages.ArchiveAsync(site, RecentIssues.Of([entry, entry with { Id = "2025-W51" }])),
            await SitePages.YearAsync(site, 2026, [entry]),
            .. await Task.WhenAll(view.Essays.Select(e => SitePages.EssayAsync(site, new PublishedEssay(e, "2026-W47", SampleIssues.Friday, e)))),
        ];
    }

    private static void AssertHeadingsInOrder(HtmlNode root)
    {
        var last = 0;
        foreach (var heading in root.All("//h1 | //h2 | //h3 | //h4 | //h5 | //h6"))
        {
            var level = heading.Name[1] - '0';
            Assert.True(level <= last + 1, $"h{level} follows h{last}: {heading.InnerText}");
            last = level;
        }
    }
}
