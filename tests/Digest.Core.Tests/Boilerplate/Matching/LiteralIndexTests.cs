using Digest.Core.Boilerplate.Matching;
using Xunit;

namespace Digest.Core.Tests.Boilerplate.Matching;

/// <summary>The literals of a text are found in one pass, those inside one another too.</summary>
public sealed class LiteralIndexTests
{
    private static readonly (string, int)[] Literals = [("he", 0), ("she", 1), ("his", 2), ("hers", 3), ("000(", 70), ("über", 71)];

    [Theory]
    [InlineData("ushers", new[] { 0, 1, 3 })]
    [InlineData("THIS", new[] { 2 })]
    [InlineData("a 501(c) body", new[] { 70 })]
    [InlineData("ÜBER shhe", new[] { 0, 71 })]
    [InlineData("hi sh er", new int[0])]
    public void Every_literal_is_found(string text, int[] numbers) => Assert.Equal(numbers, Found(new LiteralIndex(Literals, anywhere: true), text));

    [Theory]
    [InlineData("hers", new[] { 0, 3 })]
    [InlineData("the", new int[0])]
    public void At_the_beginning_only_what_stands_there_is_found(string text, int[] numbers) => Assert.Equal(numbers, Found(new LiteralIndex(Literals, anywhere: false), text));

    [Fact]
    public void Thousands_of_literals_are_found_each()
    {
        var literals = Enumerable.Range(0, 4_000).Select(i => (string.Concat($"{i:x4}".Select(c => char.IsAsciiDigit(c) ? (char)('g' + (c - '0')) : c)), i % 128)).ToList();
        var index = new LiteralIndex(literals, anywhere: true);
        Assert.All(literals, l => Assert.Contains(l.Item2, Found(index, $"-{l.Item1}-")));
    }

    [Fact]
    public void A_literal_is_found_wherever_it_stands_in_a_text_of_any_length()
    {
        var index = new LiteralIndex(Literals, anywhere: true);
        foreach (var length in (int[])[30, 31, 37, 40, 41, 42, 43, 100, 2_063, 5_000])
        {
            for (var at = 0; at + 4 <= length; at += length < 1_000 ? 1 : 97)
            {
                Assert.Equal([0, 3], Found(index, new string('-', at) + "hers" + new string('-', length - at - 4)));
            }
        }
    }

    private static IEnumerable<int> Found(LiteralIndex index, string text)
    {
        var found = new ulong[2];
        index.Mark(text, found);
        return Enumerable.Range(0, 128).Where(i => (found[i >> 6] >> (i & 63) & 1) != 0);
    }
}
