using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Matching;
using Xunit;

namespace Digest.Core.Tests.Boilerplate.Matching;

/// <summary>The gate spares the trial of expressions that can't match. It never hides a match: with it and without it the same comes out.</summary>
public sealed class RuleGateTests
{
    private static readonly RuleMatcher Matcher = new(RuleSet.Default.Rules, RuleSet.Default.Vocabulary);

    public static TheoryData<string> Ids => [.. RuleSet.Default.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_gate_hides_no_match(string id)
    {
        var rule = RuleSet.Default.ById[id];
        foreach (var text in rule.Strips.Concat(rule.Keeps).SelectMany(e => e.Split('\n')).SelectMany(Variants))
        {
            foreach (var kind in (ReadOnlySpan<BlockKind>)[BlockKind.Paragraph, BlockKind.ListItem])
            {
                var block = new Block { Ordinal = 0, Kind = kind, Text = text, Origin = "p" };
                var form = new BlockForm(block);
                Assert.Equal(Matcher.MatchWithoutGate(block, form), Matcher.Match(block, form));
            }
        }
    }

    [Fact]
    public void An_expression_read_from_the_end_finds_the_same()
    {
        var texts = RuleSet.Default.Rules.SelectMany(r => r.Strips.Concat(r.Keeps)).SelectMany(e => e.Split('\n')).Where(t => t.Length is > 0 and < 400).ToList();
        foreach (var pattern in RuleSet.Default.Rules.SelectMany(r => r.Contains ?? []).Where(c => c.StartsWith('^') && c.EndsWith('$')))
        {
            var text = RuleSet.Default.Vocabulary.Expand(pattern, "test");
            var expression = new RuleExpression(text, isAtBeginning: false);
            var plain = new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30));
            Assert.All(texts, t => Assert.Equal(plain.Match(t) is { Success: true } m ? (m.Index, m.Index + m.Length) : null, expression.Find(t) is { } found ? (found.Start, found.End) : ((int, int)?)null));
        }
    }

    [Fact]
    public void Most_expressions_of_a_paragraph_are_held_back()
    {
        var expressions = new List<RuleExpression>();
        foreach (var rule in RuleSet.Default.Rules)
        {
            _ = new RulePattern(rule, RuleSet.Default.Vocabulary, expressions);
        }

        var gate = new ExpressionGate(expressions);
        const string Text = "The ferry crossed the estuary four times a day until the bridge was built, and nobody who lived on the far side had asked for the bridge.";
        var open = new ulong[gate.Size];
        gate.Open(Text, Text, open);
        Assert.InRange(open.Sum(bits => System.Numerics.BitOperations.PopCount(bits)), 0, expressions.Count / 20);
    }

    [Fact]
    public void Characters_that_an_expression_takes_as_equal_have_one_form()
    {
        var all = new string([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)]);
        var used = RuleSet.Default.Rules
            .SelectMany(r => (r.Is ?? []).Concat(r.Starts ?? []).Concat(r.Contains ?? []))
            .SelectMany(p => RuleSet.Default.Vocabulary.Expand(p, "test"))
            .Where(char.IsLetterOrDigit).Distinct();
        foreach (var c in used)
        {
            foreach (var match in Regex.EnumerateMatches(all, Regex.Escape(c.ToString()), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30)))
            {
                Assert.Equal(LiteralIndex.Fold(c), LiteralIndex.Fold(all[match.Index]));
            }
        }

        foreach (var match in Regex.EnumerateMatches(all, "\\d", RegexOptions.None, TimeSpan.FromSeconds(30)))
        {
            Assert.Equal('0', LiteralIndex.Fold(all[match.Index]));
        }
    }

    /// <summary>The example as it is, in other letters, cut off at every word, in other company.</summary>
    private static IEnumerable<string> Variants(string example)
    {
        var words = example.Split(' ');
        return new[] { example, example.ToUpperInvariant(), example.ToLowerInvariant(), $"- {example} -", $"\u201C{example}\u201D", $"{example} {example}", $"It was so. {example}" }
            .Concat(Enumerable.Range(1, words.Length - 1).SelectMany(i => new[] { string.Join(' ', words[i..]), string.Join(' ', words[..i]) }))
            .Concat(Enumerable.Range(0, words.Length).Select(i => string.Join(' ', words.Where((_, j) => j != i))));
    }
}
