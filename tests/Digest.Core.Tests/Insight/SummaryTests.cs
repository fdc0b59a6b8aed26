using Digest.Core.Insight;
using Digest.Core.Insight.Summary;
using Xunit;

namespace Digest.Core.Tests.Insight;

public sealed class SummaryTests
{
    private static readonly string[] Essay =
    [
        "“It was dark,” she told me, and I believed her. Who would not?",
        "River ferries once carried every letter between the two towns, and the tolls paid for the first school in the valley.",
        "However, it did not last. The railway took the letters away within a decade, and the ferries lost the income that had kept them running.",
        "The towns tried subsidies, then a lottery, and finally a bridge that nobody has ever been able to pay for in full.",
        "River ferries are worth saving because they connect people who would otherwise have no way across, and because they cost less than any bridge.",
    ];

    [Fact]
    public void The_dek_is_the_summary_where_there_is_one()
    {
        var request = CaseFile.Request("Ferries", Essay) with { Dek = "Why a ferry is worth more than a bridge." };

        Assert.Equal(new ChosenSentence("Why a ferry is worth more than a bridge.", null), Assert.Single(InsightReader.Read(request).Summary));
    }

    [Fact]
    public void The_summary_is_whole_sentences_of_the_subject_within_sixty_words_in_the_order_of_the_text()
    {
        var summary = InsightReader.Read(CaseFile.Request("In praise of river ferries", Essay)).Summary;

        Assert.Contains(summary, s => s.Text.StartsWith("River ferries", StringComparison.Ordinal));
        Assert.InRange(summary.Sum(s => s.Text.Split(' ').Length), 10, 60);
        Assert.Equal(summary.OrderBy(s => (s.Source!.Value.Block, s.Source.Value.Start)), summary);
    }

