using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Boxes on authors as web pages print them: name, role, note, each on a line of its own.</summary>
public sealed class AuthorBoxTests
{
    [Fact]
    public void Authors_under_one_another_each_with_a_role_are_all_named()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Dr Jane Doe", "Associate Fellow, Rivers Programme", "Dr John Smith", "Research Associate, Law Centre", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
        Assert.Equal("Associate Fellow, Rivers Programme; Research Associate, Law Centre", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_one_author_of_a_numbered_list_is_named()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Published: June 25, 2024 6.03am AEST", "Author\n1. Marisol Quintero-Lim\nAssociate Professor in Harbour Policy, Leeds University", .. ExampleEssay.BodyText]);
        Assert.Equal(["Marisol Quintero-Lim"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Oyuna Batsaikhan", true)]
    [InlineData("Batsaikhan Ferry", false)]
    [InlineData("Nagorno Estuary", false)]
    [InlineData("Kurhaus Kavalan", false)]
    public void A_name_that_no_list_knows_is_the_author_s_right_under_the_title(string line, bool isAuthor)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", line, .. ExampleEssay.BodyText[..2], "Nobody at the Kavalan could say who owned the Estuary, and the Ferry was not asked about it."]);
        Assert.Equal(isAuthor, essay.Byline is not null);
        Assert.Equal(!isAuthor, essay.Body[0].Text == line);
    }

    [Fact]
    public void Each_name_in_a_box_goes_with_the_note_under_it()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "About the authors", "Jane Doe", "Jane Doe is a Research Fellow at the University of Leeds.", "Ewan Sproat", "Ewan Sproat is a PhD candidate at Newcastle University."]);
        Assert.Equal(["Jane Doe", "Ewan Sproat"], essay.Byline!.Names);
        Assert.Equal("Research Fellow at the University of Leeds; PhD candidate at Newcastle University", essay.Byline.Affiliation);
    }

    [Fact]
    public void A_topic_between_date_and_title_and_a_button_in_the_box_are_no_authors()
    {
        var essay = ExampleEssay.Read(["Commentary", "21 May 2025", "Harbour Markets", "The Ferry Nobody Ordered", "Authors", "Jane Doe", "Senior Fellow, Rivers and Law", "John Smith", "Non-resident Fellow", "Download PDF", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
        Assert.Equal("The Ferry Nobody Ordered", essay.Title);
    }

    [Theory]
    [InlineData("Related Content", "How states are spending the last of their funds")]
    [InlineData("Comments under this post are closed.", "Print")]
    public void A_box_among_links_and_comments_still_tells_the_role(string heading, string line)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, heading, line, "AUTHOR", "Jane Doe", "Senior Fellow, Ferry Institute", "Download PDF"]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("Senior Fellow, Ferry Institute", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
        Assert.StartsWith("It stands under \u201CAUTHOR\u201D.", essay.Stripped.Single(s => s.Block.Text == "Senior Fellow, Ferry Institute").Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Senior Fellow, Ferry Institute", "By Jane Doe", "Senior Fellow", "Ferry Institute")]
    [InlineData("Senior Fellow, Ferry Institute", "By Jane Doe", "j.doe@ferry.example", "Senior Fellow, Ferry Institute")]
    [InlineData("Department of Geography, University of Leeds", "Jane Doe", "Department of Geography", "University of Leeds", "Leeds, UK", "12 March 2026")]
    [InlineData("Senior Fellow, Rivers Programme; Professor of History, University of Leeds", "By Jane Doe", "Senior Fellow, Rivers Programme", "Professor of History, University of Leeds")]
    [InlineData("Senior Fellow, Ferry Institute; Research Associate, Law Centre", "Jane Doe", "Senior Fellow", "Ferry Institute", "John Smith", "Research Associate", "Law Centre")]
    [InlineData("Professor of Economics, University of Leeds; PhD candidate, Tilburg University", "By Jane Doe", "Professor of Economics, University of Leeds", "By John Smith", "PhD candidate, Tilburg University")]
    public void Roles_and_institutions_under_one_another_all_reach_the_affiliation(string affiliation, params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. lines, .. ExampleEssay.BodyText]);
        Assert.Equal(lines.Any(l => l.Contains("John Smith", StringComparison.Ordinal)) ? ["Jane Doe", "John Smith"] : ["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Authors", "Jane Doe", "Senior Fellow, Ferry Institute", "More Blogs By Jane", "John Smith", "Senior Agriculture Economist, Law Centre", "More Blogs By John")]
    [InlineData("Authors", "Jane Doe", "Senior Fellow, Ferry Institute", "@janedoe", "View profile", "John Smith", "Senior Agriculture Economist, Law Centre", "View profile")]
    [InlineData("About the authors", "Jane Doe", "Senior Fellow", "Ferry Institute", "John Smith", "Senior Agriculture Economist", "Law Centre")]
    [InlineData("Jane Doe", "Senior Fellow", "Ferry Institute", "John Smith", "Senior Agriculture Economist", "Law Centre")]
    public void Links_between_the_authors_of_a_box_do_not_end_it(params string[] box)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe and John Smith", .. ExampleEssay.BodyText, .. box]);
        Assert.Equal("Senior Fellow, Ferry Institute; Senior Agriculture Economist, Law Centre", essay.Byline!.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_role_at_the_top_and_an_institution_at_the_end_are_one_affiliation()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Jane Doe", "Science Writer", "2 July 2025", .. ExampleEssay.BodyText, "Related Content", "How states are spending the last of their funds", "Written by Jane Doe, Ferry Laboratory", "Share"]);
        Assert.Equal("Science Writer, Ferry Laboratory", essay.Byline!.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_byline_among_links_to_other_pieces_names_their_authors_and_not_this_one_s()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, "Related Content", "How states are spending the last of their funds", "By John Smith, Law Centre"]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Null(essay.Byline.Affiliation);
    }

    [Fact]
    public void A_note_on_the_author_behind_the_references_is_none_of_them()
    {
        const string Entry = "Smith, J. (2019). The price of a quay. Leeds: Estuary Press.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Written by Jane Doe (2nd year, Law with Politics)", .. ExampleEssay.BodyText, "Bibliography", Entry, "Jane Doe is reading Law with Politics at Carrick College and is treasurer of the Law Society."]);
        Assert.Equal([.. ExampleEssay.BodyText, "Bibliography", Entry], essay.Body.Select(b => b.Text));
        Assert.Equal("reading Law with Politics at Carrick College and is treasurer of the Law Society", essay.Byline!.Affiliation);
    }

    [Fact]
    public void Who_translated_or_edited_a_piece_is_no_role_of_its_author()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Written by Jane Doe", "Translated by the author", "Edited by John Smith", "Read this post in Georgian, Español, Français", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Null(essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_note_without_its_name_belongs_to_the_author_above()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "by Jane Doe + BIO", .. ExampleEssay.BodyText, "is a historian of science at the University of Leeds. She is writing a book about false alarms."]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("historian of science at the University of Leeds", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_note_in_the_first_person_under_the_author_s_name_leaves_the_body()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, "Jane Doe", "I report on ferries and private equity in the South."]);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Jane Doe", "Senior Fellow, Ferry Institute")]
    [InlineData("About the Author: Jane Doe", "Jane Doe is a writer in Leeds.")]
    [InlineData("Jane Doe's most recent book is The Wet Year.")]
    [InlineData("Jane Doe of Leeds is a retired teacher.")]
    [InlineData("Jane Doe '94 is an editor of the magazine.")]
    [InlineData("Rep. Jane Doe represents the 3rd district in the state House.")]
    [InlineData("Doe is a professor of law at the University of Leeds.")]
    [InlineData("Jane teaches law at the University of Leeds.")]
    [InlineData("Mrs. Doe, a former mayor of Hull, lives in Leeds.")]
    [InlineData("Jane Doe, Leeds")]
    [InlineData("JANE DOE", "Writing for the Review since 2014", "12 commentaries")]
    public void What_begins_with_the_author_s_name_at_the_end_is_no_text(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, .. lines]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Jane Doe", "Senior Fellow, Ferry Institute")]
    [InlineData("\u2014 Jane Doe")]
    [InlineData("Jane Doe (@janedoe) is a staff writer at the Ledger.")]
    [InlineData("Jane Doe, PhD, is a hydrologist.")]
    public void The_end_alone_names_the_author(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, .. lines]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Will Grant", "Will is a strange thing to ask of a river, and the river has none.")]
    [InlineData("Jane Doe", "Doe, a deer, was seen on the quay that night, and nobody shot at it.")]
    [InlineData("Jane Doe", "Jane Doe: And what became of the boat that they had sold?")]
    [InlineData("Jane Doe", "\"It was never ours,\" the last pilot used to say of the boat.", "\u2014 John Smith")]
    public void A_word_that_is_also_the_author_s_name_begins_text(string author, params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By " + author, .. ExampleEssay.BodyText, .. lines]);
        Assert.Equal([.. ExampleEssay.BodyText, .. lines], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_last_sentence_in_the_first_person_stays()
    {
        const string Last = "I report on ferries, and I have never been on one.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, Last]);
        Assert.Equal([.. ExampleEssay.BodyText, Last], essay.Body.Select(b => b.Text));
    }
}
