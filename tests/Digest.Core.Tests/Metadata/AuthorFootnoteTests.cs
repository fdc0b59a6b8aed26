using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Notes on the authors far from the byline: under a star, beside their initials, by a book, by the first name.</summary>
public sealed class AuthorFootnoteTests
{
    private const string Title = "The Ferry Nobody Ordered";

    [Theory]
    [InlineData("* Assistant Professor of Law, Weir University School of Law. I am grateful to Ann Lee for comments. All errors are mine.")]
    [InlineData("*Assistant Professor of Law, Weir University School of Law. Thanks are due to Ann Lee.")]
    [InlineData("* Assistant Professor of Law, Weir University School of Law.")]
    public void The_note_under_the_star_behind_the_name_tells_who_the_author_is(string note)
    {
        var essay = ExampleEssay.Read([Title, "Jane K. Doe*", "April 22, 2025", .. ExampleEssay.BodyText, "[1] Ferry Board v. Hull, 339 U.S. 306 (1950).", note]);
        Assert.Equal(["Jane K. Doe"], essay.Byline!.Names);
        Assert.Equal("Assistant Professor of Law, Weir University School of Law", essay.Byline.Affiliation);
        Assert.DoesNotContain(essay.Body, b => b.Text == note);
    }

    [Theory]
    [InlineData("* The professor of law at Weir University had seen the accounts before anybody else did.")]
    [InlineData("* Ferries of the Weir University class were sold for scrap.")]
    public void A_starred_note_on_something_else_stays(string note)
    {
        var essay = ExampleEssay.Read([Title, "Jane K. Doe*", "April 22, 2025", .. ExampleEssay.BodyText, note]);
        Assert.Null(essay.Byline!.Affiliation);
        Assert.Contains(essay.Body, b => b.Text == note);
    }

    [Theory]
    [InlineData("From the Department of Medicine, Weir Hospital, Hull (J.K.D.); and the Harbour Fever Unit, School of Medicine, Leeds (A.L.).")]
    [InlineData("Disclosure forms provided by the authors are available at jrn.example. From the Department of Medicine, Weir Hospital, Hull (J.K.D.); and the Harbour Fever Unit, School of Medicine, Leeds (A.L.).")]
    [InlineData("Department of Medicine, Weir Hospital, Hull (JKD); Harbour Fever Unit, School of Medicine, Leeds (AL).")]
    [InlineData("From Department of Medicine, Weir Hospital, Hull (J.K.D.), and Harbour Fever Unit, School of Medicine, Leeds (A.L.)")]
    public void Initials_lead_from_the_institutions_to_the_authors(string note)
    {
        var essay = ExampleEssay.Read([Title, "By Jane K. Doe, M.D., and Ann Lee, M.D.", "Published June 22, 2024", .. ExampleEssay.BodyText, "Author Affiliations", note]);
        Assert.Equal(["Jane K. Doe", "Ann Lee"], essay.Byline!.Names);
        Assert.Equal("Department of Medicine, Weir Hospital, Hull; Harbour Fever Unit, School of Medicine, Leeds", essay.Byline.Affiliation);
        Assert.DoesNotContain(essay.Body, b => b.Text == note);
    }

    [Fact]
    public void A_note_by_the_first_name_tells_of_the_author()
    {
        var essay = ExampleEssay.Read([Title, "Posted by Jane Doe on 4 August 2024", .. ExampleEssay.BodyText, "Jane is the Ferry Trust's programme director in Hull. Some names have been changed."]);
        Assert.Equal("Ferry Trust's programme director in Hull", essay.Byline!.Affiliation);
    }

