using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;
using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>A raised number is never read with the word or number before it.</summary>
public class NoteMarkTests
{
    [Theory]
    [InlineData("set going in 1391<sup><a href=\"#fn1\">1</a></sup>, and the bakers", "set going in 1391[1], and the bakers")]
    [InlineData("set going in 1391<a href='#fn1'><sup>1</sup></a>, and the bakers", "set going in 1391[1], and the bakers")]
    [InlineData("It cost 40 florins<a href=\"#fn2\" class=\"footnote-ref\">[2]</a>, a third", "It cost 40 florins[2], a third")]
    [InlineData("Two thirds of the guilds signed<sup>3</sup> the petition.", "Two thirds of the guilds signed[3] the petition.")]
    [InlineData("They spoke of \"the four o'clock bread\"<sup>1,2</sup>.", "They spoke of \"the four o'clock bread\"[1,2].")]
    [InlineData("The dealers rose.<sup> 4–6 </sup> The bakers rose.", "The dealers rose. [4–6] The bakers rose.")]
    [InlineData("The <em>guilds<sup>3</sup> signed</em> it, and <b>left</b>.", "The guilds[3] signed it, and left.")]
    [InlineData("Over 2 × 10<sup>9</sup> cells a cm<sup>2</sup>, at 10<sup>-3</sup> mol.", "Over 2 × 10⁹ cells a cm², at 10⁻³ mol.")]
    [InlineData("The 1<sup>st</sup> of May, CO<sub>2</sub>, x<sup>n</sup> and the word<sup>*</sup>.", "The 1st of May, CO2, xn and the word*.")]
    [InlineData("See <a href=\"#s3\">3</a> and <a href=\"/1391\">1391</a>.", "See 3 and 1391.")]
    [InlineData("The medial cortex [<a href=\"#b1\">1</a>,<a href=\"#b2\">2</a>] and (<a href=\"#b3\">3</a>).", "The medial cortex [1,2] and (3).")]
    [InlineData("The bakers rose<sup><a href=\"#b1\">1</a>, <a href=\"#b2\">2</a></sup>.", "The bakers rose[1,2].")]
    [InlineData("Town rolls, 1391. <a href=\"#r1\">↩</a>", "Town rolls, 1391.")]
    public void Html(string paragraph, string expected) =>
        Assert.Contains(expected, Drop.Read($"<article><h1>On clocks</h1><p>{ExampleEssay.BodyText[0]}</p><p>{paragraph}</p><p>{ExampleEssay.BodyText[1]}</p></article>", "a.html").Texts());

    [Fact]
    public void Spans_move_along()
    {
        var block = Drop.Read($"<article><p>{ExampleEssay.BodyText[0]}</p><p>In 1391<sup>1</sup> the <em>guilds<sup>2</sup></em> paid <b>10<sup>3</sup> florins</b>.</p></article>", "a.html").Blocks[^1].Block;
        Assert.Equal("In 1391[1] the guilds[2] paid 10³ florins.", block.Text);
        Assert.Equal(
            [(InlineKind.Superscript, "[1]"), (InlineKind.Emphasis, "guilds[2]"), (InlineKind.Superscript, "[2]"), (InlineKind.Strong, "10³ florins")],
            block.Spans.Select(s => (s.Kind, block.Text.Substring(s.Start, s.Length))));
    }

    [Fact]
    public void Markdown() => Assert.Equal(
        ["Set going in 1391[1], and again in 1400[2], and 10⁹ times.", "1. Town rolls.", "2. Ledger B.", "It goes on."],
        Drop.Read("Set going in 1391[^a], and again in 1400[^b], and 10<sup>9</sup> times.\n\n[^a]: Town rolls.\n\n[^b]: Ledger B.\n\n    It goes on.\n", "a.md").Texts());

    [Theory]
    [InlineData("*Town rolls. [\u21A9](#r1)*", "Town rolls.")]
    [InlineData("**Town rolls [\u21A9](#r1) [\u2191](#r2)**", "Town rolls")]
    [InlineData("*Town rolls in 1391 ^2^ [\u21A9](#r1)*", "Town rolls in 1391 [2]")]
    public void An_arrow_at_the_end_leaves_no_span_behind_the_text(string note, string expected)
    {
        var block = Drop.Read("Set going in 1391.\n\n" + note, "a.md").Blocks[^1].Block;
        Assert.Equal(expected, block.Text);
        Assert.All(block.Spans, span => Assert.InRange(span.Start + span.Length, 1, block.Text.Length));
    }

    [Fact]
    public void Of_an_arrow_by_itself_nothing_is_left()
    {
        var (text, spans) = Superscripts.Apply(" \u21A9", [new InlineSpan(1, 1, InlineKind.Link, "#r1")]);
        Assert.Equal("", text);
        Assert.Empty(spans);
    }

    [Fact]
    public void What_is_shown_where_the_notes_are_not_has_no_marks()
    {
        var essay = ExampleEssay.ReadText($"# On clocks\n\n{ExampleEssay.BodyText[0]}\n\nThe first public clock was set going in 1391[^1], and 40 florins[^2] were its price.\n\n{ExampleEssay.BodyText[1]}\n\n[^1]: Rolls.\n[^2]: Rolls, 2.", "a.md");
        Assert.Contains(essay.Body, b => b.Text.Contains("1391[1], and 40 florins[2]", StringComparison.Ordinal));
        Assert.Equal("The first public clock was set going in 1391, and 40 florins were its price.", Assert.Single(essay.KeyFigures, f => f.Value == 40).Sentence);
        Assert.DoesNotContain(essay.Summary.Concat(essay.KeyPoints), s => s.Text.Contains('[', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in 1391[1], and", "in 1391, and")]
    [InlineData("the bread\"[1].", "the bread\".")]
    [InlineData("It rose.[2][3]", "It rose.")]
    [InlineData("It rose[1, 2] and fell[3–5].", "It rose and fell.")]
    [InlineData("\"We lost [17] men\", he wrote[sic] in [1911].", "\"We lost [17] men\", he wrote[sic] in [1911].")]
    public void Without_marks(string text, string expected) => Assert.Equal(expected, NoteMarks.Without(text));
}
