using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Numbers that a page sets between the paragraphs with what they count, and lines that look alike.</summary>
public sealed class NumberBoxTests
{
    [Theory]
    [InlineData("IN NUMBERS\n13 million\npeople covered by such plans\n47\ncountries\n<1%\nof the money arranged in advance")]
    [InlineData("\u20AC5bn\nspent on ferries since the war\n2 in 3\nnever put to sea")]
    public void A_box_of_numbers_leaves(string box) => Assert.Equal(ExampleEssay.BodyText, Body(box));

    [Theory]
    [InlineData("1979\nThe winter without a ferry\n1984\nThe bridge")]
    [InlineData("13 million\npeople covered by such plans")]
    [InlineData("12\nHe had counted the lamps again and found one too few.\n13\nShe knew.")]
    public void What_looks_alike_stays(string lines) => Assert.Equal([ExampleEssay.BodyText[0], .. lines.Split('\n'), .. ExampleEssay.BodyText[1..]], Body(lines));

    private static IEnumerable<string> Body(string between) =>
        ExampleEssay.Read([ExampleEssay.Title, ExampleEssay.BodyText[0], between, .. ExampleEssay.BodyText[1..]]).Body.Select(b => b.Text);
}
