using Digest.Core.Boilerplate;
using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>What stands above the text: the names of publications and columns, the heads of manuscripts, of journals and of reviews.</summary>
public sealed class HeadTests
{
    private const string Title = "The Ferry Nobody Ordered";

    [Fact]
    public void Who_owns_the_rights_is_the_publication_and_not_the_title()
    {
        var essay = ExampleEssay.Read(["Council of Ferry Accounts", "Home / Publications", Title, "3 March 2024", .. ExampleEssay.BodyText, "\u00A9 Council of Ferry Accounts 2024"]);
        Assert.Equal(Title, essay.Title);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_column_has_its_name_in_capitals_above_the_columnist_and_the_headline_below()
    {
        var essay = ExampleEssay.Read(["LOW WATER", "Jane Doe", "Let them drift", "3 March 2024", .. ExampleEssay.BodyText]);
        Assert.Equal("Let them drift", essay.Title);
        Assert.Equal("LOW WATER", essay.Kicker);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Between_author_and_day_of_a_title_in_capitals_stands_the_publication()
    {
        var essay = ExampleEssay.Read(["THE FERRY NOBODY ORDERED", "Jane Doe", "The Harbour Ledger", "3 March 2024", .. ExampleEssay.BodyText]);
        Assert.Equal("THE FERRY NOBODY ORDERED", essay.Title);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void The_name_above_the_address_of_a_manuscript_is_its_author()
    {
        var essay = ExampleEssay.Read(["Gordon B. Doe", "14 Weir Street, Apt. 2, Hull, MN 55812", "Approx. 700 words", Title, .. ExampleEssay.BodyText]);
        Assert.Equal(Title, essay.Title);
        Assert.Equal(["Gordon B. Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_marks_of_institutions_part_the_names_of_a_byline_and_tell_where_each_works()
    {
        var essay = ExampleEssay.Read(
        [
            Title, "Authors: Jane T. Doe, M.D., M.P.H.,\u00B9 John K. Smith, Ph.D.,\u00B2 and Ann Lee, R.N., C.N.M.\u00B2 Author Info & Affiliations", .. ExampleEssay.BodyText,
            "Author Affiliations", "\u00B9 Department of Harbours, University of Hull, Hull", "\u00B2 Weir Collaborative, Leeds",
        ]);
        Assert.Equal(["Jane T. Doe", "John K. Smith", "Ann Lee"], essay.Byline!.Names);
        Assert.Equal("Department of Harbours, University of Hull, Hull; Weir Collaborative, Leeds; Weir Collaborative, Leeds", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Notes_with_raised_numbers_are_no_institutions_where_the_byline_has_none()
    {
        string[] notes = ["\u00B9 Minutes of the council, Hull", "\u00B2 The same, a week later"];
        var essay = ExampleEssay.Read([Title, "By Jane Doe", .. ExampleEssay.BodyText, .. notes]);
        Assert.DoesNotContain(essay.Stripped, s => s.RuleId == TextRemoval.BylineRole.Id);
    }

    [Fact]
    public void The_vicar_who_signs_for_the_parish_is_the_author()
    {
        var essay = ExampleEssay.Read([Title, .. ExampleEssay.BodyText, "The Revd Jane Doe is Vicar of St Brannock's, Weirside"]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("Vicar of St Brannock's, Weirside", essay.Byline.Affiliation);
    }

    [Fact]
    public void The_reviewer_is_known_by_the_books_named_behind_the_review()
    {
        var essay = ExampleEssay.Read(["The Harbour Review", "Vol. 4 No. 2 \u00B7 Spring 2024", "Nothing Doing", "Solveyg Quarrie-Doe", "Low Water: A History of Boats", "by John Smith.", "Example Press, 388 pp., \u00A325", .. ExampleEssay.BodyText, "Solveyg Quarrie-Doe's third novel, Slack, is out in paperback.", "Also by Solveyg Quarrie-Doe"]);
        Assert.Equal("Nothing Doing", essay.Title);
        Assert.Equal(["Solveyg Quarrie-Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void The_caption_under_the_description_of_a_picture_leaves_with_it()
    {
        var essay = ExampleEssay.ReadText($"{Title}\n\nJane Doe\nFerry correspondent\nPA Media A woman waits on an empty quay in the rain\nFewer boats have used the ferry quay in every year since the bridge was opened\n\n{string.Join("\n\n", ExampleEssay.BodyText)}\n");
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }
}
