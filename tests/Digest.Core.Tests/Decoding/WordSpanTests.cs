using Digest.Core.Blocks;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

/// <summary>Links and emphasis in Word documents, in all the ways in which they are written.</summary>
public class WordSpanTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    private const string Styles = "<w:style w:type=\"character\" w:styleId=\"Hervorhebung\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Loud\"><w:name w:val=\"Loud\"/><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Louder\"><w:name w:val=\"Louder\"/><w:basedOn w:val=\"Loud\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Plain\"><w:name w:val=\"Plain\"/><w:basedOn w:val=\"Loud\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>";

    [Fact]
    public void A_note_keeps_its_links_and_its_italics()
    {
        var note = $"<w:p>{R("See ")}{R("Ferries", "<w:i/>")}{R(", ")}<w:hyperlink r:id=\"link\">{R("here")}</w:hyperlink>{R(".")}</w:p><w:p>{R("And ")}{R("on", "<w:b/>")}{R(".")}</w:p>";
        var blocks = Drop.Read(Docx("<w:p>" + R("It sailed.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", note: note), "a.docx").Blocks;
        Assert.Equal(["1. See Ferries, here.", "And on."], blocks.Skip(1).Select(b => b.Block.Text));
        Assert.Equal([new InlineSpan(7, 7, InlineKind.Emphasis), new InlineSpan(16, 4, InlineKind.Link, "https://example.org/note")], blocks[1].Block.Spans);
        Assert.Equal([new InlineSpan(4, 2, InlineKind.Strong)], blocks[2].Block.Spans);
    }

    [Theory]
    [InlineData(" HYPERLINK \"https://example.org/a\" ", "https://example.org/a")]
    [InlineData("HYPERLINK https://example.org/a", "https://example.org/a")]
    [InlineData(" hyperlink \"https://example.org/a\" \\l \"b\" \\o \"A tip\" \\t \"_blank\" ", "https://example.org/a#b")]
    [InlineData(" HYPERLINK \\l \"_Ref1\" ", "#_Ref1")]
    [InlineData(" HYPERLINK \\o \"A tip\" \"https://example.org/a\"", "https://example.org/a")]
    [InlineData(" HYPERLINK \"file:\\\\\\\\a\\\\b\" ", "file:\\\\a\\b")]
    [InlineData(" HYPERLINK ", null)]
    [InlineData(" HYPERLINKBASE \"https://example.org/a\" ", null)]
    [InlineData(" PAGEREF _Ref1 \\h ", null)]
    public void A_field_that_leads_somewhere_is_a_link(string instruction, string? target)
    {
        var half = instruction.Length / 2;
        var code = string.Concat(new[] { instruction[..half], instruction[half..] }.Select(part => $"<w:r><w:instrText xml:space=\"preserve\">{part}</w:instrText></w:r>"));
        var complex = $"<w:p>{R("It ")}{Begin}{code}{Separate}{R("sa")}{R("iled")}{End}{R(".")}</w:p>";
        var simple = $"<w:p>{R("It ")}<w:fldSimple w:instr=\"{instruction.Replace("\"", "&quot;")}\">{R("sailed")}</w:fldSimple>{R(".")}</w:p>";
        InlineSpan[] spans = target is null ? [] : [new InlineSpan(3, 6, InlineKind.Link, target)];
        foreach (var paragraph in new[] { complex, simple })
        {
            var block = Drop.Read(Docx(paragraph), "a.docx").Blocks[0].Block;
            Assert.Equal("It sailed.", block.Text);
            Assert.Equal(spans, block.Spans);
        }
    }

    [Fact]
    public void A_field_inside_a_link_ends_before_it_and_one_that_never_ends_takes_its_paragraph_only()
    {
        string Field(string code) => $"{Begin}<w:r><w:instrText>{code}</w:instrText></w:r>{Separate}";
        var blocks = Drop.Read(Docx($"<w:p>{Field("HYPERLINK \"a:b\"")}{R("Page ")}{Field("PAGEREF x")}{R("3")}{End}{R(" here")}{End}{R(".")}</w:p><w:p>{Field("HYPERLINK \"a:c\"")}{R("It sailed.")}</w:p><w:p>{R("Twice.")}{End}</w:p>"), "a.docx").Blocks;
        Assert.Equal([new InlineSpan(0, 11, InlineKind.Link, "a:b")], blocks[0].Block.Spans);
        Assert.Equal([new InlineSpan(0, 10, InlineKind.Link, "a:c")], blocks[1].Block.Spans);
        Assert.Empty(blocks[2].Block.Spans);
    }

    [Theory]
    [InlineData("<w:rStyle w:val=\"Hervorhebung\"/>", InlineKind.Emphasis)]
    [InlineData("<w:rStyle w:val=\"Louder\"/>", InlineKind.Strong)]
    [InlineData("<w:rStyle w:val=\"Strong\"/>", InlineKind.Strong)]
    [InlineData("<w:rStyle w:val=\"Emphasis\"/>", InlineKind.Emphasis)]
    [InlineData("<w:rStyle w:val=\"Plain\"/>", null)]
    [InlineData("<w:rStyle w:val=\"Loud\"/><w:b w:val=\"0\"/>", null)]
    public void A_style_of_words_emphasises_as_its_properties_do(string properties, InlineKind? kind)
    {
        var block = Drop.Read(Docx($"<w:p>{R("It ")}{R("sailed", properties)}{R(".")}</w:p>", styles: Styles), "a.docx").Blocks[0].Block;
        Assert.Equal(kind is { } k ? [new InlineSpan(3, 6, k)] : [], block.Spans);
    }

    private static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
