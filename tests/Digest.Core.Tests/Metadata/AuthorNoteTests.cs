using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Notes on the author at the end of an essay: who is named, what he or she is said to be, and what only looks like such a note.</summary>
public sealed class AuthorNoteTests
{
    [Theory]
    [InlineData("Jane Doe is a professor of history at the University of Leeds.", "Jane Doe", "professor of history", "professor of history at the University of Leeds")]
    [InlineData("Jane Doe is Deputy Director of the Ferry Institute. She lives in Leeds.", "Jane Doe", "Deputy Director", "Deputy Director of the Ferry Institute")]
    [InlineData("Dr. Jane Doe, PhD, is the author of The Ferry.", "Jane Doe", "author", "author of The Ferry")]
    [InlineData("Jane Doe teaches history at the University of Leeds.", "Jane Doe", null, "teaches history at the University of Leeds")]
    [InlineData("Jane Doe, Research Scholar, Department of History, University of Leeds", "Jane Doe", "Research Scholar", "Research Scholar, Department of History, University of Leeds")]
    [InlineData("Jane Doe was born in Leeds and teaches at Moyard University.", "Jane Doe", null, "teaches at Moyard University")]
    [InlineData("Jane Doe, Campaigns Officer, Zambia", "Jane Doe", "Campaigns Officer", "Campaigns Officer, Zambia")]
    [InlineData("Jane Doe taught history at Northern College and is the Society's archivist.", "Jane Doe", null, "taught history at Northern College and is the Society's archivist")]
    [InlineData("Jane Doe is a textile conservator at the Leeds Museum, and was artist in residence there this spring.", "Jane Doe", "textile conservator", "textile conservator at the Leeds Museum")]
    [InlineData("Jane Doe was born in Leeds and is a professor of history at the University of Hull.", "Jane Doe", "professor of history", "professor of history at the University of Hull")]
    [InlineData("Jean-Pierre van den Berg is a freelance journalist based in Ghent.", "Jean-Pierre van den Berg", "freelance journalist", "freelance journalist based in Ghent")]
    public void A_note_on_the_author_at_the_end_is_the_byline(string note, string name, string? role, string affiliation)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, note]);
        Assert.Equal([name], essay.Byline!.Names);
        Assert.Equal(role, essay.Byline.Role);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Notes_on_several_authors_give_all_their_names()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "About the Authors", "Jane Doe is a professor at the University of Leeds.", "John Smith is a lawyer."]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
        Assert.Equal("professor at the University of Leeds; lawyer", essay.Byline.Affiliation);
    }

    [Theory]
    [InlineData("Jane Doe and John Smith are professors of history at the University of Leeds.", "Jane Doe|John Smith", "professors of history at the University of Leeds")]
    [InlineData("Jane Doe and John Smith work in the Bank's Household Expectations Unit. Oh Hye-jin is a visiting researcher in the Prices Division.", "Jane Doe|John Smith|Oh Hye-jin", "work in the Bank's Household Expectations Unit; visiting researcher in the Prices Division")]
    [InlineData("Jane Doe, John Smith and Ann Lee teach economics at the University of Leeds.", "Jane Doe|John Smith|Ann Lee", "teach economics at the University of Leeds")]
    public void A_note_may_say_the_same_of_several_authors(string note, string names, string affiliation)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, note]);
        Assert.Equal(names, string.Join('|', essay.Byline!.Names));
        Assert.Equal(affiliation, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Orville Wright and Wilbur Wright were not the first, but the town still says so.")]
    [InlineData("Jane Doe and John Smith are gone, and the ferry is still green.")]
    public void What_is_said_of_several_people_without_role_or_institution_stays_in_the_essay(string line)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, line]);
        Assert.Null(essay.Byline);
        Assert.Contains(line, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Where_somebody_was_born_is_no_affiliation()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, "Jane Doe was born in Leeds in 1979. Her books include Low Water."]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Null(essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_country_behind_the_name_leaves_it_when_a_note_names_the_author_without()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Ignacio Valdebenito Chile", .. ExampleEssay.BodyText, "Ignacio Valdebenito is a critic of architecture."]);
        Assert.Equal(["Ignacio Valdebenito"], essay.Byline!.Names);
        Assert.Equal("critic of architecture", essay.Byline.Affiliation);
    }

    [Fact]
    public void A_note_joins_the_byline_above_the_essay()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, "Doe is a historian at the University of Leeds.", "Jane Doe is a historian at the University of Leeds."]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("historian at the University of Leeds", essay.Byline.Affiliation);
    }

    [Fact]
    public void What_a_publication_says_of_itself_is_nobody_s_role()
    {
        var essay = ExampleEssay.Read(["PLAIN NUMBERS", "A blog by staff of the Bank", "The Ferry Nobody Ordered", "Jane Doe and John Smith", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Marie Curie is a name that every schoolchild knows.")]
    [InlineData("Ada Lovelace, a countess and a mathematician, wrote the first program, and nobody ran it.")]
    [InlineData("Looking Ahead")]
    [InlineData("US-based Printweir was founded in 2016 by textile designer Jane Doe.")]
    [InlineData("Foreign Policy")]
    [InlineData("By the end of the year the crew had found other work.")]
    public void What_only_looks_like_a_note_stays_in_the_essay(string line)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, line]);
        Assert.Null(essay.Byline);
        Assert.Contains(line, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_person_the_essay_speaks_of_is_not_its_author()
    {
        string[] body = [ExampleEssay.BodyText[0], "Henrietta Lacks never learned what her cells had made possible, and her family heard of it only by chance, many years after.", .. ExampleEssay.BodyText[1..], "Henrietta Lacks is a patient whose name students of medicine now learn."];
        var essay = ExampleEssay.Read(["The Cells Nobody Asked For", .. body]);
        Assert.Null(essay.Byline);
        Assert.Equal(body, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Who_teaches_somewhere_is_the_author_at_the_end()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "Imogen Salter teaches at Birkbeck. Her book on harbours, Low Water, is out in paperback."]);
        Assert.Equal(["Imogen Salter"], essay.Byline!.Names);
        Assert.Equal("teaches at Birkbeck", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Who_teaches_at_night_stays_in_the_essay()
    {
        const string Last = "Imogen Salter teaches at night, when the ferry is tied up, and nobody comes.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, Last]);
        Assert.Null(essay.Byline);
        Assert.Contains(Last, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Jane Doe, a professor of history at the University of Leeds, is the author of \"The Lock\".", "professor of history at the University of Leeds")]
    [InlineData("Jane Doe, a former minister of ports, is a senior fellow at the Harbour Institute.", "senior fellow at the Harbour Institute, former minister of ports")]
    [InlineData("Jane Doe, a poet, critic and translator, teaches at the University of Hull.", "poet, critic and translator, teaches at the University of Hull")]
    [InlineData("Jane Doe, of Hull, is a retired teacher.", "retired teacher")]
    [InlineData("Jane Doe, 71, is a retired teacher.", "retired teacher")]
    public void What_is_set_between_the_name_and_the_verb_belongs_to_the_affiliation(string note, string affiliation)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, note]);
        Assert.Equal(affiliation, essay.Byline!.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Whom_the_last_paragraph_calls_to_mind_is_no_author()
    {
        const string Last = "Sir Arthur Lewis, who was born not far from this quay, taught us that a ferry is a matter of what people are able to do, and not of what they are charged.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", .. ExampleEssay.BodyText, Last]);
        Assert.Contains(Last, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_note_by_the_given_name_under_the_name_names_nobody_twice()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "Jane Doe", "Jane writes about boats and the people who sail them."]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("This summary was written by Jane Doe, research director at the Ferry Alliance, and edited by John Smith. We thank the clerks.", "research director at the Ferry Alliance")]
    [InlineData("Low Water is written by Jane Doe, a nurse in Hull. If you like it, you can buy me a coffee.", "nurse in Hull")]
    public void A_sentence_may_tell_who_wrote_the_piece(string note, string affiliation)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, note]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
    }
}
