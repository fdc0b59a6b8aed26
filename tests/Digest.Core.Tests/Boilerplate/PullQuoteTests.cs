using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Which repetitions of a sentence are set between paragraphs by an editor, and which the author quotes.</summary>
public sealed class PullQuoteTests
{
    private static readonly EssayReader Reader = new(RuleSet.Default);

    [Fact]
    public void A_sentence_set_between_paragraphs_leaves()
    {
        const string Quote = "The minutes record a silence, and after it a resolution.";
        var kept = Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Quote, ExampleEssay.BodyText[1], ExampleEssay.BodyText[2]]);
        Assert.DoesNotContain(Quote, kept);
    }

    [Theory]
    [InlineData("\u2018minutes record a silence\u2019", false)]
    [InlineData("\u2018Minutes record a silence\u2019", true)]
    [InlineData("Minutes record a silence", false)]
    public void A_few_words_in_quotation_marks_leave_when_the_text_says_them(string line, bool leaves) =>
        Assert.Equal(!leaves, Kept([ExampleEssay.Title, .. ExampleEssay.BodyText[..2], line, ExampleEssay.BodyText[2].Replace("the minutes record", "\u2018minutes record a silence\u2019 is what the index says, and they record", StringComparison.Ordinal)]).Contains(line));

    [Fact]
    public void What_the_text_tells_of_somebody_leaves_where_it_is_quoted_of_her()
    {
        const string Quote = "\"We had the money. What we did not have was a shop.\"";
        const string Teller = "They had the money, in a tin. They had the money. Nobody had asked the clerk, who kept the key. What they did not have was a shop.";
        Assert.DoesNotContain(Quote, Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Teller, Quote, ExampleEssay.BodyText[1], ExampleEssay.BodyText[2]]));
        Assert.Contains(Quote, Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Teller.Replace("was a shop", "was a shed", StringComparison.Ordinal), Quote, ExampleEssay.BodyText[1], ExampleEssay.BodyText[2]]));
    }

    [Fact]
    public void What_somebody_says_in_two_halves_is_quoted_in_one()
    {
        const string Quote = "\u201CYou have kept the book, and you have thrown away the names.\u201D";
        const string Teller = "She read the register to the end. \u201CYou have kept the book,\u201D she told our trustees the next morning, \u201Cand you have thrown away the names.\u201D";
        Assert.DoesNotContain(Quote, Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Teller, ExampleEssay.BodyText[1], Quote, ExampleEssay.BodyText[2]]));
    }

    [Theory]
    [InlineData("\u201CYou have kept the book, and you have thrown away the names\u201D \u2013 Jane Doe", true)]
    [InlineData("\u201CYou have kept the book, and you have thrown away the names\u201D DR JANE DOE", true)]
    [InlineData("\u2018You have kept the book, and you have thrown away the names\u2019", true)]
    [InlineData("\u201CYou have kept the book, and you have burned the names\u201D \u2013 Jane Doe", false)]
    [InlineData("\u201CYou have kept the book, and you have thrown away the names\u201D was all she said", false)]
    public void A_pull_quote_may_name_its_speaker_on_its_own_line(string quote, bool leaves)
    {
        const string Teller = "She read the register to the end. \u201CYou have kept the book,\u201D she told our trustees the next morning, \u201Cand you have thrown away the names.\u201D";
        Assert.Equal(!leaves, Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Teller, quote, ExampleEssay.BodyText[1], ExampleEssay.BodyText[2]]).Contains(quote));
    }

    [Theory]
    [InlineData("\u2014 Ayesha Pillay", true)]
    [InlineData("AYESHA PILLAY, REMOTE OPERATOR", true)]
    [InlineData("Who Got the Chairs", false)]
    [InlineData("Henrik Lund", false)]
    public void The_speaker_under_a_pull_quote_leaves_with_it(string signature, bool leaves)
    {
        const string Quote = "\u201CAquifers lag.\u201D";
        const string Teller = "Nobody on the quay had heard of it before Ayesha Pillay said so. \u201CAquifers lag,\u201D she wrote, and left the room with the keys.";
        var kept = Kept([ExampleEssay.Title, ExampleEssay.BodyText[0], Teller, Quote, signature, ExampleEssay.BodyText[1], ExampleEssay.BodyText[2]]);
        Assert.Equal((!leaves, !leaves), (kept.Contains(Quote), kept.Contains(signature)));
    }

    [Theory]
    [InlineData("the minutes record a silence.")]
    [InlineData("The minutes record a silence.")]
    public void A_line_of_verse_that_the_text_takes_up_stays(string line)
    {
        string[] verse = ["The clerk is late,", "he shuts the gate,", line, "The tide is out,", "there is no doubt,"];
        Assert.Subset(Kept([ExampleEssay.Title, .. ExampleEssay.BodyText[..2], .. verse, ExampleEssay.BodyText[2]]).ToHashSet(StringComparer.Ordinal), verse.ToHashSet(StringComparer.Ordinal));
    }

    private static List<string> Kept(IEnumerable<string> lines) =>
        [.. ExampleEssay.Kept(Reader.Explain(new RawEssay("essay.txt", Encoding.UTF8.GetBytes(string.Join("\n\n", lines)), ContentType: null, DateTimeOffset.UnixEpoch)))];
}
