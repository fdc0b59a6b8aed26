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
