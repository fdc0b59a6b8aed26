using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Boxes between the paragraphs, whose middle lines can be said in any words: they leave because of where they stand.</summary>
public sealed class BoxTests
{
    [Fact]
    public void What_a_newsletter_promises_leaves_with_its_box()
    {
        var essay = Between("Sign up to Low Water", "A short letter on ports, tides and money. No shouting.", "Enter your email address", "Sign up");
        AssertBody(essay);
        Assert.Contains(essay.Stripped, s => s.RuleId == TextRemoval.CallBox.Id && s.Block.Text.StartsWith("A short letter", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_gift_would_pay_for_leaves_with_its_box() =>
        AssertBody(Between("Support our work on the estuary", "£10 a month could pay for the lamp of the ferry.", "DONATE NOW"));

    [Theory]
    [InlineData("Follow us on Instagram")]
    [InlineData("Your subscription makes this journalism possible. See our latest offers.")]
    [InlineData("Opinion: Why your ferry costs more than your flight")]
    [InlineData("Editing: Jane Doe. Graphics: John Smith.")]
    public void A_call_between_two_paragraphs_leaves(string call) => AssertBody(Between(call));

    [Theory]
    [InlineData("He wrote a letter to the editor and posted it.")]
    [InlineData("She read the comments on the bill and laughed.")]
    [InlineData("Nobody was asked for a donation in those years.")]
    [InlineData("She is at the window.")]
    [InlineData("Would you donate a kidney to a stranger?")]
    [InlineData("You can help change that.")]
    [InlineData("We need your voice.")]
    [InlineData("Buy the ticket, take the ride.")]
    [InlineData("The museum is open from March to October.")]
    [InlineData("Was it useful?")]
    [InlineData("In the comments they say so.")]
    [InlineData("The team includes scientists from the University of Leeds.")]
    public void A_short_paragraph_that_speaks_of_such_things_stays(string said) => AssertBody(Between(said), said);

    [Fact]
    public void Writers_and_titles_in_groups_leave_with_their_box_and_the_heading_below_them_stays()
    {
        const string Heading = "What the accounts show";
        AssertBody(Between("Most popular\nJohn Smith\nThe quay that moved", "Mary Miller\nWhy I am leaving the harbour", Heading), Heading);
    }

    [Fact]
    public void A_short_paragraph_between_a_button_and_running_text_stays()
    {
        const string Short = "It was the last one.";
        AssertBody(Between("Subscribe now", Short), Short);
    }

    [Fact]
    public void A_paragraph_longer_than_a_promise_stays_between_the_lines_of_a_form()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("The clerk wrote down what he was told and nothing else.", 5));
        AssertBody(Between("Sign up to Low Water", paragraph, "Enter your email address"), paragraph);
    }

    [Fact]
    public void Links_counted_out_for_the_blind_leave_with_their_numbers() =>
        AssertBody(Between("Read more", "list of 2 items", "list 1 of 2", "What became of the pilots", "list 2 of 2", "Who owns the mud under the quay?", "end of list"));

    [Fact]
    public void Titles_under_Related_leave_as_far_as_they_follow_at_once()
    {
        const string Heading = "What the accounts show";
        AssertBody(Between("RELATED\nThe Quay That Moved\nWho Pays for the Dredger?", Heading), Heading);
    }

    [Theory]
    [InlineData("What the boat was for")]
    [InlineData("A layered thing", "SIGN UP FOR THE LEDGER NEWSLETTER", "Email address", "Subscribe")]
    public void Without_blank_lines_a_heading_of_the_text_stays_under_a_box(string heading, params string[] box)
    {
        string[] lines = box.Length > 0 ? box : ["RELATED", "The Quay That Moved Another Time", "Can Deep Harbours Cool a City?"];
        var text = ExampleEssay.ReadText(string.Join('\n', [ExampleEssay.Title, "By Jane Doe", .. ExampleEssay.BodyText[..2], .. lines, heading, ExampleEssay.BodyText[2]]));
        Assert.Equal([.. ExampleEssay.BodyText[..2], heading, ExampleEssay.BodyText[2]], text.Body.Select(b => b.Text));
    }

    [Fact]
    public void Where_blank_lines_divide_all_lines_the_last_title_may_head_the_text()
    {
        const string Heading = "What the accounts show";
        AssertBody(Between("Related", "The Quay That Moved", Heading), Heading);
        AssertBody(Between("View image in fullscreen", Heading), Heading);
    }

    [Fact]
    public void A_caption_leaves_with_the_button_above_it() => AssertBody(Between("View image in fullscreen\nA dredger near the weir"));

    [Fact]
    public void Strokes_leave_with_what_stands_between_them()
    {
        AssertBody(Between("---", "Subscribe to our newsletter", "---"));
        AssertBody(Between("---"), "---");
    }

    [Fact]
    public void Calls_that_the_next_paragraph_speaks_of_are_quoted()
    {
        string[] calls = ["Subscribe to our newsletter and never miss an issue. No spam, ever.", "Sign up here to get the newsletter."];
        const string Takes = "Nobody reads these sentences any more, and yet somebody in an office on the quay is paid to write them again each spring.";
        var essay = Between([.. calls, Takes]);
        AssertBody(essay, [.. calls, Takes]);
        foreach (var other in (string[])["the ledger", "the Carregado line"])
        {
            var unmoved = Takes.Replace("these sentences", other, StringComparison.Ordinal);
            AssertBody(Between([.. calls, unmoved]), unmoved);
        }
    }

    [Fact]
    public void Sentences_under_In_short_are_key_points_where_blank_lines_set_them_off()
    {
        string[] points = ["The ferry was never ordered by anybody on the quay.", "Nine clerks copied the same figure. What next? A committee reports in June."];
        var setOff = ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", "In short:\n" + string.Join('\n', points), .. ExampleEssay.BodyText]);
        Assert.Equal(points, setOff.KeyPoints.Select(p => p.Text));
        AssertBody(setOff);
    }

    [Fact]
    public void Key_points_that_lost_their_bullets_are_read_up_to_the_running_text()
    {
        string[] points = ["The ferry was never ordered by anybody", "Nine clerks copied the same figure in turn"];
        var essay = ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", "Key points", .. points, .. ExampleEssay.BodyText]);
        Assert.Equal(points, essay.KeyPoints.Select(p => p.Text));
        AssertBody(essay);
    }

    [Fact]
    public void A_box_of_sentences_between_the_paragraphs_is_key_points()
    {
        string[] points = ["The ferry was never ordered by anybody on the quay.", "Nine clerks copied the same figure in turn."];
        var essay = ExampleEssay.ReadText(string.Join('\n', [ExampleEssay.Title, "By Jane Doe", ExampleEssay.BodyText[0], "THE GIST", .. points, .. ExampleEssay.BodyText[1..]]));
        Assert.Equal(points, essay.KeyPoints.Select(p => p.Text));
        AssertBody(essay);
    }

    [Fact]
    public void A_description_leaves_with_the_caption_under_it()
    {
        const string Caption = "The quay's population has fallen by a third. (Supplied: Harbour Board)";
        AssertBody(Between("A dredger at dusk with two men beside it.\n" + Caption));
        AssertBody(Between("A dredger at dusk with two men beside it.", Caption), "A dredger at dusk with two men beside it.");
    }

    [Fact]
    public void A_card_that_shows_another_piece_leaves_with_all_its_lines()
    {
        const string Card = "A cargo train crosses the steppe near Dostyk.\nThe Quiet Railway War in Central Asia\nThree governments, two gauges, and one bottleneck.\nReport | Lena Marchetti";
        AssertBody(Between("Read More\n" + Card));
        AssertBody(Between("What the board knew\n" + Card), ["What the board knew", .. Card.Split('\n')]);
    }

    [Fact]
    public void What_a_sponsor_says_leaves_up_to_the_strokes_below()
    {
        AssertBody(Between("A message from our sponsor\nRunning payroll in three currencies? Try Example Bank free for 30 days.\n----------"));
        AssertBody(Between("Running payroll in three currencies? So were we."), "Running payroll in three currencies? So were we.");
    }

    [Fact]
    public void One_line_under_Key_points_is_no_box()
    {
        const string Only = "The ferry was never ordered by anybody";
        Assert.Contains(Only, ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", "Key points", Only, .. ExampleEssay.BodyText]).Body.Select(b => b.Text));
    }

    [Fact]
    public void Contents_leave_and_the_headings_they_list_stay()
    {
        var essay = ExampleEssay.Read([ExampleEssay.Title, "In this brief", "A habit", "The silence", ExampleEssay.BodyText[0], "A habit", ExampleEssay.BodyText[1], "The silence", ExampleEssay.BodyText[2]]);
        Assert.Equal([ExampleEssay.BodyText[0], "A habit", ExampleEssay.BodyText[1], "The silence", ExampleEssay.BodyText[2]], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_question_in_a_list_of_contents_may_be_long()
    {
        const string Question = "Did anybody on either bank of the estuary ever order a ferry?";
        var essay = ExampleEssay.Read([ExampleEssay.Title, "In this article", Question, ExampleEssay.BodyText[0], Question, .. ExampleEssay.BodyText[1..]]);
        Assert.Equal([ExampleEssay.BodyText[0], Question, .. ExampleEssay.BodyText[1..]], essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Footnotes", "Competing interests: None declared.")]
    [InlineData("References")]
    public void A_heading_of_notes_that_has_none_under_it_leaves(params string[] lines) =>
        Assert.Equal(ExampleEssay.BodyText, ExampleEssay.Read([ExampleEssay.Title, .. ExampleEssay.BodyText, .. lines]).Body.Select(b => b.Text));

    [Fact]
    public void A_heading_of_notes_in_a_menu_above_the_text_keeps_nothing() =>
        Assert.Equal(ExampleEssay.BodyText, ExampleEssay.Read(["Harbour Survey", "Home", "Search", "Topics", "Publications", "Methods", "Short Reads", "Tools & Resources", "Experts", "Home > Topics > Ferries", "6 May 2025", ExampleEssay.Title, "By Jane Doe", .. ExampleEssay.BodyText, "Subscribe", "Share", "Contact us"]).Body.Select(b => b.Text));

    [Fact]
    public void A_note_of_the_author_to_the_readers_stays()
    {
        const string Note = "Author's note: The names of the clerks have been changed, and the ferry is real.";
        Assert.Equal([.. ExampleEssay.BodyText, Note], ExampleEssay.Read([ExampleEssay.Title, .. ExampleEssay.BodyText, Note]).Body.Select(b => b.Text));
    }

    [Fact]
    public void A_note_that_stands_below_the_comments_stays()
    {
        const string Note = "The bridge was opened in 1964, and in 1971.";
        var markdown = $"# {ExampleEssay.Title}\n\n{string.Join("\n\n", ExampleEssay.BodyText)}[^1]\n\n[^1]: {Note}\n\n## 2 comments\n\nJohn says: I was there, and it rained.\n";
        var read = new EssayReader(RuleSet.Default).Read(new RawEssay("essay.md", Encoding.UTF8.GetBytes(markdown), ContentType: null, DateTimeOffset.UnixEpoch));
        Assert.Equal("1. " + Note, Assert.IsType<ReadResult.Ready>(read).Essay.Body[^1].Text);
    }

    private static Essay Between(params string[] lines) => ExampleEssay.Read([ExampleEssay.Title, .. ExampleEssay.BodyText[..2], .. lines, ExampleEssay.BodyText[2]]);

    private static void AssertBody(Essay essay, params string[] between) =>
        Assert.Equal([.. ExampleEssay.BodyText[..2], .. between, ExampleEssay.BodyText[2]], essay.Body.Select(b => b.Text));

    [Theory]
    [InlineData("SPONSORED\nMoor smarter with Northrope\nSee how one harbour cut its bill for rope by 38%. Download the white paper.\nLEARN MORE")]
    [InlineData("WORRIED ABOUT YOUR BOAT?\nTake our two-minute risk test.\nStart the test")]
    public void A_box_between_the_paragraphs_leaves_as_a_whole(string box)
    {
        var essay = ExampleEssay.ReadText(string.Join("\n\n", [ExampleEssay.Title, .. ExampleEssay.BodyText[..2], box, ExampleEssay.BodyText[2]]));
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("SPONSORED\n\n")]
    [InlineData("WHO PAID FOR IT?\n\nStart the test\n\n")]
    public void Paragraphs_below_a_label_and_questions_of_the_text_stay(string above)
    {
        var essay = ExampleEssay.ReadText(string.Join("\n\n", [ExampleEssay.Title, .. ExampleEssay.BodyText[..2]]) + "\n\n" + above + ExampleEssay.BodyText[2]);
        Assert.Equal(above[0] == 'W' ? [.. ExampleEssay.BodyText[..2], "WHO PAID FOR IT?", ExampleEssay.BodyText[2]] : ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }
}
