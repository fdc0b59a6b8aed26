using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Texts that were pasted with the page around them: the title below menus, teasers and tags behind the text.</summary>
public sealed class PastedPageTests
{
    private static readonly string[] Menu = ["Skip to main content", "The Quay Herald", "News", "Culture", "Log in"];
    private static readonly string[] Foot = ["Recommended", "Harbour museum to open on Sundays", "Why the tide tables were wrong", "Harbours", "Local history", "Enter your email", "Advertise"];

    private static readonly EssayReader Reader = new(RuleSet.Default);

    [Fact]
    public void The_title_is_found_below_the_menu()
    {
        var essay = Read([.. Menu, ExampleEssay.Title, "By Jane Doe", .. ExampleEssay.BodyText, .. Foot]);
        Assert.Equal(ExampleEssay.Title, essay.Title);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("The Far Shore", "Notes on ferries, councils and other habits", "HomeAboutArchive", "Posted on May 22, 2024", "*")]
    [InlineData("The Undertow", "A Journal of Politics and Law by Students of Carrick College", "Vol. XIV, Michaelmas 2023", "LOCAL GOVERNMENT", "*", "Written by Jane Doe")]
    [InlineData("Estuary Voices", "Stories from the coast", "Donate now", "*", "'Nobody could remember who had paid for it.'", "Posted 20 February 2026", "Written by Jane Doe")]
    [InlineData("5 min read", "*", "Jane Doe", "Science Writer", "Jul 02, 2025", "Contents", "A habit rather than a decision", "What the ferry had been for")]
    [InlineData("HARBOUR READINGS", "Reviews from the reading room of the Quay Society", "Issue 61, Spring 2023", "*", "THE LAST BOAT: Ferries, Councils and the Coming of the Bridge", "By Anna Keller", "Quay & Finch, 328 pp., $32.00")]
    [InlineData("Estuary Blog", "*", "Jane Doe, John Smith", "July 10, 2025", "This page in: English Français")]
    public void The_title_is_found_among_names_of_sites_slogans_standfirsts_and_contents(params string[] head)
    {
        const string Title = "The Boat That Nobody in the Room Remembered";
        string[] text = [ExampleEssay.BodyText[0], "A habit rather than a decision", ExampleEssay.BodyText[1], "What the ferry had been for", ExampleEssay.BodyText[2]];
        Assert.Equal(Title, Read([.. head.Select(l => l == "*" ? Title : l), .. text, .. Foot]).Title);
    }

    [Theory]
    [InlineData("# [The Far Shore](https://shore.example/)\n\nSubscribe\n\n# {0}\n\n### Two piers and a boat\n\nJane Doe\nMar 02, 2025")]
    [InlineData("# The Far Shore\n\nSubscribe\n\n# {0}\n\nBy Jane Doe\n\nMarch 2, 2025")]
    [InlineData("Essays from the coast\n\n# {0}\n\n## Two piers and a boat")]
    public void Of_the_headings_of_the_first_level_the_title_is_the_one_that_is_no_link_or_heads_the_byline(string head)
    {
        const string Title = "The Boat That Nobody in the Room Remembered";
        var essay = Read(string.Format(CultureInfo.InvariantCulture, head, Title) + "\n\n" + string.Join("\n\n", ExampleEssay.BodyText), "essay.md");
        Assert.Equal(Title, essay.Title);
    }

    [Theory]
    [InlineData("Unlearn it gently", "On councils and the ferry nobody ordered, and what I learned by asking who had paid for it", "Slow Post", "Jane Doe", "Mar 22, 2026", "148", "Share")]
    [InlineData("The breath in the barometer", "How a ferry that nobody had ordered crossed the estuary for sixty years. We still do not know who paid for it", "The Far Shore", "by Jane Doe", "+ BIO")]
    public void A_few_words_above_a_longer_line_and_the_byline_are_the_title(string title, string dek, string site, params string[] below)
    {
        var essay = Read([site, "Subscribe", "Sign in", title, dek, .. below, .. ExampleEssay.BodyText, .. Foot]);
        Assert.Equal((title, dek), (essay.Title, essay.Dek));
    }

