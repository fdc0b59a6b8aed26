using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

public class WordTests
{
    [Fact]
    public void Headings_lists_quotes_tables_and_notes_are_read()
    {
        var document = Drop.Read(
            Docx(
                P("The Ferry", "Title") + P("How a habit outlived its reason", "Subtitle") + P("The accounts", "Heading2")
                + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r><w:r><w:t xml:space=\"preserve\"> words and a </w:t></w:r><w:hyperlink r:id=\"link\"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>An item</w:t></w:r></w:p>"
                + P("Words of another.", "Quote")
                + "<w:tbl><w:tr><w:tc>" + P("Year") + "</w:tc><w:tc>" + P("Fare") + "</w:tc></w:tr></w:tbl>"),
            "a.docx");
        Assert.Equal(
            [
                (BlockKind.Heading, "The Ferry"), (BlockKind.Paragraph, "How a habit outlived its reason"), (BlockKind.Heading, "The accounts"), (BlockKind.Paragraph, "Bold words and a link.[1]"),
                (BlockKind.ListItem, "An item"), (BlockKind.Quote, "Words of another."), (BlockKind.TableRow, "Year\tFare"), (BlockKind.Footnote, "1. A note."),
            ],
            document.Shape());
        Assert.Equal(
            [new InlineSpan(0, 4, InlineKind.Strong), new InlineSpan(17, 4, InlineKind.Link, "https://example.org/"), new InlineSpan(22, 3, InlineKind.Superscript)],
            document.Blocks[3].Block.Spans);
        Assert.Equal(2, document.Blocks[4].Block.Level);
        Assert.Equal(("The Ferry", "How a habit outlived its reason", "Anna Lind"), (document.Metadata.Title, document.Metadata.Dek, document.Metadata.Authors.Single().Name));
        Assert.Null(document.Metadata.Published);
    }

    [Fact]
    public void Deleted_text_is_gone_and_hidden_text_and_contents_are_in_the_ledger()
    {
        var document = Drop.Read(
            Docx(
                P("The ferry ..... 3", "TOC1")
                + "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space=\"preserve\"> inserted</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"),
            "a.docx");
        Assert.Equal(["Kept inserted", "1. A note."], document.KeptTexts());
        Assert.Equal(StructuralRemoval.Hidden.Id, document.ReasonFor("secret"));
        Assert.Equal(StructuralRemoval.Contents.Id, document.ReasonFor("The ferry ..... 3"));
    }

    [Fact]
    public void A_typed_bullet_makes_an_item_of_a_list_but_a_number_or_an_asterisk_stays() =>
        Assert.Equal(
            [(BlockKind.ListItem, "The coal"), (BlockKind.ListItem, "the rope"), (BlockKind.Paragraph, "2. the crew"), (BlockKind.Paragraph, "* see the minutes.")],
            Drop.Read(Docx(P("• The coal") + P("- the rope") + P("2. the crew") + P("* see the minutes.")), "a.docx").Shape().Where(b => b.Kind != BlockKind.Footnote));

    [Fact]
    public void An_empty_paragraph_is_a_blank_line() =>
        Assert.Equal([false, true, false], Drop.Read(Docx(P("One") + P("Two") + P("") + P("Three")), "a.docx").Blocks.Take(3).Select(b => b.Block.FollowsAtOnce));

    [Theory]
    [InlineData(40, 0, "The Ferry")]
    [InlineData(24, 0, null)]
    [InlineData(40, 40, null)]
    public void The_line_set_largest_is_the_title(int halfPoints, int ofNext, string? title)
    {
        var document = Drop.Read(Docx(P("The Review") + Sized("The Ferry", halfPoints) + Sized("Nobody Ordered", ofNext) + P(string.Join(' ', Enumerable.Repeat("Nobody on either bank had ordered it.", 9)))), "a.docx");
        Assert.Equal(title, document.Blocks.Select(b => b.Block).FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text);

        static string Sized(string text, int size) => $"<w:p><w:r><w:rPr>{(size > 0 ? $"<w:sz w:val=\"{size}\"/>" : "")}</w:rPr><w:t>{text}</w:t></w:r></w:p>";
    }

    [Fact]
    public void A_relationship_to_the_outside_is_not_followed() =>
        Assert.Contains("Text.", Drop.Read(Docx(P("Text."), "<Relationship Id=\"t\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://127.0.0.1:9/x.dotm\" TargetMode=\"External\"/>"), "a.docx").Texts());

    [Fact]
    public void A_broken_container_is_damaged() =>
        Assert.Equal(ProblemCodes.Damaged, Drop.Rejection([.. Docx(P("Text."))[..200], .. new byte[50]], "a.docx"));

    [Fact]
    public void An_entity_flood_is_damaged() =>
        Assert.Equal(ProblemCodes.Damaged, Drop.Rejection(Docx(P("&b;"), prolog: "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"), "a.docx"));

    [Fact]
    public void A_hundred_thousand_levels_are_too_complex()
    {
        var deep = new StringBuilder().Insert(0, "<w:sdt><w:sdtContent>", 50_000).Append(P("x")).Insert(0, "").ToString() + new StringBuilder().Insert(0, "</w:sdtContent></w:sdt>", 50_000);
        Assert.Equal(ProblemCodes.TooComplex, Drop.Rejection(Docx(deep), "a.docx"));
    }

    [Fact]
    public void A_zip_bomb_is_too_complex()
    {
        var result = new DocumentDecoder(new DecodingOptions { MaxUnpackedBytes = 100_000 })
            .Decode(new RawEssay("a.docx", Docx(P(new string('a', 200_000))), null, DateTimeOffset.UnixEpoch));
        Assert.Equal(ProblemCodes.TooComplex, Assert.IsType<DecodeResult.Rejected>(result).Problem.Code);
    }
}
