using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

/// <summary>Forms in which word processors, templates and exports write what a reader sees as plain paragraphs.</summary>
public class WordFormsTests
{
    private const string Long = "Nobody on either bank had ordered the ferry, and nobody could say who had paid for its first crossing in the spring of that year.";
    private const string Br = "<w:r><w:br/></w:r>";

    [Theory]
    [InlineData("Title|By Anna Lind||" + Long + "||" + Long, 4)]
    [InlineData(Long + "|" + Long + "|" + Long, 3)]
    [InlineData(Long + "| " + Long, 2)]
    [InlineData("Anna Lind|Hull, Yorkshire|anna@example.org", 3)]
    [InlineData("Nobody on either bank had ordered the ferry, and nobody could say who had paid for her, when the|Queen came to see her.", 1)]
    [InlineData("It crossed twice|a day, in any weather.", 1)]
    [InlineData("It crossed twice a day,|London time, in any weather.", 1)]
    public void Breaks_of_lines_divide_paragraphs_where_a_sentence_or_a_line_of_the_head_ends(string lines, int paragraphs)
    {
        var document = Drop.Read(Docx("<w:p>" + string.Join(Br, lines.Split('|').Select(R)) + "</w:p>"), "a.docx");
        Assert.Equal(paragraphs, document.Blocks.Count(b => b.Block.Kind == BlockKind.Paragraph));
        Assert.Equal(lines.Replace("||", " ").Replace('|', ' ').Replace("  ", " "), string.Join(' ', document.Texts().SkipLast(1)));
    }

    [Theory]
    [InlineData("PlainText", BlockKind.Paragraph)]
    [InlineData("Quotations", BlockKind.Quote)]
    [InlineData("PreformattedText", BlockKind.Code)]
    public void Text_saved_from_a_mail_is_prose_and_the_styles_of_LibreOffice_are_known(string style, BlockKind kind) =>
        Assert.Equal(kind, Drop.Read(Docx(P(Long, style)), "a.docx").Blocks[0].Block.Kind);

    [Fact]
    public void Lines_pasted_with_a_break_at_the_end_of_each_are_one_paragraph()
    {
        string[] lines = ["Nobody on either bank had ordered the ferry, and so nobody could say who", "had paid for its first crossing in the spring of that year. The clerk of the", "County wrote to the harbour master, who wrote back."];
        Assert.Equal(string.Join(' ', lines), Drop.Read(Docx("<w:p>" + string.Join(Br, lines.Select(R)) + "</w:p>"), "a.docx").Blocks[0].Block.Text);
    }

    [Fact]
    public void Spans_stay_with_their_words_when_a_paragraph_is_divided()
    {
        var blocks = Drop.Read(Docx($"<w:p>{R("The Ferry", "<w:b/>")}{Br}{R("A habit ")}{R("outlived", "<w:i/>")}{R(" its reason.")}{Br}{R("Goes ")}{R("on", "<w:b/>")}{Br}{R("and on.")}</w:p>"), "a.docx").Blocks;
        Assert.Equal(["The Ferry", "A habit outlived its reason.", "Goes on and on."], blocks.Take(3).Select(b => b.Block.Text));
        Assert.Equal([new InlineSpan(0, 9, InlineKind.Strong)], blocks[0].Block.Spans);
        Assert.Equal([new InlineSpan(8, 8, InlineKind.Emphasis)], blocks[1].Block.Spans);
        Assert.Equal([new InlineSpan(5, 2, InlineKind.Strong)], blocks[2].Block.Spans);
    }

    [Fact]
    public void A_title_over_two_lines_is_one_title() =>
        Assert.Equal("The Ferry: A History", Drop.Read(Docx($"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{R("The Ferry:")}{Br}{R("A History")}</w:p>" + P("Text.")), "a.docx").Metadata.Title);

    [Theory]
    [InlineData("<w:rPr><w:del w:id=\"1\"/></w:rPr>", "Two.", "One.Two.")]
    [InlineData("<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>", "wo.", "One.wo.")]
    [InlineData("<w:framePr w:wrap=\"around\"/>", "Two.", "One.")]
    [InlineData("<w:rPr><w:ins w:id=\"1\"/></w:rPr>", "Two.", "One.")]
    public void A_paragraph_whose_end_was_deleted_and_a_drop_cap_go_on_in_the_next(string properties, string next, string first) =>
        Assert.Equal(first, Drop.Read(Docx($"<w:p><w:pPr>{properties}</w:pPr>{R("One.")}</w:p>" + P(next, "Quote") + P("Three.")), "a.docx").Blocks[0].Block.Text);

