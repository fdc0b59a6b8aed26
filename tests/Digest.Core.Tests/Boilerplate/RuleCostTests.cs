using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Matching;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>
/// The expressions of the rules run on an engine that can need more time than the text is long. Each is tried with the texts
/// that lead it furthest astray: its own examples over and over, whole and cut off, up to the longest text a rule is shown.
/// The engine that does not backtrack says what has to come out.
/// </summary>
public sealed class RuleCostTests
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static TheoryData<string> Ids => [.. RuleSet.Default.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_text_leads_a_rule_astray(string id)
    {
        var rule = RuleSet.Default.ById[id];
        var texts = rule.Strips.Concat(rule.Keeps).SelectMany(Hostile).Distinct().ToList();
        foreach (var expression in Expressions(rule))
        {
            // The limit of time ends what is exponential; what is polynomial is done in a thousandth of it.
            var shipped = new Regex(expression, Options, TimeSpan.FromSeconds(30));
            var linear = new Regex(expression, Options | RegexOptions.NonBacktracking);
            Assert.All(texts, text => Assert.Equal(linear.IsMatch(text), shipped.IsMatch(text)));
        }
    }

    [Fact]
    public void A_text_longer_than_any_boilerplate_is_not_looked_at()
    {
        var sentence = "Sign up for our newsletter and get it every week. ";
        Assert.NotNull(Matched(sentence));
        Assert.Null(Matched(sentence + new string('x', RulePattern.LongestText)));

        static string? Matched(string text) =>
            RuleSet.Default.Match("newsletter-call", new() { Ordinal = 0, Kind = Core.Blocks.BlockKind.Paragraph, Text = text, Origin = "p" });
    }

    private static IEnumerable<string> Expressions(Rule rule)
    {
        var vocabulary = RuleSet.Default.Vocabulary;
        return (rule.Is ?? []).Select(a => $"^(?:{a})$")
            .Concat((rule.Starts ?? []).Select(a => $"^(?:{a})"))
            .Concat(rule.Contains ?? [])
            .Concat(rule.Unless ?? [])
            .Select(a => vocabulary.Expand(a, rule.Id));
    }

    private static IEnumerable<string> Hostile(string example)
    {
        var text = PlainForm.Straight(example);
        var words = text.Split(' ');
        return
        [
            Repeated(text + " "),
            Repeated(text),
            Repeated(string.Join(' ', words[..((words.Length + 1) / 2)]) + " "),
            Repeated(words[0] + " "),
            text[..(text.Length - 1)] + Repeated(" " + words[^1])[..(RulePattern.LongestText - text.Length)],
        ];
    }

    private static string Repeated(string part)
    {
        var text = new StringBuilder(RulePattern.LongestText + part.Length);
        while (text.Length < RulePattern.LongestText)
        {
            text.Append(part);
        }

        return text.ToString(0, RulePattern.LongestText);
    }
}
