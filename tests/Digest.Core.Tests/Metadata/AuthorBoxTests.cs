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
    public void Each_name_in_a_box_goes_with_the_note_under_it()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "About the authors", "Jane Doe", "Jane Doe is a Research Fellow at the University of Leeds.", "Ewan Sproat", "Ewan Sproat is a PhD candidate at Newcastle University."]);
        Assert.Equal(["Jane Doe", "Ewan Sproat"], essay.Byline!.Names);
        Assert.Equal("Research Fellow at the University of Leeds; PhD candidate at Newcastle University", essay.Byline.Affiliation);
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
