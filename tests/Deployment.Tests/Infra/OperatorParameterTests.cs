using System.Text.Json;
using System.Text.RegularExpressions;
using Digest.Testing;

namespace Digest.Deployment.Tests.Infra;

/// <summary>What an operator changes lasts: it comes from parameters, since every provisioning writes the app's settings anew.</summary>
public sealed partial class OperatorParameterTests
{
    private static readonly BicepFile Main = BicepFile.Read(Repository.PathOf("infra", "main.bicep"));
    private static readonly BicepFile App = BicepFile.Read(Repository.PathOf("infra", "modules", "app.bicep"));

    [Theory]
    [InlineData("extraSettings", "${DIGEST_SETTINGS=}")]
    [InlineData("linkKeys", "${DIGEST_LINK_KEYS=k1}")]
    [InlineData("linkKey", "${DIGEST_LINK_KEY=}")]
    [InlineData("operatorsGroupId", "${DIGEST_OPERATORS_GROUP_ID=}")]
    public void Azd_passes_what_operators_change(string parameter, string value)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("infra", "main.parameters.json")));
        Assert.Equal(value, json.RootElement.GetProperty("parameters").GetProperty(parameter).GetProperty("value").GetString());
        // A variable of the workflow that is not set arrives as an empty text: it must be as good as none.
        Assert.Contains(parameter, Main.Of("param").Where(p => p.Rest.Contains('=', StringComparison.Ordinal)).Select(p => p.Name));
    }

    [Fact]
    public void Every_key_of_links_is_a_reference_to_the_vault_and_the_one_that_signs_is_among_them()
    {
        var code = App.Text;
        Assert.Contains("toObject(acceptedKeys, key => 'Digest__Tokens__Keys__${key}', key => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/token-key-${key})')", code, StringComparison.Ordinal);
        Assert.Contains("var acceptedKeys = union(linkKeys, [linkKey])", code, StringComparison.Ordinal);
        Assert.Contains("Digest__Tokens__Current: linkKey", code, StringComparison.Ordinal);
        Assert.DoesNotMatch(KeyByHand(), $"{Main.Text}{code}");
    }

    [Fact]
    public void Settings_of_operators_come_before_those_of_the_templates_and_never_in_their_place()
    {
        // The last of a union wins; a name that differs in case only is the same setting to the app, so it is filtered.
        Assert.Contains("properties: union(takenSettings, ownSettings)", App.Text, StringComparison.Ordinal);
        Assert.Contains("!contains(ownNames, toLower(", Text(App, "takenLines"), StringComparison.Ordinal);
        Assert.Contains("toLower(name)", Text(App, "ownNames"), StringComparison.Ordinal);
        // Who is let in, what signs and what logs in is the templates' alone, also where they set nothing.
        Assert.All(
            ["digest__access__", "digest__tokens__keys", "digest__tokens__current", "digest__smtp__password"],
            prefix => Assert.Contains($"'{prefix}'", Text(App, "closedPrefixes"), StringComparison.Ordinal));
        Assert.Equal(["digest__", "otel_"], Quoted().Matches(Text(App, "openPrefixes")).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void What_was_not_taken_is_told_by_the_hooks()
    {
        Assert.Contains("output AZURE_SETTINGS_IGNORED string = app.outputs.ignoredSettings", Main.Text, StringComparison.Ordinal);
        Assert.All(["postprovision.sh", "postprovision.ps1"], hook =>
            Assert.Contains("AZURE_SETTINGS_IGNORED", File.ReadAllText(Repository.PathOf("infra", "hooks", hook)), StringComparison.Ordinal));
        // Names only: a value may be what nobody should see in a log.
        Assert.Contains("line => nameOf(line)", Text(App, "ignoredNames"), StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_get_what_the_commands_need_of_storage_and_nobody_gets_it_by_default()
    {
        var storage = BicepFile.Read(Repository.PathOf("infra", "modules", "storage.bicep"));
        var given = storage.Of("resource").Where(r => r.Text.Contains("principalId: operatorsGroupId", StringComparison.Ordinal)).ToList();
        Assert.Equal(["blobContributorRole", "queueContributorRole"], given.Select(r => RoleUsed().Match(r.Text).Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(given, r =>
        {
            Assert.Contains("= if (!empty(operatorsGroupId)) {", r.Rest, StringComparison.Ordinal);
            Assert.Contains("scope: account", r.Text, StringComparison.Ordinal);
            Assert.Contains("principalType: 'Group'", r.Text, StringComparison.Ordinal);
        });
        Assert.Equal("string = ''", Main.Of("param").Single(p => p.Name == "operatorsGroupId").Rest);
        Assert.Contains("operatorsGroupId: operatorsGroupId", Main.Of("module").Single(m => m.Name == "storage").Text, StringComparison.Ordinal);
    }

    private static string Text(BicepFile file, string variable) => file.Of("var").Single(v => v.Name == variable).Text;

    [GeneratedRegex(@"Digest__Tokens__Keys__k\d|Digest__Tokens__Current: '")]
    private static partial Regex KeyByHand();

    [GeneratedRegex(@"roleDefinitions', ([a-zA-Z]+)\)")]
    private static partial Regex RoleUsed();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
