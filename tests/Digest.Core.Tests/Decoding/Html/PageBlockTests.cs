using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

/// <summary>How pages are cut into blocks, before anything is judged.</summary>
public class PageBlockTests
{
    [Fact]
    public void Two_line_breaks_divide_paragraphs_and_one_does_not() =>
        Assert.Equal(["One two", "three"], Texts("<p>One<br>two<br><br>three</p>"));

    [Theory]
    [InlineData("<p><strong>Lower costs</strong><br>With a boat of its own the island pays less.</p>", "Lower costs", "With a boat of its own the island pays less.")]
    [InlineData("<font size=5><b>The ferry</b></font><br><font size=2><i>by Jane Doe</i></font><p>Nobody", "The ferry", "by Jane Doe", "Nobody")]
    [InlineData("<p><b>One in four adults</b><br><b>aged over 20</b><br>has no boat.</p>", "One in four adults aged over 20 has no boat.")]
    [InlineData("<p><b>Fare:</b><br>Two pounds</p>", "Fare: Two pounds")]
    [InlineData("<p>The boat is <b>late</b><br>Nobody is told.</p>", "The boat is late Nobody is told.")]
    [InlineData("<ul><li><b>Lower costs</b><br>The island pays less.</ul>", "Lower costs The island pays less.")]
    public void A_bold_line_above_a_break_is_a_paragraph_of_its_own(string html, params string[] texts) => Assert.Equal(texts, Texts(html));

    [Theory]
    [InlineData("<p>The mate<label for=sn class='margin-toggle sidenote-number'></label><input type=checkbox id=sn><span class=sidenote>He had tied it up for <i>years</i>.</span> said nothing.</p><p>Nobody asked.</p>", "The mate said nothing.", "He had tied it up for years.", "Nobody asked.")]
    [InlineData("<p>The mate<span class='ltx_note ltx_role_footnote'><sup class=ltx_note_mark>1</sup><span class=ltx_note_outer>He had gone.</span></span> said nothing.</p>", "The mate[1] said nothing.", "He had gone.")]
    [InlineData("<p><span class=marginnote>A picture of the mate.</span>The mate said nothing.</p>", "A picture of the mate.", "The mate said nothing.")]
    [InlineData("<p>The mate <button class='sidenote-button'>Tom Reid</button> said nothing.</p>", "The mate Tom Reid said nothing.")]
    public void A_note_inside_a_sentence_comes_after_its_paragraph(string html, params string[] texts) => Assert.Equal(texts, Texts(html));

    [Theory]
    [InlineData("<div class=footnote><a href='#anchor-1'>1</a><div><p>He had <i>gone</i>.</p></div></div>", "[1] He had gone.")]
    [InlineData("<div><a href='#page2'>2</a></div><div><p>He had gone.</p></div>", "2", "He had gone.")]
    [InlineData("<div>12<div><p>Men came.</p></div></div>", "12", "Men came.")]
    public void The_number_of_a_note_stands_before_its_text(string html, params string[] texts) => Assert.Equal(texts, Texts(html));

    [Fact]
    public void Text_beside_boxes_is_a_block_of_its_own() =>
        Assert.Equal(["before", "inside", "after"], Texts("<div>before<div>inside</div>after</div>"));

    [Fact]
    public void Words_in_inline_elements_are_joined_as_browsers_join_them() =>
        Assert.Equal(["Hello world, again"], Texts("<p>Hel<b>lo</b> <i>world</i>, <span>a</span><span>gain</span></p>"));

    [Fact]
    public void A_row_of_data_is_one_block_and_a_layout_table_is_boxes()
    {
        Assert.Equal(["Year\tFare", "1950\t2d"], Texts("<table><tr><th>Year<th>Fare<tr><td>1950<td>2d</table>"));
        Assert.Equal(["Menu", "A story"], Texts("<table role=presentation><tr><td>Menu</td><td><p>A story</p></td></tr></table>"));
    }

    [Theory]
    [InlineData("<p> cafe\u0301 <a href=x>cre\u0300me</a> bru\u0302le\u0301e</p>", "cr\u00E8me")]
    [InlineData("<p>e<a href=x>\u0301</a></p>", null)]
    [InlineData("<p>\u1100<a href=x>\u1161\u11A8 b</a></p>", " b")]
    [InlineData("<p>\uD834\uDD1E e\u0301 <a href=x>\uD834\uDD1E</a></p>", "\uD834\uDD1E")]
    public void Links_stay_on_their_words_when_letters_and_marks_are_composed(string html, string? linked)
    {
        var block = Assert.Single(PageBlocks.OfFragment(html));
        Assert.True(block.Text.IsNormalized());
        Assert.Equal(linked is null ? [] : [linked], block.Spans.Select(s => block.Text.Substring(s.Start, s.Length)));
    }

    [Fact]
    public void Preformatted_text_keeps_its_lines() => Assert.Equal(["if x:\n    y"], Texts("<pre><code>if x:\n    y\n</code></pre>"));

    [Fact]
    public void Scripts_styles_and_templates_are_no_text() =>
        Assert.Equal(["seen"], Texts("<script>var a='<p>no</p>'</script><style>p{}</style><template><p>no</p></template><p>seen</p><!-- no -->"));

    [Fact]
    public void Entities_are_decoded_once() => Assert.Equal(["AT&T – 3 < 4 &amp;"], Texts("<p>AT&amp;T &ndash; 3 &lt; 4 &amp;amp;</p>"));

    [Fact]
    public void A_frame_without_an_end_does_not_swallow_the_page() => Assert.Equal(["Text", "More"], Texts("<iframe src=x><p>Text</p><p>More</p>"));

    [Fact]
    public void A_head_without_an_end_does_not_swallow_the_page() => Assert.Equal(["Text"], Texts("<head><title>T</title><p>Text"));

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><p>Text</p></body></html>")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><head><script type=\"text/javascript\" src=\"a.js\"/><style/></head><body><p>Text</p></body></html>")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><head><script src=/a/>var a = '<p>no</p>';</script></head><body><p>Text</p></body></html>")]
    [InlineData("<!DOCTYPE html><html><head><script src=\"a.js\"/>var a = '<p>no</p>';</script></head><body><p>Text</p></body></html>")]
    public void In_a_page_that_is_xml_an_empty_script_or_title_does_not_swallow_the_text(string page) => Assert.Equal(["Text"], Drop.Read(page, "a.html").Texts());

    [Fact]
    public void Nested_lists_have_depth_and_numbers()
    {
        var blocks = Drop.Read("<html><ol><li>a<ul><li>b</ul></ol>", "a.html").Blocks.Select(b => b.Block).ToList();
        Assert.Equal([(BlockKind.ListItem, 1, true), (BlockKind.ListItem, 2, false)], blocks.Select(b => (b.Kind, b.Level, b.Ordered)));
    }

    [Fact]
    public void The_origin_tells_the_place_on_the_page() =>
        Assert.Equal(["body > main > p:1", "body > main > p:2"], Drop.Read("<html><body><main><div><p>a</p><p>b</p></div></main>", "a.html").Blocks.Select(b => b.Block.Origin));

    private static IEnumerable<string> Texts(string html) => Drop.Read("<html>" + html, "a.html").Texts();
}
