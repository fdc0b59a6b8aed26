using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Digest.Testing;
using YamlDotNet.RepresentationModel;

namespace Digest.Deployment.Tests.Workflows;

/// <summary>Workflows, devcontainer and azd name files, projects and versions of this tree: they name what is there.</summary>
public sealed partial class TreeConsistencyTests
{
    // Outside the solution: it needs a package that not every feed carries.
    private const string MailKitTests = "tests/MailKit.Tests/MailKit.Tests.csproj";

    public static TheoryData<string> YamlFiles =>
        [.. new[] { "azure.yaml", ".github/dependabot.yml" }.Concat(
            Directory.GetFiles(Repository.PathOf(".github", "workflows"), "*.yml").Select(f => ".github/workflows/" + Path.GetFileName(f)).Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Every_path_of_the_tree_that_is_named_exists(string file)
    {
        var named = Values(Load(file)).SelectMany(value => TreePath().Matches(value).Select(m => m.Value.TrimEnd('.', '/'))).Distinct(StringComparer.Ordinal).ToList();
        foreach (var path in named)
        {
            var full = Path.Combine(Repository.Root, path.Replace('/', Path.DirectorySeparatorChar));
            var exists = path.Contains('*', StringComparison.Ordinal)
                ? Directory.GetFiles(Path.GetDirectoryName(full)!, Path.GetFileName(full)).Length > 0
                : File.Exists(full) || Directory.Exists(full);
            Assert.True(exists, $"{file} names {path}, which is not in the tree.");
        }

        if (file is "azure.yaml" or ".github/workflows/build.yml")
        {
            Assert.NotEmpty(named);
        }
    }

    [Fact]
    public void Azd_deploys_the_functions_project_and_finds_the_app_by_its_tag()
    {
        var root = Load("azure.yaml");
        var services = (YamlMappingNode)root["services"];
        var (name, service) = Assert.Single(services.Children);
        Assert.Equal("function", service["host"].ToString());
        Assert.Single(Directory.GetFiles(Repository.PathOf(service["project"].ToString().Split('/')), "*.csproj"));
        Assert.Contains($"'azd-service-name': '{name}'", File.ReadAllText(Repository.PathOf("infra", "main.bicep")), StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.PathOf(root["infra"]["path"].ToString(), root["infra"]["module"] + ".bicep")));
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.EndsWith("@" + version, root["metadata"]["template"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hook_exists_for_both_shells_and_both_name_the_same_variables()
    {
        foreach (var (hook, shells) in ((YamlMappingNode)Load("azure.yaml")["hooks"]).Children)
        {
            var posix = File.ReadAllText(Repository.PathOf(shells["posix"]["run"].ToString().Split('/')));
            var windows = File.ReadAllText(Repository.PathOf(shells["windows"]["run"].ToString().Split('/')));
            Assert.Equal(Variables(posix), Variables(windows));
            Assert.Equal(AzCommands(posix), AzCommands(windows));
            Assert.StartsWith("#!/bin/sh\n", posix, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", posix, StringComparison.Ordinal);
            var outputs = OutputName().Matches(File.ReadAllText(Repository.PathOf("infra", "main.bicep"))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            Assert.All(Variables(posix).Where(v => v.StartsWith("AZURE_", StringComparison.Ordinal)), v => Assert.True(outputs.Contains(v), $"{hook} reads {v}, which is no output of main.bicep."));
        }
    }

    [Fact]
    public void The_subscription_to_drops_calls_the_function_that_reads_them()
    {
        var names = File.ReadAllText(Repository.PathOf("src", "Functions", "IngestEssay", "IngestEssayFunction.cs"));
        foreach (var hook in new[] { "postdeploy.sh", "postdeploy.ps1" })
        {
            var called = CalledFunction().Match(File.ReadAllText(Repository.PathOf("infra", "hooks", hook))).Groups[1].Value;
            Assert.Contains($"[Function(\"{called}\")]", names, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Versions_of_dotnet_agree()
    {
        using var global = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("global.json")));
        var major = global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!.Split('.')[0];
        Assert.Equal($"net{major}.0", XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("TargetFramework").Single().Value);
        using var container = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(".devcontainer", "devcontainer.json")));
        Assert.EndsWith($"dotnet:{major}.0", container.RootElement.GetProperty("image").GetString()!, StringComparison.Ordinal);
        Assert.Contains($"version: '{major}.0'", File.ReadAllText(Repository.PathOf("infra", "modules", "app.bicep")), StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(Repository.PathOf(".github", "workflows"), "*.yml").Select(File.ReadAllText).Where(t => t.Contains("actions/setup-dotnet", StringComparison.Ordinal)),
            text => Assert.Equal(Count(text, "actions/setup-dotnet"), Count(text, "global-json-file: global.json")));
    }

    [Fact]
    public void The_devcontainer_forwards_the_ports_of_the_local_host()
    {
        using var container = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(".devcontainer", "devcontainer.json")));
        var ports = new Cli.LocalPorts();
        Assert.Equal([ports.Site, ports.Mailbox], container.RootElement.GetProperty("forwardPorts").EnumerateArray().Select(p => p.GetInt32()));
    }

    [Fact]
    public void The_deployment_passes_every_variable_of_the_parameters_and_no_secret()
    {
        var deploy = File.ReadAllText(Repository.PathOf(".github", "workflows", "deploy.yml"));
        foreach (Match variable in AzdVariable().Matches(File.ReadAllText(Repository.PathOf("infra", "main.parameters.json"))))
        {
            // azd finds out by itself who deploys.
            if (variable.Groups[1].Value != "AZURE_PRINCIPAL_ID")
            {
                Assert.Contains($"{variable.Groups[1].Value}: ${{{{ vars.{variable.Groups[1].Value} }}}}", deploy, StringComparison.Ordinal);
            }
        }

        Assert.Equal(["DIGEST_SMTP_PASSWORD"], SecretUse().Matches(deploy).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal));
        Assert.Contains("id-token: write", deploy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_solution_needs_no_MailKit_and_what_does_is_tested_where_it_can_be_restored()
    {
        Assert.DoesNotContain(MailKitTests, File.ReadAllText(Repository.PathOf("DigestPipeline.sln")).Replace('\\', '/'), StringComparison.Ordinal);
        var folder = Path.GetDirectoryName(MailKitTests)!;
        Assert.Contains($"dotnet restore {folder}", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
        Assert.Contains($"dotnet test {folder}", File.ReadAllText(Repository.PathOf(".github", "workflows", "build.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_every_package_version_is_used()
    {
        var solution = File.ReadAllText(Repository.PathOf("DigestPipeline.sln")).Replace('\\', '/');
        var projects = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal)).ToList();
        Assert.All(projects.Except([MailKitTests]), project => Assert.Contains(project, solution, StringComparison.Ordinal));
        var used = projects.Append("Directory.Build.props").SelectMany(p => XDocument.Load(Path.Combine(Repository.Root, p)).Descendants("PackageReference"))
            .Select(r => r.Attribute("Include")!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var pinned = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(v => v.Attribute("Include")!.Value).ToList();
        Assert.Empty(used.Except(pinned, StringComparer.OrdinalIgnoreCase));
        // FSharp.Core is pinned for what FsCheck brings.
        Assert.Empty(pinned.Except(used, StringComparer.OrdinalIgnoreCase).Except(["FSharp.Core", "FsCheck"], StringComparer.OrdinalIgnoreCase));
    }

    private static YamlMappingNode Load(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Repository.PathOf(file.Split('/')));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<string> Values(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode sequence => sequence.Children.SelectMany(Values),
        YamlMappingNode mapping => mapping.Children.Values.SelectMany(Values),
        _ => [],
    };

    private static string[] Variables(string script) =>
        [.. Variable().Matches(script).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] AzCommands(string script) =>
        [.. AzCommand().Matches(Comment().Replace(script, "")).Select(m => m.Groups[1].Value.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"(?<![\w./-])(?:DigestPipeline\.sln|global\.json|(?:src|tests|infra|benchmarks|tools|docs)(?:/[\w.*-]+)*)")]
    private static partial Regex TreePath();

    [GeneratedRegex(@"\b((?:AZURE|DIGEST)_[A-Z_]+)\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![\w])az ((?:[a-z-]+ )+)")]
    private static partial Regex AzCommand();

    [GeneratedRegex("(?m)^#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?m)^output ([A-Z_]+) ")]
    private static partial Regex OutputName();

    [GeneratedRegex(@"functionName=Host\.Functions\.([A-Za-z]+)")]
    private static partial Regex CalledFunction();

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex AzdVariable();

    [GeneratedRegex(@"secrets\.([A-Z_]+)")]
    private static partial Regex SecretUse();
}
