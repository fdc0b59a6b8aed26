using Digest.Core.Decoding;
using Digest.Core.Tests.Boilerplate;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

/// <summary>Lines above a draft that say of themselves what they are.</summary>
public class LabelledHeadTests
{
    private const string Text = "Nobody on either bank had ordered the ferry, and nobody could say who had paid for its first crossing in the spring of that year.";

    [Theory]
    [InlineData("Title: The Ferry|By: Anna Lind|Words: 640")]
    [InlineData("HED: The Ferry|BYLINE: Anna Lind|SLUG: ferry")]
    [InlineData("Headline:|The Ferry|Author:|Anna Lind|Body:")]
    [InlineData("DRAFT 2|Titel: The Ferry|Autorin: Anna Lind")]
    public void Their_values_are_title_and_byline(string lines)
    {
        var document = Drop.Read(Docx(string.Concat(lines.Split('|').Select(line => P(line))) + P(Text)), "a.docx");
        Assert.Equal(("The Ferry", "Anna Lind"), (document.Metadata.Title, document.Metadata.Authors.Single().Name));
        Assert.Equal(Text, document.KeptTexts().Where(text => text != "DRAFT 2").First());
        Assert.Equal(StructuralRemoval.LabelledLine.Id, document.ReasonFor(lines.Split('|')[1]));
    }

    [Theory]
    [InlineData("Document 1 of 1\n\nThe Ferry Nobody Ordered\n\nAuthor: Poe, Eilidh\n\nPublication info: Harbour Weekly ; Perth [Perth]. 15 Nov 2024: 24-25.\n\nFULL TEXT", "Eilidh Poe", null)]
    [InlineData("Document 1 of 1\n\nThe Ferry Nobody Ordered\n\nAuthor: Poe, Eilidh; Lind, Tarrock J.\n\nPublication info: Harbour Weekly.\n\nFULL TEXT", "Eilidh Poe, Tarrock J. Lind", null)]
    [InlineData("1 of 1 DOCUMENT\n\nThe Harbour Courier\n\nMarch 3, 2025 Monday\n\nThe Ferry Nobody Ordered\n\nBYLINE: Eilidh Poe\n\nSECTION: EDIT PAGE; Pg. 8\n\nLENGTH: 858 words\n\nHIGHLIGHT: It was the habit of a council that never asked.\n\nBODY:", "Eilidh Poe", "It was the habit of a council that never asked.")]
    public void So_do_the_records_of_databases(string head, string authors, string? dek)
    {
        var essay = ExampleEssay.ReadText(head + "\n\n" + string.Join("\n\n", ExampleEssay.BodyText));
        Assert.Equal(("The Ferry Nobody Ordered", dek, authors), (essay.Title, essay.Dek, string.Join(", ", essay.Byline?.Names ?? [])));
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void What_a_form_tells_of_the_author_goes_to_the_byline()
    {
        var essay = ExampleEssay.ReadText(string.Join("\n", ["Content type: Long read", "Status: Published", "Headline: The Ferry Nobody Ordered", "Author: Mary Poe", "Author bio: Mary Poe was a nurse for 26 years and is now patient liaison at the Weir Foundation.", "Slug: ferry", "Body:"]) + "\n\n" + string.Join("\n\n", ExampleEssay.BodyText));
        Assert.Equal(["Mary Poe"], essay.Byline!.Names);
        Assert.Equal("patient liaison at the Weir Foundation", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Status: Draft\nHeadline: The Ferry Nobody Ordered\nTags:\nferry, council\n", "Nobody had ordered it.\nNobody had paid for it.\n")]
    [InlineData("Headline: The Ferry Nobody Ordered\nNotes for desk:\nCut to 850 if the ad moves.\nLegal have seen it.\nHed options: A) below. B) Boats.\n", "Nobody had ordered it.\nNobody had paid for it.\n")]
    public void Several_lines_are_a_label_s_only_where_the_next_label_ends_them(string form, string text)
    {
        var essay = ExampleEssay.ReadText(form + text + string.Join("\n", ExampleEssay.BodyText));
        Assert.Equal("The Ferry Nobody Ordered", essay.Title);
        Assert.Equal([.. text.TrimEnd().Split('\n'), .. ExampleEssay.BodyText], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_rows_of_a_form_are_such_lines_and_its_last_cell_may_hold_the_text()
    {
        static string Row(string label, string value) => $"<w:tr><w:tc>{P(label)}</w:tc><w:tc>{value}</w:tc></w:tr>";
        var document = Drop.Read(Docx($"<w:tbl>{Row("Headline", P("The Ferry"))}{Row("Standfirst:", P("A habit."))}{Row("Author", P("Jane Doe"))}{Row("Status", P("Draft"))}{Row("Body", P(Text) + P("Two."))}</w:tbl>"), "a.docx");
        Assert.Equal(("The Ferry", "A habit.", "Jane Doe"), (document.Metadata.Title, document.Metadata.Dek, document.Metadata.Authors.Single().Name));
        Assert.Equal([Text, "Two.", "1. A note."], document.KeptTexts());
    }

    [Theory]
    [InlineData("Title: The Ferry|Author: Anna Lind|Publisher: Faber|Pages: 212")]
    [InlineData("Author: Anna Lind")]
    [InlineData("Note: This essay is a translation.|Source: Le Quai, 1912")]
    [InlineData("The last word: nobody ordered it|Text: a history")]
    public void A_book_under_review_and_a_byline_alone_are_read_elsewhere(string lines)
    {
        var document = Drop.Read(Docx(string.Concat(lines.Split('|').Select(line => P(line))) + P(Text)), "a.docx");
        Assert.Null(document.Metadata.Title);
        Assert.All(document.Blocks, block => Assert.True(block.IsKept));
    }
}
