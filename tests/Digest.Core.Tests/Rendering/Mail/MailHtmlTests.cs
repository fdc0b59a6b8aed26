using System.Text;
using Digest.Core.Insight;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Rendering.Mail;

public sealed class MailHtmlTests
{
    [Fact]
    public async Task A_hundred_long_essays_are_shortened_from_the_last_and_the_footer_stays()
    {
        var essays = Enumerable.Range(0, 100).Select(i => SampleEssays.Record(
            $"{i:D3}",
            SampleEssays.Named($"Essay number {i:D3}") with
            {
                Summary = [new ChosenSentence($"Summary {i:D3}. " + new string('x', 600), null)],
                KeyPoints = [new ChosenSentence($"Point {i:D3}. " + new string('y', 600), null)],
            },
            SampleIssues.Friday.AddMinutes(-i))).ToList();
        var view = SampleIssues.Of(essays);
        var html = await MailHtml.RenderAsync(view);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), MailHtml.MaxBytes * 9 / 10, MailHtml.MaxBytes);
        Assert.All(view.Essays, e => Assert.Contains(view.Address.Essay(e.Id).AbsoluteUri, html, StringComparison.Ordinal));
        Assert.Contains("Summary " + view.Essays[0].SourceName, html, StringComparison.Ordinal);
        Assert.DoesNotContain("Summary " + view.Essays[^1].SourceName, html, StringComparison.Ordinal);
        Assert.Contains(MailTemplate.UnsubscribePlaceholder, html, StringComparison.Ordinal);
        Assert.Contains(SampleIssues.Mail.PostalAddress, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_of_a_hundred_kilobytes_is_a_line_of_the_mail()
    {
        var endless = SampleEssays.Named("On maps") with { Title = string.Concat(Enumerable.Repeat("Maps and tides ", 8000)), Byline = null, Site = new string('x', 120_000) };
        var view = SampleIssues.Of(
            [SampleEssays.Record("a", endless, SampleIssues.Friday), SampleEssays.Record("b", SampleEssays.Named("On tides"), SampleIssues.Friday.AddDays(-1))],
            corrections: [new IssueCorrection("c", endless.Title, 2, "2026-W46")]);
        var html = await MailHtml.RenderAsync(view);
        Assert.Contains("Maps and tides", html, StringComparison.Ordinal);
        Assert.Contains(view.Essays[1].Essay.SummaryText(), html, StringComparison.Ordinal);
        Assert.InRange(MailText.Render(view).Length, 500, 5_000);
    }

    [Fact]
    public async Task The_html_follows_the_rules_of_mail_programs()
    {
        var html = await MailHtml.RenderAsync(SampleIssues.OfSeeds(new IssueOverrides { ShowDifferences = true }));
        var root = HtmlQueries.Parse(html);
        Assert.Equal("en", Assert.Single(root.All("//html")).Attribute("lang"));
        Assert.All(root.All("//table"), t => Assert.Equal("presentation", t.Attribute("role")));
        Assert.All(root.All("//table[@width] | //td[@width]"), t => Assert.Matches("^[0-9]+%?$", t.Attribute("width")));
        Assert.Empty(root.All("//script | //img | //form | //link | //iframe | //video"));
        Assert.All(root.All("//a"), a => Assert.Matches("^(https://|%%)", a.Attribute("href")));
        Assert.Single(root.All("//h1"));
        Assert.Equal("h1", root.All("//h1 | //h2 | //h3")[0].Name);
        Assert.Contains("<!--[if mso]>", html, StringComparison.Ordinal);
        Assert.Contains("Where the essays differ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Where the essays differ", await MailHtml.RenderAsync(SampleIssues.OfSeeds()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_within_a_sentence_is_set_in_the_type_of_the_sentence()
    {
        var view = SampleIssues.Of(
            [SampleEssays.Record("a", SampleEssays.Named("On maps"), SampleIssues.Friday)], corrections: [new IssueCorrection("b", "On tides", 2, "2026-W46")]);
        var link = Assert.Single(HtmlQueries.Parse(await MailHtml.RenderAsync(view)).All("//p/a[. = 'On tides']"));
        Assert.DoesNotContain("font", link.Attribute("style"), StringComparison.Ordinal);
        Assert.DoesNotContain("display", link.Attribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_an_essay_never_becomes_markup()
    {
        var essay = SampleEssays.Record("a", SampleEssays.Named("<script>alert(1)</script> & \"quotes\""), SampleIssues.Friday);
        var html = await MailHtml.RenderAsync(SampleIssues.Of([essay]));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_issue_gives_the_same_bytes()
    {
        var one = await IssueMail.RenderAsync(SampleIssues.OfSeeds());
        var other = await IssueMail.RenderAsync(SampleIssues.OfSeeds());
        Assert.Equal(one.ToJson(), other.ToJson());
        Assert.Equal(one, MailTemplate.FromJson(one.ToJson()));
    }

    [Fact]
    public async Task Where_essays_differ_on_several_matters_the_heading_stands_once()
    {
        var seeds = SampleIssues.OfSeeds(new IssueOverrides { ShowDifferences = true });
        IssueStatement Says(int essay, string what) => new(seeds.Essays[essay].Id, what, $"The sentence says {what}.");
        var view = seeds with
        {
            Issue = seeds.Issue with
            {
                Differences = [new("troops", [Says(0, "10,000"), Says(1, "12,000")]), new("ships", [Says(0, "3"), Says(1, "4")])],
            },
        };
        foreach (var shown in (string[])[MailText.Render(view), await MailHtml.RenderAsync(view), Encoding.UTF8.GetString((await Core.Rendering.Site.SitePages.IssueAsync(view)).Bytes.Span)])
        {
            Assert.Equal(2, shown.Split("Where the essays differ").Length);
            Assert.Contains("12,000", shown, StringComparison.Ordinal);
            Assert.Contains("The sentence says 4.", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_text_part_has_no_line_that_is_spoken_sign_by_sign()
    {
        var text = MailText.Render(SampleIssues.OfThree());
        Assert.DoesNotMatch(@"[-=_*#~]{3}", text);
        Assert.DoesNotMatch(@"(?m)^[^a-z\n%]{12,}$", text);
    }

    [Fact]
    public void The_text_part_reads_well_in_a_terminal()
    {
        var text = MailText.Render(SampleIssues.OfThree());
        Assert.All(text.Split('\n').Where(l => !l.Contains("://", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 72));
        Golden.Verify(text, Repository.PathOf("tests", "Digest.Core.Tests", "Rendering", "Mail", "mail.golden.txt"));
    }
}
