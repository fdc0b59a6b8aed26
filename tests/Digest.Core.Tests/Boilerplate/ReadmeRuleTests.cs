using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>The rule that the README shows can be pasted as it stands, and is seen at work.</summary>
public sealed class ReadmeRuleTests
{
    private const string Id = "puzzle-note";
    private const string Name = "puzzles.json";

    [Fact]
    public void The_file_in_the_readme_strips_what_no_other_rule_strips()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src/Digest.Core/Boilerplate/Rules"), "*.json")
            .Select(path => (Name: Path.GetFileName(path), Content: File.ReadAllBytes(path)))
            .Where(file => file.Name != Name) // Whoever tries the example runs this test as well.
            .ToList();
        var rules = RuleSet.Load([.. files, (Name, Encoding.UTF8.GetBytes(Shown("json")))]);

        Assert.Contains(Id, Stripped(rules));
        Assert.DoesNotContain(Stripped(RuleSet.Load(files)), rule => rule is not ("title" or "by-line"));
    }

    [Fact]
    public void The_essay_that_shows_the_rule_at_work_holds_its_example() =>
        Assert.Contains(RuleFile.Parse(Name, Encoding.UTF8.GetBytes(Shown("json"))).Rules.Single().Strips.Single(), Shown("sh", "explain crossword"), StringComparison.Ordinal);

    private static List<string> Stripped(RuleSet rules)
    {
        var text = Regex.Match(Shown("sh", "explain crossword"), "printf '(?<text>[^']+)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value
            .Replace("\\n", "\n", StringComparison.Ordinal);
        var result = new EssayReader(rules).Read(new RawEssay("crossword.txt", Encoding.UTF8.GetBytes(text), null, DateTimeOffset.UnixEpoch));
        return [.. Assert.IsType<ReadResult.Ready>(result).Essay.Stripped.Select(s => s.RuleId)];
    }

    /// <summary>The block of a language that holds some words.</summary>
    private static string Shown(string language, string words = "") => Regex
        .Matches(File.ReadAllText(Repository.PathOf("README.md")), $"```{language}\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        .Select(m => m.Groups["text"].Value)
        .Single(text => text.Contains(words, StringComparison.Ordinal));
}