    [Theory]
    [InlineData("However")]
    [InlineData("“It was")]
    [InlineData("Who would")]
    public void No_sentence_leans_on_another(string beginning)
    {
        var insights = InsightReader.Read(CaseFile.Request("In praise of river ferries", Essay));

        Assert.DoesNotContain(insights.Summary.Concat(insights.KeyPoints), s => s.Text.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_surrogate_pair_behind_a_demonstrative_is_no_word_of_the_title()
    {
        var insights = InsightReader.Read(CaseFile.Request("Ferries", "This \ud83d deal was struck by both towns of the valley in a hurry."));

        Assert.Empty(insights.KeyPoints);
    }

    [Theory]
    [InlineData("This essay argues that ferries are worth their money in small towns.", false)]
    [InlineData("In this column, I describe how the ferries of the valley were paid for.", false)]
    [InlineData("This is the second post in a series of three on the ferries of the valley.", false)]
    [InlineData("Instead of waiting for a bridge, the towns of the valley should buy a ferry.", false)]
    [InlineData("Rather than wait for a bridge, the towns of the valley should buy a ferry.", false)]
    [InlineData("It will take twenty years to build a bridge that everybody can afford.", false)]
    [InlineData("It is clear that nobody wants to pay for the bridge in the end.", false)]
    [InlineData("It is a tool to move people across the river without much ado.", true)]
    [InlineData("This is why the towns of the valley should buy another boat.", true)]
    [InlineData("This deal was struck by both towns of the valley in a hurry.", true)]
    [InlineData("In addition to this, the towns of the valley bought a second boat.", true)]
    [InlineData("Instead, the towns of the valley bought a second boat in a hurry.", true)]
    [InlineData("Rather than that, the towns of the valley bought a second boat.", true)]
    [InlineData("To do this, the towns of the valley bought a second boat.", true)]
    [InlineData("Noting this, the towns of the valley bought a second boat.", true)]
    [InlineData("By the end of it, the towns of the valley owned a second boat.", true)]
    [InlineData("Over that time, the towns of the valley bought a second boat.", true)]
    [InlineData("Up until this point, the towns of the valley had no second boat.", true)]
    [InlineData("One way we do that is by asking the people of the valley.", true)]
    [InlineData("Now you need to support it and give it a good life in the valley.", true)]
    [InlineData("Finally, the towns of the valley bought a second boat in a hurry.", true)]
    [InlineData("Both towns bought a second boat for the valley in a hurry.", true)]
    [InlineData("These boat owners have lost their income to the bridge in the valley.", true)]
    [InlineData("Both the mayor and the ferryman wanted a second boat in a hurry.", false)]
    [InlineData("These boats have lost their income to the bridge in the valley.", false)]
    [InlineData("In its report, the ministry asked the towns to buy a second boat.", false)]
    [InlineData("When it opened, the bridge took the income of the ferrymen away.", false)]
    [InlineData("Over the last year or so, the towns have bought a second boat.", false)]
    [InlineData("The ministry is a body that, among other things, pays for the boats.", false)]
    [InlineData("We make it easy for the people of the valley to cross by boat.", false)]
    [InlineData("IT systems of the ferry company fail whenever the valley floods again.", false)]
    public void A_sentence_dangles_when_its_head_points_at_the_one_before_it(string sentence, bool dangles)
    {
        var read = Assert.Single(SentenceFeatures.Of(new EssaySentences(CaseFile.Request("In praise of boats", sentence)), "In praise of boats"));

        Assert.Equal(dangles, read.Dangles);
    }

    [Theory]
    [InlineData("A: River ferries are praised by everybody who lives in the valley.")]
    [InlineData("Dear Editor: River ferries are praised by everybody who lives in the valley.")]
    public void Somebody_who_speaks_is_not_quoted(string sentence)
    {
        var summary = InsightReader.Read(CaseFile.Request("In praise of river ferries", [sentence, .. Essay])).Summary;

        Assert.DoesNotContain(summary, s => s.Text == sentence);
    }

    [Theory]
    [InlineData("Thank you to everyone in the valley who paid for the river ferries.")]
    [InlineData("We would like to thank the people who paid for the river ferries.")]
    [InlineData("Please write to us about the river ferries of the valley at ferries@example.org.")]
    [InlineData("Visit our site to read about the river ferries that connect people of the valley.")]
    [InlineData("You can also watch the video on river ferries that connect people of the valley.")]
    [InlineData("Below, river ferries are shown that connect people who live in the valley.")]
    [InlineData("Learn how river ferries connect people who live in the valley (PDF, 93 kb, 1 page).")]
    [InlineData("The first said little. “River ferries connect people. River ferries are worth saving for the whole valley. They are cheap,” he said.")]
    public void What_the_house_says_to_its_readers_and_what_others_say_sums_nothing_up(string sentence)
    {
        var insights = InsightReader.Read(CaseFile.Request("In praise of river ferries", [sentence, .. Essay]));

        Assert.DoesNotContain(insights.Summary.Concat(insights.KeyPoints), s => sentence.Contains(s.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Thanks to the new tolls, river ferries connect people who live in the valley.")]
    [InlineData("The ministry asks drivers to learn more about river ferries of the valley.")]
    public void A_reason_is_no_thanks_and_a_report_no_call(string sentence) =>
        Assert.NotEmpty(SentenceFeatures.Of(new EssaySentences(CaseFile.Request("In praise of river ferries", sentence)), "In praise of river ferries"));

    [Fact]
    public void Key_points_announce_nothing()
    {
        const string Announced = "Here are the ten river ferries that connect people who live in the upper valley.";
        var insights = InsightReader.Read(CaseFile.Request("In praise of river ferries", [.. Essay, Announced]) with { Dek = "Why boats." });

        Assert.DoesNotContain(insights.KeyPoints, s => s.Text == Announced);
    }

    [Fact]
    public void A_sentence_said_twice_is_taken_once()
    {
        var summary = InsightReader.Read(CaseFile.Request("In praise of river ferries", [.. Essay, Essay[^1], Essay[^1]])).Summary;

        Assert.Equal(summary.Select(s => s.Text).Distinct(), summary.Select(s => s.Text));
    }

    [Fact]
    public void Key_points_come_from_different_parts_and_repeat_nothing()
    {
        var insights = InsightReader.Read(CaseFile.Request("In praise of river ferries", Essay));

        Assert.InRange(insights.KeyPoints.Count, 1, 3);
        Assert.Empty(insights.KeyPoints.Select(p => p.Text).Intersect(insights.Summary.Select(s => s.Text)));
        Assert.Equal(insights.KeyPoints.Count, insights.KeyPoints.Select(p => p.Source!.Value.Block).Distinct().Count());
    }

    [Fact]
    public void The_editors_own_key_points_are_kept()
    {
        ChosenSentence[] own = [new("Ferries pay.", null)];
        var request = CaseFile.Request("Ferries", Essay) with { EditorKeyPoints = own };

        Assert.Equal(own, InsightReader.Read(request).KeyPoints);
    }

    [Fact]
    public void An_essay_without_a_whole_statement_is_summed_up_by_its_first_sentence()
    {
        Assert.Equal("Why?", Assert.Single(InsightReader.Read(CaseFile.Request("", "Why?")).Summary).Text);
        Assert.Empty(InsightReader.Read(CaseFile.Request("", " ")).Summary);
    }
}
