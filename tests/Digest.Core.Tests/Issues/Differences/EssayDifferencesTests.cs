using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Issues.Differences;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Issues.Differences;

public sealed class EssayDifferencesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_seed_essays_differ_on_the_troops_and_on_the_treaty_and_on_nothing_else()
    {
        var differences = EssayDifferences.Find(Seeds.Read(Now));
        Assert.Equal(["treaty of North Korea and Russia, date", "troops of North Korea, sent"], differences.Select(d => d.Matter));
        Assert.Equal(["June 2023", "June 2024"], differences[0].Statements.Select(s => s.Says).Order(StringComparer.Ordinal));
        Assert.Equal(["3,000", "at least 8,000", "10,000"], differences[1].Statements.Select(s => s.Says));
    }

    [Theory]
    [InlineData("Some 4,000 North Korean soldiers were deployed.", "Over 3,000 North Korean soldiers have been killed.")]
    [InlineData("Some 4,000 North Korean soldiers were deployed.", "About 3,600 South Korean soldiers were deployed.")]
    [InlineData("Some 4,000 North Korean soldiers were deployed.", "Some 4,000 North Korean soldiers were deployed.")]
    [InlineData("Some 4,000 North Korean soldiers were deployed.", "Some 300 North Korean tanks were deployed.")]
    [InlineData("Some 4,000 North Korean soldiers were deployed.", "Some 9,000 soldiers were deployed.")]
    public void Figures_of_different_matters_are_not_set_side_by_side(string one, string other)
    {
        Assert.Empty(EssayDifferences.Find([Saying("a", one), Saying("b", other)]));
    }

    [Fact]
    public void Figures_of_one_matter_are_whatever_the_words()
    {
        var difference = Assert.Single(EssayDifferences.Find(
        [
            Saying("a", "Paris sent 1,200 French troops across the border."),
            Saying("b", "In all, 2,500 French soldiers were dispatched."),
        ]));
        Assert.Equal("troops of France, sent", difference.Matter);
    }

    [Fact]
    public void An_essay_does_not_differ_from_itself()
    {
        var essay = Saying("a", "Some 4,000 North Korean soldiers were deployed.");
        var both = essay with { Essay = essay.Essay with { KeyFigures = [.. essay.Essay.KeyFigures, .. Saying("b", "Some 5,000 North Korean soldiers were deployed.").Essay.KeyFigures] } };
        Assert.Empty(EssayDifferences.Find([both]));
    }

    private static EssayRecord Saying(string name, string sentence)
    {
        var words = sentence.TrimEnd('.').Split(' ');
        var at = Array.FindIndex(words, w => char.IsDigit(w[0]));
        var unit = string.Join(' ', words.Skip(at + 1).TakeWhile(w => w is not ("were" or "have" or "across")));
        var figure = SampleEssays.Figure(
            double.Parse(words[at].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), unit, $"{words[at]} {unit}", sentence);
        return SampleEssays.Record(name, SampleEssays.Named(name) with { KeyFigures = (IReadOnlyList<KeyFigure>)[figure] }, Now);
    }
}