    [Theory]
    [InlineData("Solveyg Quarrie's most recent book is The Usher's Torch: Thirty Years in the Dark. She lives in Trieste.")]
    [InlineData("Solveyg Quarrie\u2019s latest novel, The Usher's Torch, is out in March.")]
    [InlineData("Solveyg Quarrie's books include The Usher's Torch and Salt.")]
    public void Whose_book_is_named_below_the_text_has_written_it(string note)
    {
        var essay = ExampleEssay.Read([Title, "Solveyg Quarrie", .. ExampleEssay.BodyText, note]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.DoesNotContain(essay.Body, b => b.Text == note);
    }

    [Fact]
    public void What_the_note_on_a_book_says_further_is_the_affiliation()
    {
        var essay = ExampleEssay.Read([Title, "Jane Doe", "March 4, 2025", .. ExampleEssay.BodyText, "Jane Doe's third novel, The Ferry, is out in March. She teaches at the University of Leeds."]);
        Assert.Equal("teaches at the University of Leeds", essay.Byline!.Affiliation);
    }

    [Fact]
    public void A_book_of_one_of_whom_the_text_speaks_stays()
    {
        var note = "Ada Mensah's most recent book is about the boats that were sold.";
        var essay = ExampleEssay.Read([Title, "Jane Doe", "March 4, 2025", ExampleEssay.BodyText[0], "Ada Mensah, who ran the yard, kept every letter that the council sent and answered none of them until the boats had gone to be broken up at Hull.", .. ExampleEssay.BodyText[1..], note]);
        Assert.Contains(essay.Body, b => b.Text == note);
    }

    [Theory]
    [InlineData("software engineer in Hull", "Explore more", "Written by Jane Doe", "3.1K followers", "212 following", "Software engineer in Hull. I write about records and power cuts.")]
    [InlineData("PhD candidate at TU Hull", "Explore more", "A guest post by", "Jane Doe", "Housing, maps, bicycles. PhD candidate at TU Hull.", "Subscribe to Jane")]
    [InlineData("reporter covering energy and the coast", "Explore more", "Show more", "Jane Doe Reporter covering energy and the coast", "Skip next section")]
    [InlineData("retired nurse in Hull", "ENDS", "Note to the editor: the quotation is used with permission. Biographical note, should you need one: Jane Doe is a retired nurse in Hull. This is her first essay.")]
    [InlineData("founder of The Float", "What else we're reading", "The lighthouse keeper's union", "Jane Doe is the founder of The Float.")]
    public void What_is_said_of_the_author_among_other_lines_at_the_end_is_the_affiliation(string affiliation, params string[] lines)
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe", "March 4, 2025", .. ExampleEssay.BodyText, .. lines]);
        Assert.Equal(affiliation, essay.Byline!.Affiliation, ignoreCase: true);
    }

    [Theory]
    [InlineData("Comments", "Jane Doe", "2 hours ago", "A good question. As a teacher I never had a boat of my own.")]
    [InlineData("Related articles", "Jane Doe: the teacher who built a boat", "Jane Doe")]
    public void Other_lines_with_the_author_s_name_at_the_end_tell_no_affiliation(params string[] lines)
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe", "March 4, 2025", .. ExampleEssay.BodyText, .. lines]);
        Assert.Null(essay.Byline!.Affiliation);
    }

    [Theory]
    [InlineData("SALT ROADS, by Piers Attenbury (Weir Press, 290 pp.)")]
    [InlineData("Slack Water is the Ledger\u2019s weekly column on container shipping.")]
    public void A_book_or_a_column_is_nobody_s_name(string line) =>
        Assert.Null(ExampleEssay.Read([Title, "March 4, 2025", .. ExampleEssay.BodyText, line]).Byline);

    [Fact]
    public void The_label_before_an_institution_is_no_part_of_it()
    {
        var essay = ExampleEssay.Read([Title, "Author: Jane Doe, PhD", "Affiliation: Department of Harbours, University of Hull", "Keywords: ferries, ice", .. ExampleEssay.BodyText]);
        Assert.Equal("Department of Harbours, University of Hull", essay.Byline!.Affiliation);
    }

    [Fact]
    public void A_further_sentence_of_the_note_tells_of_the_second_author()
    {
        var essay = ExampleEssay.Read([Title, "Jane Doe and John Smith", "March 4, 2025", .. ExampleEssay.BodyText, "Dr Jane Doe is an economist at the Weir Policy Lab. John Smith is a licensed electrician and runs a business in Hull."]);
        Assert.Equal("economist at the Weir Policy Lab; licensed electrician and runs a business in Hull", essay.Byline!.Affiliation);
    }
}
