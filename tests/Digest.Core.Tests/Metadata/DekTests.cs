using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Which paragraph above the text is the standfirst.</summary>
public sealed class DekTests
{
    /// <summary>The model finds it likelier than not to be a standfirst, and not likely enough by itself.</summary>
    private const string Doubtful = "Councils keep what they have always kept. In this one it was a boat.";

    private const string Dek = "Councils pay for boats because they always have. What ends the habit is seldom a decision, and hardly ever a bill.";

    [Theory]
    [InlineData("Expert comment", "Published 24 February 2024", "4 minute read")]
    [InlineData("The ferry at the quay, engraving, about 1870", "Getty", "By: Jane Doe")]
    [InlineData("5 min read", "By Jane Doe")]
    public void A_standfirst_stands_above_the_lines_that_lead_to_the_byline(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Dek, .. lines, .. ExampleEssay.BodyText]);
        Assert.Equal(Dek, essay.Dek);
    }

    [Theory]
    [InlineData("From the March 2025 issue", "12 min read")]
    [InlineData("12 min read")]
    public void Under_the_byline_it_stands_above_the_issue_and_the_time_that_reading_takes(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Words by Jane Doe, photographs by John Smith", Doubtful, .. lines, .. ExampleEssay.BodyText]);
        Assert.Equal(Doubtful, essay.Dek);
    }

    [Fact]
    public void A_text_that_begins_with_its_place_begins_after_the_standfirst()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "March 3, 2024", "JANE DOE", Dek, "LEEDS - " + ExampleEssay.BodyText[0], .. ExampleEssay.BodyText[1..]]);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void A_paragraph_that_says_what_the_author_argues_is_the_standfirst()
    {
        const string Summary = "Night ferries are the first to go when councils save money. Drawing on payrolls from three regions, Jane Doe and John Smith show who stops working then.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Summary, .. ExampleEssay.BodyText, "About the authors", "Jane Doe", "Jane Doe is a lawyer.", "John Smith", "John Smith is a historian."]);
        Assert.Equal(Summary, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_paragraph_whose_last_sentence_tells_what_the_author_does_is_the_standfirst()
    {
        const string Summary = "Boats are laid up, captains are driving buses, and the pool of pilots has shrunk to a puddle. Jane Doe spends a week on the quay.";
        var essay = ExampleEssay.Read(["The Price of Rope", Summary, .. ExampleEssay.BodyText, "Jane Doe is the staff reporter of The Ledger and a former pilot."]);
        Assert.Equal(Summary, essay.Dek);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void A_long_line_without_a_full_stop_under_the_title_is_the_standfirst()
    {
        const string Line = "For 158 winters somebody on the estuary has written down the day it froze. Jane Doe ’79 is the fifth";
        var essay = ExampleEssay.Read(["The Ice Book", Line, .. ExampleEssay.BodyText]);
        Assert.Equal(Line, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("The ferry, the habit and the silence of a council.")]
    [InlineData("How a clerk copied a habit into the accounts of a council.")]
    [InlineData("Towns cannot give up a ferry, but they can forget who ordered it. Using the minutes of six decades, this column shows what the habit cost.")]
    public void A_line_that_no_author_writes_of_his_own_piece_is_the_standfirst(string dek)
    {
        var essay = ExampleEssay.Read(["The Price of Rope", dek, .. ExampleEssay.BodyText]);
        Assert.Equal(dek, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_abstract_of_a_paper_belongs_to_it()
    {
        const string Abstract = "Towns cannot give up a ferry, but they can forget who ordered it. Using the minutes of six decades, this article asks what the habit cost.";
        var essay = ExampleEssay.Read(["The Price of Rope", "Jane Doe", "Abstract", Abstract, "Keywords: ferries, habit", .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Contains(Abstract, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Nobody in the council could remember the ferry.")]
    [InlineData("The ferry crossed the estuary, and nobody paid.")]
    [InlineData("Why had the council paid for a ferry?")]
    public void A_short_first_sentence_is_text(string first)
    {
        var essay = ExampleEssay.Read(["The Price of Rope", first, .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
    }

    [Theory]
    [InlineData("By Somebody who would rather not be named")]
    [InlineData("Marcus Oyelaran shows me the ledger, and his thumb covers the year in which the ferry was sold.")]
    [InlineData("NATO - nobody on the quay had heard of it - paid for the second boat, and then for the third.")]
    public void A_first_paragraph_of_the_text_is_no_standfirst(string first)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", first, .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Equal([first, .. ExampleEssay.BodyText], essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("On the habits of councils, and why nobody is ever thanked for ending one")]
    [InlineData("In praise of the people who kept a boat in order that you should not have to swim")]
    [InlineData("In defence of a crew that did by night what no council had asked for by day")]
    [InlineData("Notes on a boat that outlived the war, the bridge and most of its passengers")]
    public void A_standfirst_without_a_sign_beside_it_is_known_by_its_kind(string dek)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", dek, .. ExampleEssay.BodyText]);
        Assert.Equal(dek, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("My grandfather sold tickets on it until the year he died.")]
    [InlineData("On the morning of 4 May 1961 the ferry did not come.")]
    [InlineData("“You can have the bell,” the harbour master told me, “but you will have to carry it.”")]
    [InlineData("In 2009 a clerk in the county archive opened a box that nobody had asked for, and found in it the log of every crossing since 1931.")]
    public void A_short_first_paragraph_stays_in_the_text(string first)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", first, .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Equal([first, .. ExampleEssay.BodyText], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void What_the_authors_have_spent_years_on_is_the_standfirst()
    {
        const string Summary = "Councils are about to sell their ferries. Imogen Salter and Bilal Rahmani have spent three years with the ledgers of one, and tell what they did not find.";
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Summary, .. ExampleEssay.BodyText, "Imogen Salter is a lawyer.", "Bilal Rahmani is a historian."]);
        Assert.Equal(Summary, essay.Dek);
        Assert.Equal(["Imogen Salter", "Bilal Rahmani"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Photo-Illustration: Ferry Staff; Delta Images", "Save this story")]
    [InlineData("Share")]
    public void What_the_page_parts_from_the_text_needs_fewer_signs_to_be_the_standfirst(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Doubtful, .. lines, .. ExampleEssay.BodyText]);
        Assert.Equal(Doubtful, essay.Dek);
        Assert.Null(ExampleEssay.Read(["The Ferry Nobody Ordered", Doubtful, .. ExampleEssay.BodyText]).Dek);
    }

    [Fact]
    public void Words_in_capitals_begin_the_text_below_the_standfirst()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Doubtful, "THE FERRY HAD" + ExampleEssay.BodyText[0]["The ferry had".Length..], .. ExampleEssay.BodyText[1..]]);
        Assert.Equal(Doubtful, essay.Dek);
    }

    [Fact]
    public void Where_a_page_was_pasted_a_standfirst_needs_fewer_signs()
    {
        string[] text = ["The Ferry Nobody Ordered", Doubtful, .. ExampleEssay.BodyText];
        Assert.Null(ExampleEssay.Read(text).Dek);
        Assert.Equal(Doubtful, ExampleEssay.Read(["Skip to content", "Log in", "Subscribe", .. text, "Share this article", "Leave a comment"]).Dek);
    }

    [Fact]
    public void The_text_begins_behind_the_key_points()
    {
        const string First = "The bridge was opened in the spring. It took the council another thirty years to notice.";
        Assert.Equal(First, ExampleEssay.Read(["The Ferry Nobody Ordered", First, .. ExampleEssay.BodyText]).Dek);
        Assert.Null(ExampleEssay.Read(["The Ferry Nobody Ordered", "Key Takeaways", "• The boat was empty.", "• Nobody asked who paid.", First, .. ExampleEssay.BodyText]).Dek);
    }

    [Fact]
    public void A_standfirst_may_stand_above_the_list_of_contents()
    {
        string[] headings = ["Who paid?", "What do the ledgers tell of the boat and its crew?", "Who asked?", "What was found?", "What is left?", "Who will write the next ledger?"];
        var text = headings.Zip([.. ExampleEssay.BodyText, .. ExampleEssay.BodyText.Select(t => t.Replace("council", "town", StringComparison.Ordinal))], (h, t) => new[] { h, t }).SelectMany(x => x).ToArray();
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", Doubtful, "In this article", .. headings, ExampleEssay.BodyText[0] + " So it began.", .. text]);
        Assert.Equal(Doubtful, essay.Dek);
        Assert.DoesNotContain(essay.Body.Take(1), b => b.Text == headings[0]);
    }

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Ingrid Aas")]
    public void A_line_between_the_title_and_a_name_by_itself_is_the_standfirst(string name)
    {
        string[] notes = [$"{name} writes about the coast. Her book The Last Ferry is out in May."];
        var essay = ExampleEssay.Read([ExampleEssay.Title, "A council of nine voted to keep its boat", name, .. ExampleEssay.BodyText, .. notes]);
        Assert.Equal("A council of nine voted to keep its boat", essay.Dek);
        Assert.Equal([name], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_name_of_whom_the_text_speaks_heads_a_part_of_it()
    {
        var essay = ExampleEssay.Read([ExampleEssay.Title, "A council of nine voted to keep its boat", "Jane Doe", "In the spring Doe laid the sheet before the members. " + ExampleEssay.BodyText[0], .. ExampleEssay.BodyText[1..]]);
        Assert.Null(essay.Byline);
    }

    [Theory]
    [InlineData("*What a boat tells about a town*", "What a boat tells about a town")]
    [InlineData("*What a boat tells about a town, and what the town never told the boat.*", "What a boat tells about a town, and what the town never told the boat.")]
    [InlineData("*\"Rope is dear.\" (A proverb of the quay)*", null)]
    [InlineData("*The Ferry* was not a ferry", null)]
    [InlineData("*The Harrowgate Press Blog \u00B7 History \u00B7 1 August 2023 \u00B7 by Jane Doe*", null)]
    public void A_paragraph_in_italics_under_the_title_is_the_standfirst(string line, string? dek) =>
        Assert.Equal(dek, ExampleEssay.ReadText($"# The Price of Rope\n\n{line}\n\n{string.Join("\n\n", ExampleEssay.BodyText)}\n", "a.md").Dek);

    [Theory]
    [InlineData("<p class=\"dek\">{0}</p>")]
    [InlineData("<div class=\"article-subtitle\"><p>{0}</p></div>")]
    [InlineData("<h2 class=\"post-standfirst\">{0}</h2>")]
    public void The_standfirst_that_a_page_shows_goes_before_its_description(string element)
    {
        const string Shown = "What a town loses when it sells its boat";
        var page = $"<html><head><meta name=\"description\" content=\"Read about ferries, councils and rope.\"></head><body><article><h1>The Price of Rope</h1>{element.Replace("{0}", Shown, StringComparison.Ordinal)}<p>By Jane Doe</p>"
            + string.Concat(ExampleEssay.BodyText.Select(text => $"<p>{text}</p>")) + "</article></body></html>";
        var essay = ExampleEssay.ReadText(page, "a.html");
        Assert.Equal(Shown, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("The Last Ferry", "Why a town paid for a boat that nobody had ordered")]
    [InlineData("A Clock for Everyone", "A village of ninety voted to pay its own teacher")]
    [InlineData("The Price of Rope", "What the accounts of one council say about habit, rope and the price of coal.")]
    [InlineData("Who Pays for the Boat?", "A council of nine voted to keep its boat")]
    public void Of_two_lines_above_a_name_the_first_is_the_title(string title, string dek)
    {
        var essay = ExampleEssay.Read([title, dek, "Ingrid Aas", .. ExampleEssay.BodyText, "Ingrid Aas writes about the coast. Her book is out in May."]);
        Assert.Equal((title, dek), (essay.Title, essay.Dek));
    }
}