    [Fact]
    public void Paragraphs_that_were_joined_have_the_style_of_the_last_and_none_is_lost_at_the_end()
    {
        const string Deleted = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        Assert.Equal(
            [(BlockKind.Quote, "One.Two."), (BlockKind.Heading, "Last.")],
            Drop.Read(Docx($"<w:p>{Deleted}{R("One.")}</w:p>{P("Two.", "Quote")}<w:p>{Deleted}{R("Last.")}</w:p>"), "a.docx").Shape().SkipLast(1));
    }

    [Theory]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Secret\"/></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>", true)]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Derived\"/></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>", true)]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr><w:t>secret</w:t></w:r></w:p>", true)]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Derived\"/></w:pPr><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>secret</w:t></w:r></w:p>", false)]
    [InlineData("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>", false)]
    [InlineData("<w:p><w:pPr><w:pStyle w:val=\"Open\"/></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>", false)]
    public void What_a_style_hides_is_hidden(string paragraph, bool isHidden)
    {
        const string Styles = "<w:style w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"Derived\"><w:name w:val=\"Derived\"/><w:basedOn w:val=\"Secret\"/></w:style>"
            + "<w:style w:styleId=\"Open\"><w:name w:val=\"Open\"/><w:basedOn w:val=\"Secret\"/><w:rPr><w:vanish w:val=\"false\"/></w:rPr></w:style>";
        Assert.Equal(isHidden ? StructuralRemoval.Hidden.Id : null, Drop.Read(Docx(P("Text.") + paragraph, styles: Styles), "a.docx").ReasonFor("secret"));
    }

    [Theory]
    [InlineData("<w:strike/>", true)]
    [InlineData("<w:dstrike w:val=\"true\"/>", true)]
    [InlineData("<w:strike w:val=\"0\"/>", false)]
    public void What_somebody_has_struck_through_by_hand_stands_in_the_ledger(string properties, bool isStruck)
    {
        var document = Drop.Read(Docx($"<w:p>{R("It crossed ")}{R("once ", properties)}{R("twice.")}</w:p>"), "a.docx");
        Assert.Equal(isStruck ? "It crossed twice." : "It crossed once twice.", document.KeptTexts().First());
        Assert.Equal(isStruck, document.Texts().Contains("once") && document.ReasonFor("once") == StructuralRemoval.Struck.Id);
    }

    [Fact]
    public void A_control_that_nobody_has_filled_in_is_no_text_and_one_that_somebody_has_is()
    {
        var document = Drop.Read(
            Docx(
                $"<w:p>{R("By ")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Click to enter a name.")}</w:sdtContent></w:sdt>{R("nobody.")}</w:p>"
                + $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{P("Choose an item.")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>{P("Text.")}</w:sdtContent></w:sdt>"),
            "a.docx");
        Assert.Equal(["By nobody.", "Text."], document.KeptTexts().SkipLast(1));
        Assert.Equal(StructuralRemoval.Form.Id, document.ReasonFor("Choose an item."));
        Assert.Equal(StructuralRemoval.Form.Id, document.ReasonFor("Click to enter a name."));
    }

    [Fact]
    public void A_list_of_contents_goes_on_behind_a_control_inside_it()
    {
        var entry = $"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{R("The crew")}</w:sdtContent></w:sdt></w:p>" + P("The coal");
        var document = Drop.Read(Docx($"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{entry}</w:sdtContent></w:sdt>" + P("Text.")), "a.docx");
        Assert.Equal(["Text."], document.KeptTexts().SkipLast(1));
    }

    [Fact]
    public void A_field_inside_the_instruction_of_another_is_no_text()
    {
        const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var document = Drop.Read(Docx($"<w:p>{Begin}<w:r><w:instrText> IF </w:instrText></w:r>{Begin}<w:r><w:instrText>DOCPROPERTY Status</w:instrText></w:r>{Separate}{R("draft")}{End}{Separate}{R("Shown")}{End}{R(" text.")}</w:p>"), "a.docx");
        Assert.Equal("Shown text.", document.KeptTexts().First());
        Assert.Equal(StructuralRemoval.Hidden.Id, document.ReasonFor("draft"));
    }

    [Fact]
    public void The_reading_above_a_character_is_no_text() =>
        Assert.Equal("\u7FFB\u8A33 is", Drop.Read(Docx($"<w:p><w:r><w:ruby><w:rt>{R("\u307B\u3093")}</w:rt><w:rubyBase>{R("\u7FFB\u8A33")}</w:rubyBase></w:ruby></w:r>{R(" is")}</w:p>"), "a.docx").Blocks[0].Block.Text);

    [Theory]
    [InlineData("Symbol", "F0B1", "\u00B1")]
    [InlineData("Symbol", "0061", "\u03B1")]
    [InlineData("Wingdings", "F0E0", "\u2192")]
    [InlineData("Wingdings", "F0FC", "\u2713")]
    [InlineData("Courier New", "0041", "A")]
    public void A_sign_of_a_font_of_signs_is_read(string font, string code, string sign) =>
        Assert.Equal($"3 {sign} 1", Drop.Read(Docx($"<w:p>{R("3 ")}<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>{R(" 1")}</w:p>"), "a.docx").Blocks[0].Block.Text);

    [Theory]
    [InlineData("\uF0B7")]
    [InlineData("\uF0A7")]
    [InlineData("\uF0D8")]
    public void A_bullet_of_a_font_of_signs_is_a_bullet(string bullet) =>
        Assert.Equal((BlockKind.ListItem, "The coal"), Drop.Read(Docx($"<w:p>{R(bullet)}<w:r><w:tab/></w:r>{R("The coal")}</w:p>"), "a.docx").Shape().First());

    [Fact]
    public void A_title_drawn_as_an_ornament_is_read() =>
        Assert.Equal("The Ferry", Drop.Read(Docx("<w:p><w:r><w:pict><v:shape><v:textpath string=\"The Ferry\"/></v:shape></w:pict></w:r></w:p>" + P("Text.")), "a.docx").Blocks[0].Block.Text);

    [Theory]
    [InlineData("<html><body><p>One.</p><p>Two.</p></body></html>", "text/html")]
    [InlineData("One.\n\nTwo.", "text/plain")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p class=3D\"a\">On=\ne.</p><p>Two.</p></body></html>\n--x--", "message/rfc822")]
    public void A_file_inside_the_document_is_read_where_it_stands(string chunk, string type) =>
        Assert.Equal(["Before.", "One.", "Two.", "After."], Drop.Read(Docx(P("Before.") + "<w:altChunk r:id=\"chunk\"/>" + P("After."), chunk: chunk, chunkType: type), "a.docx").Texts().SkipLast(1));

    [Fact]
    public void A_document_with_a_file_inside_that_is_not_read_is_refused_rather_than_shown_without_it() =>
        Assert.Equal(ProblemCodes.Damaged, Drop.Rejection(Docx(P("Before.") + "<w:altChunk r:id=\"chunk\"/>", chunk: "{\\rtf1 Text}", chunkType: "application/rtf"), "a.docx"));

    [Theory]
    [InlineData(1, 1, 130, 1)]
    [InlineData(1, 3, 20, 4)]
    [InlineData(2, 3, 20, 2)]
    [InlineData(2, 5, 130, 12)]
    public void Cells_that_lay_out_text_hold_paragraphs_and_those_of_data_are_rows(int rows, int paragraphs, int length, int blocks)
    {
        var cell = string.Concat(Enumerable.Repeat(P(string.Join(' ', Enumerable.Repeat("word", length / 5))), paragraphs));
        var row = $"<w:tr><w:tc>{cell}</w:tc><w:tc>{P("Short")}</w:tc></w:tr>";
        Assert.Equal(blocks, Drop.Read(Docx("<w:tbl>" + string.Concat(Enumerable.Repeat(row, rows)) + "</w:tbl>"), "a.docx").Blocks.Count - 1);
    }

    [Theory]
    [InlineData("Hed", "Dek")]
    [InlineData("Headline", "Standfirst")]
    [InlineData("Titre", "Chap\u00F4")]
    [InlineData("Essay Title", "Abstract")]
    public void Styles_of_newsrooms_and_of_other_languages_are_known(string title, string dek)
    {
        var styles = $"<w:style w:styleId=\"a\"><w:name w:val=\"{title}\"/></w:style><w:style w:styleId=\"b\"><w:name w:val=\"{dek}\"/></w:style>";
        var metadata = Drop.Read(Docx(P("Opinion") + P("The Ferry", "a") + P("How a habit outlived its reason.", "b") + P(Long), styles: styles), "a.docx").Metadata;
        Assert.Equal(("The Ferry", "How a habit outlived its reason."), (metadata.Title, metadata.Dek));
    }

    private static string R(string text) => R(text, "");

    private static string R(string text, string properties) => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
