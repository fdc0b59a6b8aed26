using System.Text.RegularExpressions;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>The rule that the README shows is a rule.</summary>
public sealed class ReadmeRuleTests
{
    [Fact]
    public void The_rule_in_the_readme_can_be_loaded()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var rule = Regex.Match(readme, "```json\n(?<rule>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["rule"].Value;
        var file = RuleFile.Parse("readme.json", Encoding.UTF8.GetBytes($$"""{ "about": "The README's example.", "rules": [{{rule}}] }"""));
        Assert.Equal("read-in-app", Assert.Single(file.Rules).Id);
    }
}
