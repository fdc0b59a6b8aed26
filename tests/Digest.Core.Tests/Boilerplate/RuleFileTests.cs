using System.Text;
using Digest.Core.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>A rule file that is not what it should be does not load, and the message says what to mend.</summary>
public sealed class RuleFileTests
{
    private const string Good = """{ "id": "a-rule", "where": "tail", "is": ["the end"], "maxWords": 3, "why": "It marks the end of the text.", "strips": ["The End"], "keeps": ["The end came early."] }""";
    private const string Vocabulary = """{ "words": { "month": ["May"] }, "patterns": {} }""";

    [Fact]
    public void A_good_rule_loads() => Assert.Single(Load(File(Good)).Rules);

    [Theory]
    [InlineData("\"maxWords\": 3", "\"maxWord\": 3", "maxWord")]
    [InlineData("\"maxWords\": 3", "\"maxWords\": 0", "'maxWords' lies between 1 and 250")]
    [InlineData("\"where\": \"tail\"", "\"where\": \"bottom\"", "where")]
    [InlineData("a-rule", "A Rule", "ids are written in kebab case")]
    [InlineData("[\"The End\"]", "[]", "'strips' needs at least one example")]
    [InlineData("[\"The end came early.\"]", "[]", "'keeps' needs at least one example")]
    [InlineData("\"is\": [\"the end\"], ", "", "give at least one of 'is', 'starts', 'contains'")]
    [InlineData("It marks the end of the text.", "Ends", "'why' is one full sentence")]
    [InlineData("the end\"]", "the end(\"]", "a-rule")]
    [InlineData("the end\"]", "{nowhere}\"]", "the vocabulary has no entry 'nowhere'")]
    [InlineData("the end\"]", "(?!x)the end\"]", "without looking ahead")]
    public void A_bad_rule_is_refused_with_what_to_mend(string part, string replacement, string message)
    {
        var e = Assert.Throws<RuleSetException>(() => Load(File(Good.Replace(part, replacement, StringComparison.Ordinal))));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Contains("rules.json", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_may_stand_only_once()
    {
        var e = Assert.Throws<RuleSetException>(() => RuleSet.Load([("vocabulary.json", Utf8(Vocabulary)), ("a.json", Utf8(File(Good))), ("b.json", Utf8(File(Good)))]));
        Assert.Equal("Rule id 'a-rule' stands twice: in a.json and in b.json.", e.Message);
    }

    [Fact]
    public void Rules_stand_in_the_order_of_their_ids()
    {
        var e = Assert.Throws<RuleSetException>(() => Load(File(Good.Replace("a-rule", "b-rule", StringComparison.Ordinal) + "," + Good)));
        Assert.Contains("move 'a-rule' above 'b-rule'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_changes_with_a_rule_and_with_nothing_else()
    {
        Assert.Equal(Load(File(Good)).Version, Load(File(Good)).Version);
        Assert.NotEqual(Load(File(Good)).Version, Load(File(Good.Replace("early", "late", StringComparison.Ordinal))).Version);
    }

    private static string File(string rules) => $$"""{ "about": "Examples.", "rules": [{{rules}}] }""";

    private static RuleSet Load(string json) => RuleSet.Load([("vocabulary.json", Utf8(Vocabulary)), ("rules.json", Utf8(json))]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
