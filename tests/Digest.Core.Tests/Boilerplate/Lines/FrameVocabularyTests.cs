using Digest.Core.Boilerplate.Lines;
using Xunit;

namespace Digest.Core.Tests.Boilerplate.Lines;

public sealed class FrameVocabularyTests
{
    [Theory]
    [InlineData("By Jane Doe, 2024", "^by jane doe #4")]
    [InlineData("  Café № 12b – read MORE!", "^cafe no #x read more")]
    [InlineData("123456789 views", "^#5 views")]
    [InlineData("— · —", "")]
    public void A_line_is_spelled_by_its_words_and_the_shapes_of_its_numbers(string line, string spelled) => Assert.Equal(spelled, LineTerms.Spell(line));

    [Fact]
    public void Only_the_beginning_of_a_long_line_is_looked_at() =>
        Assert.Equal(LineTerms.MostWords, LineTerms.Spell(string.Join(' ', Enumerable.Repeat("word", 1_000))).Split(' ').Length);

    [Fact]
    public void The_terms_are_the_words_the_pairs_and_the_first_word_each_once()
    {
        var spelled = LineTerms.Spell("Read more, read more news");
        var terms = new List<Range>();
        LineTerms.Find(spelled, terms);
        Assert.Equal(["^read", "read", "read more", "more", "more read", "more news", "news"], terms.Select(t => spelled[t]));
    }

    [Fact]
    public void The_weights_of_the_known_terms_are_added_to_the_constant()
    {
        var vocabulary = FrameVocabulary.Read(new StringReader("0.5\n-1.5 ^read\n-2 read more\n3 harbour\n"));
        Assert.Equal((-3f, -1.75f), vocabulary.Judge("Read more about us"));
        Assert.Equal((0.5f, 0f), vocabulary.Judge("Nothing of it is known"));
        Assert.Equal((3.5f, 3f), vocabulary.Judge("The harbour"));
    }

    [Fact]
    public void No_line_is_surer_than_the_limit() =>
        Assert.Equal(-8f, FrameVocabulary.Read(new StringReader("0\n-20 menu\n")).Judge("Menu").LogOdds);

    [Theory]
    [InlineData("Sign up for our newsletter", "The council signed the lease in the spring of that year")]
    [InlineData("Skip to content", "Nobody on the quay had asked for the bridge")]
    [InlineData("Share this article", "We shared the boat with a dog and two bicycles")]
    public void Lines_of_pages_are_worded_otherwise_than_lines_of_essays(string frame, string essay) =>
        Assert.True(FrameVocabulary.Shipped.Judge(frame).LogOdds < FrameVocabulary.Shipped.Judge(essay).LogOdds - 2);
}
