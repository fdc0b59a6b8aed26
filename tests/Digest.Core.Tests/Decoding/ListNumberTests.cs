using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

/// <summary>Items of lists keep the numbers that the text refers to, and their paragraphs.</summary>
public class ListNumberTests
{
    [Theory]
    [InlineData("1. Tide\n\nIt rises.\n\n2. Ropes\n3. Noon\n", "<ol><li>Tide</li></ol><p>It rises.</p><ol start=\"2\"><li>Ropes</li><li>Noon</li></ol>")]
    [InlineData("1. Tide\n\n   It rises.\n2. Ropes\n   - thick\n\n   Or thin.\n3. Noon\n", "<ol><li>Tide<p>It rises.</p></li><li>Ropes<ul><li>thick</li></ul><p>Or thin.</p></li><li>Noon</li></ol>")]
    [InlineData("1. ~~High~~ Tide\n2. Ropes\n", "<ol><li>Tide</li><li>Ropes</li></ol>")]
    [InlineData("Years.\n\n1986. A great season for *herring*.\n\nOver.\n", "<p>Years.</p><p>1986. A great season for <em>herring</em>.</p><p>Over.</p>")]
    [InlineData("1998. One.\n1999. Two.\n", "<ol start=\"1998\"><li>One.</li><li>Two.</li></ol>")]
    [InlineData("<ol start=4><li>Tide<li><p>Ropes<p>Thick ones</ol>\n", "<ol start=\"4\"><li>Tide</li><li>Ropes<p>Thick ones</p></li></ol>")]
    public void Of_Markdown(string text, string html) => Assert.Equal(html, Html(Drop.Read(text, "a.md")));

    [Theory]
    [InlineData("<ol><li>Tide</ol><p>It rises.</p><ol start=2><li>Ropes<li value=7>Noon<li>Night</ol>", "<ol><li>Tide</li></ol><p>It rises.</p><ol start=\"2\"><li>Ropes</li><li value=\"7\">Noon</li><li>Night</li></ol>")]
    [InlineData("<ol reversed><li>Third<li>Second<li>First</ol>", "<ol start=\"3\"><li>Third</li><li value=\"2\">Second</li><li value=\"1\">First</li></ol>")]
    [InlineData("<ol><li>Tide<ol><li>High<li>Low</ol><p>Both.<li>Ropes</ol>", "<ol><li>Tide<ol><li>High</li><li>Low</li></ol><p>Both.</p></li><li>Ropes</li></ol>")]
    [InlineData("<ul><li><p>Tide<p>It rises.</ul>", "<ul><li>Tide<p>It rises.</p></li></ul>")]
    [InlineData("<ol start=x><li>Tide</ol>", "<ol><li>Tide</li></ol>")]
    public void Of_pages(string page, string html) =>
        Assert.Equal(html, BodyHtml.Write([.. Digest.Core.Decoding.Html.PageBlocks.OfFragment(page).Select((b, i) => b.ToBlock(i, ""))]).Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public void Of_Word()
    {
        var items = Item("Tide", 1) + P("It rises.") + Item("Ropes", 1) + Item("thick", 1, 1) + Item("Noon", 1) + P("Over.") + Item("Anew", 2) + Item("Dash", 3) + P("By style", "Counted") + P("Part", "Heading1") + P("Part", "Heading1");
        var html = Html(Drop.Read(Docx(items, styles: Styles, numbering: Numbering), "a.docx"));
        Assert.Equal(
            "<ol><li>Tide</li></ol><p>It rises.</p><ol start=\"2\"><li>Ropes<ol><li>thick</li></ol></li><li>Noon</li></ol><p>Over.</p>"
            + "<ol start=\"5\"><li>Anew</li></ol><ul><li>Dash</li></ul><ol start=\"6\"><li>By style</li></ol><h2>I. Part</h2><h2>II. Part</h2><p>1. A note.</p>",
            html);
    }

    [Fact]
    public void An_item_that_was_left_out_leaves_its_paragraphs() =>
        Assert.Equal("<p>a</p>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n", BodyHtml.Write([Block("a"), Block("b") with { Kind = BlockKind.ListItem, Level = 1, Continues = true }, Block("c") with { Kind = BlockKind.ListItem, Level = 1 }]));

    [Fact]
    public void A_list_counted_from_one_is_the_same_essay_as_before_there_were_numbers()
    {
        Block[] before = [Block("a") with { Kind = BlockKind.ListItem, Level = 1, Ordered = true }, Block("b") with { Kind = BlockKind.ListItem, Level = 1, Ordered = true }];
        var essay = Assert.IsType<ReadResult.Ready>(new EssayReader(RuleSet.Default).Read(new RawEssay("a.txt", Encoding.UTF8.GetBytes("The Ferry\n\nThe ferry has crossed the sound every day since the war.\n"), null, DateTimeOffset.UnixEpoch))).Essay with { Body = before };
        var counted = essay with { Body = [before[0] with { Number = 1 }, before[1] with { Number = 2 }] };
        Assert.Equal(ContentHash.Of(essay), ContentHash.Of(counted));
        Assert.NotEqual(ContentHash.Of(essay), ContentHash.Of(essay with { Body = [before[0] with { Number = 3 }, before[1] with { Number = 4 }] }));
        Assert.NotEqual(ContentHash.Of(essay), ContentHash.Of(essay with { Body = [before[0], before[1] with { Continues = true }] }));
    }

    [Fact]
    public void A_block_stored_before_there_were_numbers_is_read_and_written_as_it_was()
    {
        const string Stored = "{\"ordinal\":0,\"kind\":\"listItem\",\"text\":\"a\",\"level\":1,\"ordered\":true,\"spans\":[],\"origin\":\"line 1\"}";
        var block = System.Text.Json.JsonSerializer.Deserialize<Block>(Stored, EssayJson.Options)!;
        Assert.Equal((0, false), (block.Number, block.Continues));
        Assert.Equal(Stored, System.Text.Json.JsonSerializer.Serialize(block, EssayJson.Options));
    }

    private const string Styles = "<w:style w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:styleId=\"Counted\"><w:name w:val=\"Counted\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";

    private const string Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>";

    private static string Item(string text, int list, int level = 0) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static Block Block(string text) => new() { Ordinal = 0, Kind = BlockKind.Paragraph, Text = text, Origin = "line 1" };

    private static string Html(DecodedDocument document) => BodyHtml.Write([.. document.Blocks.Where(b => b.IsKept).Select(b => b.Block)]).Replace("\n", "", StringComparison.Ordinal);
}