    [Fact]
    public void The_name_of_a_series_above_the_date_gives_way_to_a_byline_that_was_copied_in_pieces()
    {
        var essay = Read(["Read our research on:", "Household Economics", "|", "Short Reads", "|", "November 6, 2025", ExampleEssay.Title, "By", "Jane Doe", "and", "John Smith", .. ExampleEssay.BodyText, .. Foot]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
    }

    [Fact]
    public void An_institution_under_the_names_of_a_manuscript_is_not_its_title()
    {
        const string Title = "Where Your Deposit Goes to Sleep";
        var essay = Read(["Jane Doe and John Smith", "Harbour Data Lab, University of Hull", "j.doe@lab.example", "Word count: 610 (excluding notes)", "DRAFT 4 -- 2 May 2026", Title, .. ExampleEssay.BodyText]);
        Assert.Equal(Title, essay.Title);
    }

    [Fact]
    public void A_sentence_under_the_first_line_of_a_clean_text_is_not_its_title()
    {
        var essay = ExampleEssay.Read(["Low Tide", "Nobody remembers who paid for the ferry, or why the council went on doing so.", .. ExampleEssay.BodyText, "* A few of the names have been changed."]);
        Assert.Equal("Low Tide", essay.Title);
    }

    [Fact]
    public void A_first_heading_above_an_introduction_stays_the_title()
    {
        var essay = Read($"# {ExampleEssay.Title}\n\nBy Jane Doe\n\n# Introduction\n\n{string.Join("\n\n", ExampleEssay.BodyText)}", "essay.md");
        Assert.Equal(ExampleEssay.Title, essay.Title);
    }

    [Fact]
    public void A_line_that_leaves_says_how_unlikely_it_is_and_what_speaks_against_it()
    {
        var essay = Read([.. Menu, ExampleEssay.Title, .. ExampleEssay.BodyText, .. Foot]);
        var name = essay.Stripped.Single(s => s.Block.Text == Menu[1]);
        Assert.Equal(TextRemoval.PageFrame.Id, name.RuleId);
        Assert.Matches("^It looks and stands like a line of the page around the text: .*short lines (above|below) it.* \\([0-9]+ % likely to belong\\)\\.$", name.Why);
    }

    [Fact]
    public void A_clean_text_keeps_its_first_line_as_its_title_and_its_headings()
    {
        const string Heading = "How the ferry came to be forgotten";
        var essay = Read([ExampleEssay.Title, Heading, .. ExampleEssay.BodyText]);
        Assert.Equal(ExampleEssay.Title, essay.Title);
        Assert.DoesNotContain(essay.Stripped, s => s.RuleId == TextRemoval.PageFrame.Id);
    }

    [Fact]
    public void Nobody_named_at_the_top_is_the_title()
    {
        var essay = Read(["Jane Doe", "3 March 2024", ExampleEssay.Title, .. ExampleEssay.BodyText, .. Foot]);
        Assert.Equal(ExampleEssay.Title, essay.Title);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Mine's four.")]
    [InlineData("I never asked.")]
    public void A_short_sentence_with_which_the_author_ends_stays(string last)
    {
        var essay = Read([.. Menu, ExampleEssay.Title, "By Jane Doe", .. ExampleEssay.BodyText, last, "Jane Doe is a lawyer.", .. Foot]);
        Assert.Equal([.. ExampleEssay.BodyText, last], essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("MINGO CREEK, W.Va. \u2014 By 5:30 in the morning, there were 31 people in the parking lot of the church, most of them in trucks with the heaters running.")]
    [InlineData("HULL, England - Professor Amadi of the harbour museum had been there since midnight, and nobody on either bank could remember why.")]
    public void A_report_begins_with_its_place_and_no_author(string report)
    {
        var essay = Read([.. Menu, ExampleEssay.Title, "By Jane Doe", "February 6, 2025", report, .. ExampleEssay.BodyText, .. Foot]);
        Assert.Equal([report, .. ExampleEssay.BodyText], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_note_with_its_mark_is_never_a_line_of_the_page()
    {
        string[] notes = ["[1] Minutes of the council, 1911.", "[2] On the bridge, see above."];
        var essay = Read([.. Menu, ExampleEssay.Title, "By Jane Doe", .. ExampleEssay.BodyText, "12", .. notes, .. Foot]);
        Assert.Equal(notes, essay.Body.Select(b => b.Text).Where(t => t[0] == '['));
    }

    [Fact]
    public void A_footnote_is_never_a_line_of_the_page()
    {
        var text = "# " + ExampleEssay.Title + "\n\nSubscribe\n\nMenu\n\n" + string.Join("\n\n", ExampleEssay.BodyText) + "[^1]\n\n[^1]: In the first volume of the diary, which I read on a train.\n\nRead more\n\nAbout\n\nPrivacy\n";
        var essay = Read(text, "essay.md");
        Assert.Equal("1. In the first volume of the diary, which I read on a train.", essay.Body[^1].Text);
    }

    [Fact]
    public void A_poem_keeps_every_line()
    {
        string[] lines = ["The quay", "Rope", "and rain,", "the last boat", "already small.", "Subscribe, said the sea,", "to nothing."];
        var essay = Read(lines);
        Assert.Equal(lines[1..], essay.Body.Select(b => b.Text));
    }

    private static Essay Read(IEnumerable<string> lines) => Read(string.Join("\n\n", lines), "essay.txt");

    private static Essay Read(string text, string name)
    {
        var result = Reader.Read(new RawEssay(name, Encoding.UTF8.GetBytes(text), ContentType: null, DateTimeOffset.UnixEpoch));
        return Assert.IsType<ReadResult.Ready>(result).Essay;
    }
}
