using System.Text;
using Digest.Core.Boilerplate;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>The table of rules in docs/rules.md is made from the rules.</summary>
public sealed class RulesPageTests
{
    private const string Mark = "<!-- The rest of this page is made from the rule files; DIGEST_ACCEPT=1 dotnet test rewrites it. -->\n";

    [Fact]
    public void The_table_of_rules_is_up_to_date()
    {
        var path = Repository.PathOf("docs", "rules.md");
        var page = File.ReadAllText(path);
        Golden.Verify(page[..page.IndexOf(Mark, StringComparison.Ordinal)] + Mark + Tables(), path);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var file in RuleSet.Default.Rules.GroupBy(r => r.File))
        {
            text.Append("\n### ").Append(file.Key).Append("\n\n| rule | where | effect | why |\n|---|---|---|---|\n");
            foreach (var rule in file)
            {
                text.Append("| `").Append(rule.Id).Append("` | ").Append(rule.Where.ToString().ToLowerInvariant()).Append(rule.Between ? ", between" : "").Append(" | ")
                    .Append(rule.Effect.ToString().ToLowerInvariant()).Append(rule.Takes == RuleReach.Own ? "" : $", takes {rule.Takes.ToString().ToLowerInvariant()}")
                    .Append(" | ").Append(rule.Why).Append(" |\n");
            }
        }

        text.Append("\n### Comparisons\n\n| step | why |\n|---|---|\n");
        foreach (var removal in TextRemoval.All)
        {
            text.Append("| `").Append(removal.Id).Append("` | ").Append(removal.Why).Append(" |\n");
        }

        return text.ToString();
    }
}
