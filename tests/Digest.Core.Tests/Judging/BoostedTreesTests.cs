using Digest.Core.Judging;
using Xunit;

namespace Digest.Core.Tests.Judging;

/// <summary>Trees answer many rows at once as they answer each, and as their questions say.</summary>
public sealed class BoostedTreesTests
{
    private const string Text = "0:5 =-2 1:1 =0 =4\n1:-1 0:2 =0.25 =0.5 2:0 2:-3 =1 =-1 =8\n=0.125\n";

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(50)]
    public void Rows_are_answered_together_as_each_alone(int count)
    {
        var trees = BoostedTrees.Parse(new StringReader(Text), 3, 0.5);
        var random = new Random(count);
        var rows = Enumerable.Range(0, count).Select(_ => new[] { random.Next(8), random.Next(-3, 4), random.Next(-5, 3) }.Select(n => (float)n).ToArray()).ToArray();
        var expected = rows.Select(r => (float)(1 / (1 + Math.Exp(-(0.5 + First(r) + Second(r) + 0.125)))));
        Assert.Equal(expected, trees.Probabilities(rows));
        Assert.Equal(expected, rows.Select(trees.Probability));
    }

    [Fact]
    public void A_single_answer_needs_no_question() => Assert.Equal(0.5f, BoostedTrees.Parse(new StringReader("=0\n"), 1, 0).Probability([7f]));

    [Fact]
    public void What_is_no_number_is_not_below_any() => Assert.True(BoostedTrees.Parse(new StringReader("0:5 =-2 =2\n"), 1, 0).Probability([float.NaN]) > 0.5f);

    private static double First(float[] row) => row[0] <= 5 ? -2 : row[1] <= 1 ? 0 : 4;

    private static double Second(float[] row) => row[1] <= -1 ? row[0] <= 2 ? 0.25 : 0.5 : row[2] <= 0 ? row[2] <= -3 ? 1 : -1 : 8;
}
