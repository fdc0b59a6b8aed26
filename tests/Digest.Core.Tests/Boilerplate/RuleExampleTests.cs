using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Every example of every rule file is a test: what a rule strips, and what looks alike and stays.</summary>
public sealed class RuleExampleTests
{
    private static readonly EssayReader Reader = new(RuleSet.Default);

    public static TheoryData<string, string> Strips() => Examples(r => r.Strips);

    public static TheoryData<string, string> Keeps() => Examples(r => r.Keeps);

    [Theory]
    [MemberData(nameof(Strips))]
    public void A_rule_acts_on_its_own_examples(string id, string example)
    {
        var rule = RuleSet.Default.ById[id];
        var lines = example.Split('\n');
        var reading = Reader.Explain(ExampleEssay.With(rule.Where, lines));
        Assert.Equal(ExampleEssay.BodyText, ExampleEssay.Kept(reading).Where(t => rule.Effect != RuleEffect.Keep || !lines.Select(Text).Contains(t)));
        Assert.All(lines, line => Assert.Contains(reading.Blocks, b => b.Block.Text == Text(line) && b.IsKept == (rule.Effect == RuleEffect.Keep)));
        Assert.NotNull(RuleSet.Default.Match(id, reading.Blocks.First(b => b.Block.Text == Text(lines[0])).Block));
    }

    [Theory]
    [MemberData(nameof(Keeps))]
    public void What_looks_alike_stays(string id, string example)
    {
        var reading = Reader.Explain(ExampleEssay.With(RuleSet.Default.ById[id].Where, example.Split('\n')));
        var kept = ExampleEssay.Kept(reading).ToList();
        Assert.All(example.Split('\n'), line => Assert.Contains(Text(line), kept));
    }

    [Fact]
    public void A_rule_on_what_is_inserted_acts_between_the_paragraphs_and_what_looks_alike_stays_there()
    {
        foreach (var rule in RuleSet.Default.Rules.Where(r => r.Between))
        {
            Assert.Contains(rule.Strips, s => KeptBetween(s).SequenceEqual(ExampleEssay.BodyText));
            Assert.All(rule.Keeps, s => Assert.Contains(Text(s), KeptBetween(s)));
        }

        static IEnumerable<string> KeptBetween(string example) => ExampleEssay.Kept(Reader.Explain(ExampleEssay.With(RuleZone.Anywhere, [example])));
    }

    /// <summary>The text of a line's block: a bullet makes it a list item and is no part of it.</summary>
    private static string Text(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal) ? line[2..] : line;

    private static TheoryData<string, string> Examples(Func<Rule, IReadOnlyList<string>> examples)
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in RuleSet.Default.Rules)
        {
            foreach (var example in examples(rule))
            {
                data.Add(rule.Id, example);
            }
        }

        return data;
    }
}
