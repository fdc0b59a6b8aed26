using Digest.Core.Boilerplate.Lines;
using Digest.Core.Judging;
using Xunit;

namespace Digest.Core.Tests.Judging;

/// <summary>What an editor is told of a judgement that was made by numbers.</summary>
public sealed class ReasonsTests
{
    private static readonly float[] Values = [-10, -1, 0, 0.3f, 1, 2, 4, 8, 40];

    [Fact]
    public void Whatever_speaks_against_a_line_is_told_in_words()
    {
        foreach (var name in LineFeatures.Names)
        {
            SaysSomething(name, LineReasons.Phrases);
        }
    }

    [Fact]
    public void No_phrase_is_kept_for_a_number_that_is_not_asked_for() =>
        Assert.Subset(LineFeatures.Names.ToHashSet(StringComparer.Ordinal), LineReasons.Phrases.Keys.ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void The_strongest_reasons_come_first_and_each_is_said_once()
    {
        var phrases = new Dictionary<string, Func<float, string?>>(StringComparer.Ordinal)
        {
            ["a"] = Reasons.From(1, "far away"),
            ["b"] = Reasons.Below(5, "a single word"),
            ["c"] = Reasons.From(1, "far away"),
            ["d"] = Reasons.No("no sentence"),
        };
        using var reader = new StringReader("0:1 =0 =-4\n1:5 =-6 =0\n2:1 =0 =-1\n3:0.5 =0 =-2\n");
        var trees = BoostedTrees.Parse(reader, 4, 0);
        Assert.Equal("It looks odd: a single word, far away (7 % likely to belong).", new Reasons(["a", "b", "c", "d"], phrases).Explain("It looks odd.", 0.07f, trees, [2, 1, 2, 1]));
    }

    [Fact]
    public void Where_no_number_says_anything_to_an_editor_the_reason_stands_alone()
    {
        var phrases = new Dictionary<string, Func<float, string?>>(StringComparer.Ordinal) { ["a"] = Reasons.No("no sentence") };
        using var reader = new StringReader("0:1 =0 =-4\n");
        Assert.Equal("It looks odd (7 % likely to belong).", new Reasons(["a"], phrases).Explain("It looks odd.", 0.07f, BoostedTrees.Parse(reader, 1, 0), [2]));
    }

    /// <summary>A number has a phrase for some of its values, and every phrase reads as words.</summary>
    internal static void SaysSomething(string name, IReadOnlyDictionary<string, Func<float, string?>> phrases)
    {
        Assert.True(phrases.ContainsKey(name), $"Nothing is said of '{name}'.");
        var said = Values.Select(v => phrases[name](v)).OfType<string>().ToList();
        Assert.True(said.Count > 0, $"No value of '{name}' says anything.");
        Assert.All(said, s => Assert.Matches("^\\p{Ll}[\\p{L}\\p{N} ,\u201C\u201D\u2019']+$", s));
    }
}
