using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>A line among paragraphs that holds the end of a sentence and has none at its own end is a caption, a teaser or an offer.</summary>
public sealed class InsertTests
{
    private static readonly string[] Paragraphs =
        [.. "spring summer autumn winter morning evening".Split(' ').Select(time => $"{ExampleEssay.BodyText[0]} Nobody who crossed in the {time} had ever seen the clerk who wrote all of it down.")];

    [Theory]
    [InlineData("The mate notes a crossing at dusk. He has written down every one since 2019")]
    [InlineData("Love the estuary? Our letter lands every Thursday with the best of the coast. Sign me up")]
    public void A_line_that_breaks_off_among_paragraphs_leaves(string line) => Assert.DoesNotContain(line, Body(line));

    [Theory]
    [InlineData("The mate notes a crossing at dusk. He has written down every one since 2019.")]
    [InlineData("The boat was never late in forty years. The harbour master wrote that down twice:")]
    [InlineData("What the council of the estuary knew about the ferry and never said aloud")]
    [InlineData("The mate noted every crossing. So did the clerk, who had been told of it in 1961.3")]
    [InlineData("“The boat was never late in forty years. Nobody asked me about it.” (Jane Doe)")]
    public void Paragraphs_headings_and_quotations_stay(string line) => Assert.Contains(line, Body(line));

    [Fact]
    public void A_paragraph_that_the_end_of_a_page_has_cut_stays()
    {
        const string First = "The boat was never late in forty years. Nobody at the customs house had asked after it in the";
        const string Rest = "winter of the strike, when the clerk still came in every morning to copy the figures into a column that nobody read, and went home at noon.";
        Assert.Contains(First, string.Join(' ', Body(First, Rest)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Body(params string[] inserted) =>
        ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. Paragraphs[..3], .. inserted, .. Paragraphs[3..]]).Body.Select(b => b.Text);
}
