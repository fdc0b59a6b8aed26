using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Essays;

public sealed class BodyHtmlTests
{
    [Fact]
    public void Text_is_encoded_wherever_it_stands()
    {
        const string Text = "<script>alert(1)</script> & \"more\"";
        foreach (var kind in Enum.GetValues<BlockKind>())
        {
            var html = BodyHtml.Write([Make(kind, Text)]);

            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://example.org/a?b=1&c=2", "<a href=\"https://example.org/a?b=1&amp;c=2\">here</a>")]
    [InlineData("/notes", "<a href=\"https://example.com/notes\">here</a>")]
    [InlineData("javascript:alert(1)", "here")]
    [InlineData("data:text/html,x", "here")]
    public void A_link_goes_to_the_web_or_is_plain_text(string target, string expected)
    {
        var block = Make(BlockKind.Paragraph, "Look here.", new InlineSpan(5, 4, InlineKind.Link, target));

        Assert.Equal($"<p>Look {expected}.</p>\n", BodyHtml.Write([block], new Uri("https://example.com/essay")));
    }

    [Fact]
    public void A_relative_link_without_a_known_page_is_plain_text()
    {
        Assert.Equal("<p>Look here.</p>\n", BodyHtml.Write([Make(BlockKind.Paragraph, "Look here.", new InlineSpan(5, 4, InlineKind.Link, "/notes"))]));
    }

    [Fact]
    public void Spans_nest_and_those_that_cross_or_reach_beyond_the_text_are_left_out()
    {
        var nested = Make(BlockKind.Paragraph, "one two three", new InlineSpan(0, 13, InlineKind.Strong), new InlineSpan(4, 3, InlineKind.Emphasis));
        var crossing = Make(BlockKind.Paragraph, "one two three", new InlineSpan(0, 7, InlineKind.Strong), new InlineSpan(4, 9, InlineKind.Emphasis));
        var beyond = Make(BlockKind.Paragraph, "one", new InlineSpan(0, 9, InlineKind.Strong));

        Assert.Equal("<p><strong>one <em>two</em> three</strong></p>\n", BodyHtml.Write([nested]));
        Assert.Equal("<p><strong>one two</strong> three</p>\n", BodyHtml.Write([crossing]));
        Assert.Equal("<p>one</p>\n", BodyHtml.Write([beyond]));
    }

    [Fact]
    public void Lists_open_and_close_with_the_depth_and_kind_of_their_items()
    {
        var html = BodyHtml.Write(
        [
            Make(BlockKind.ListItem, "a") with { Level = 1 },
            Make(BlockKind.ListItem, "b") with { Level = 2, Ordered = true },
            Make(BlockKind.ListItem, "c") with { Level = 1 },
            Make(BlockKind.ListItem, "d") with { Level = 1, Ordered = true },
            Make(BlockKind.Paragraph, "e"),
        ]);

        Assert.Equal("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><ol><li>d</li></ol><p>e</p>", html.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_highest_heading_gets_the_level_that_is_asked_for_and_the_others_keep_their_distance()
    {
        Block[] body = [Make(BlockKind.Heading, "a") with { Level = 3 }, Make(BlockKind.Heading, "b") with { Level = 4 }, Make(BlockKind.Heading, "c") with { Level = 9 }];

        Assert.Equal("<h2>a</h2>\n<h3>b</h3>\n<h6>c</h6>\n", BodyHtml.Write(body));
        Assert.StartsWith("<h1>a</h1>\n<h2>b</h2>", BodyHtml.Write(body, topLevel: 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbouring_quotes_and_rows_stand_in_one_element()
    {
        var html = BodyHtml.Write(
        [
            Make(BlockKind.Quote, "a"), Make(BlockKind.Quote, "b"), Make(BlockKind.Paragraph, "c"), Make(BlockKind.TableRow, "d\te"), Make(BlockKind.TableRow, "f\tg"),
        ]);

        Assert.Equal(
            "<blockquote><p>a</p><p>b</p></blockquote><p>c</p><table><tr><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>",
            html.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.html", "<html><head><title>The Ferry</title></head><body><article><h1>The Ferry</h1><p>The ferry has crossed the sound every day since the war, and its fare has hardly changed.</p><table><tr><th>Year</th><th>Fare</th></tr><tr><th>1950</th><td>2d</td></tr></table><p>Nobody remembers the day on which it did not cross, not even in the winter of the ice.</p></article></body></html>")]
    [InlineData("a.md", "# The Ferry\n\nThe ferry has crossed the sound every day since the war.\n\n| Year | Fare |\n|---|---|\n| 1950 | 2d |\n\nNobody remembers the day on which it did not cross.\n")]
    public void The_row_that_heads_a_table_stays_its_head(string name, string text)
    {
        var essay = Assert.IsType<ReadResult.Ready>(
            new EssayReader(RuleSet.Default).Read(new RawEssay(name, Encoding.UTF8.GetBytes(text), ContentType: null, DateTimeOffset.UnixEpoch))).Essay;
        Assert.Contains("<tr><th>Year</th><th>Fare</th></tr>\n<tr><td>1950</td><td>2d</td></tr>", BodyHtml.Write(essay.Body), StringComparison.Ordinal);
    }

    private static Block Make(BlockKind kind, string text, params InlineSpan[] spans) => new() { Ordinal = 0, Kind = kind, Text = text, Level = 1, Spans = spans, Origin = "line 1" };
}
