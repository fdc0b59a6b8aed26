using System.Text.Json;
using System.Text.RegularExpressions;
using Digest.Functions.Storage;
using Digest.Testing;

namespace Digest.Deployment.Tests.Infra;

/// <summary>The templates as far as they can be judged without the Bicep compiler: names, references, descriptions, secrets, roles.</summary>
public sealed partial class TemplateTests
{
    private static readonly string Folder = Repository.PathOf("infra");

    private static readonly BicepFile[] Files =
        [.. Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(BicepFile.Read)];

    private static BicepFile Main => Files.Single(f => f.Path == Path.Combine(Folder, "main.bicep"));

    public static TheoryData<string> Names => [.. Files.Select(f => Path.GetRelativePath(Folder, f.Path).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_and_output_says_what_it_is(string name)
    {
        foreach (var declaration in FileOf(name).Declarations.Where(d => d.Kind is "param" or "output"))
        {
            Assert.False(string.IsNullOrWhiteSpace(declaration.Description), $"{name}({declaration.Line}): {declaration.Name} has no description.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_and_variable_is_used_and_declared_once(string name)
    {
        var file = FileOf(name);
        Assert.Equal(file.Declarations.Count(d => d.Kind != "output"), file.Declarations.Where(d => d.Kind != "output").Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var declaration in file.Declarations.Where(d => d.Kind is "param" or "var"))
        {
            var elsewhere = string.Join('\n', file.Declarations.Where(d => d != declaration).Select(d => UseOf(d)));
            Assert.True(Mentions(elsewhere, declaration.Name), $"{name}({declaration.Line}): {declaration.Name} is not used.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_stands_before_a_dot_is_declared(string name)
    {
        var file = FileOf(name);
        var known = file.Declarations.Select(d => d.Name)
            .Concat(LoopVariable().Matches(file.Text).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var declaration in file.Declarations)
        {
            foreach (Match use in Dotted().Matches(BicepFile.CodeOf(declaration.Text)))
            {
                Assert.True(known.Contains(use.Groups[1].Value), $"{name}({declaration.Line}): {use.Value} is not declared.");
            }
        }
    }

    [Fact]
    public void Every_module_is_a_file_and_gets_the_parameters_that_it_has()
    {
        var used = new List<string>();
        foreach (var module in Main.Of("module"))
        {
            var path = QuotedText().Match(module.Rest).Groups[1].Value;
            used.Add(path);
            var target = Files.SingleOrDefault(f => f.Path == Path.GetFullPath(Path.Combine(Folder, path)));
            Assert.True(target is not null, $"main.bicep({module.Line}): there is no {path}.");
            var given = BicepFile.ParametersGiven(module.Text);
            var wanted = target.Of("param").ToList();
            Assert.Empty(given.Except(wanted.Select(p => p.Name), StringComparer.Ordinal));
            Assert.Empty(wanted.Where(p => !p.Rest.Contains('=', StringComparison.Ordinal)).Select(p => p.Name).Except(given, StringComparer.Ordinal));
        }

        Assert.Equal(Files.Length - 1, used.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_output_of_a_module_that_is_asked_for_exists()
    {
        foreach (Match use in ModuleOutput().Matches(BicepFile.CodeOf(Main.Text)))
        {
            var module = Main.Of("module").Single(m => m.Name == use.Groups[1].Value);
            var target = FileOf(QuotedText().Match(module.Rest).Groups[1].Value);
            Assert.Contains(use.Groups[2].Value, target.Of("output").Select(o => o.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_secret_leaves_through_an_output_and_none_is_written_down(string name)
    {
        var file = FileOf(name);
        var secrets = file.Of("param").Where(p => p.IsSecure).Select(p => p.Name).ToList();
        foreach (var output in file.Of("output"))
        {
            Assert.DoesNotMatch(SecretFunction(), output.Text);
            Assert.DoesNotContain(secrets, secret => Mentions(BicepFile.CodeOf(output.Text), secret));
        }

        Assert.DoesNotMatch(SecretFunction(), file.Text);
        Assert.DoesNotMatch(KeyLikeText(), file.Text);
        foreach (var parameter in file.Of("param").Where(p => SecretName().IsMatch(p.Name)))
        {
            Assert.True(parameter.IsSecure, $"{name}({parameter.Line}): {parameter.Name} must be @secure().");
        }
    }

    [Fact]
    public void Versions_of_every_kind_of_blob_are_forgotten_and_those_of_request_counts_soonest()
    {
        var rules = FileOf("modules/storage.bicep").Of("resource").Single(r => r.Name == "lifecycle").Text.Split("          name: '")
            .Skip(1).ToDictionary(rule => rule[..rule.IndexOf('\'', StringComparison.Ordinal)], StringComparer.Ordinal);
        Assert.Matches(@"version: \{\s+delete: \{\s+daysAfterCreationGreaterThan: 90\b", rules["forget-old-versions"]);
        Assert.Matches(@"version: \{\s+delete: \{\s+daysAfterCreationGreaterThan: 3\b", rules["forget-request-counts"]);
        Assert.Contains("'limits/'", rules["forget-request-counts"], StringComparison.Ordinal);
        Assert.DoesNotContain("prefixMatch", rules["forget-old-versions"], StringComparison.Ordinal);
        Assert.All(["forget-old-versions", "forget-request-counts"], rule => Assert.Matches(@"'blockBlob'\s+'appendBlob'", rules[rule]));
    }

    [Fact]
    public void Roles_are_named_and_narrow()
    {
        string[] tooWide = ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "b24988ac-6180-42a0-ab88-20f7382dd24c", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"];
        foreach (var file in Files)
        {
            Assert.DoesNotContain(tooWide, role => file.Text.Contains(role, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("Microsoft.Authorization/roleDefinitions@", file.Text, StringComparison.Ordinal);
            foreach (var assignment in file.Of("resource").Where(r => r.Rest.Contains("roleAssignments@", StringComparison.Ordinal)))
            {
                Assert.Matches(@"(?m)^  scope: ", assignment.Text);
                Assert.Matches(@"roleDefinitions', [a-zA-Z]+Role\)", assignment.Text);
                Assert.Matches(@"(?m)^  name: guid\(", assignment.Text);
            }

            // A role's id is hard to read: the comment above says its name.
            Assert.DoesNotMatch(@"(?m)^(?!//).*\nvar [a-zA-Z]+Role = ", file.Text);
        }
    }

    [Fact]
    public void Storage_takes_no_keys_and_has_the_containers_and_queues_of_the_code()
    {
        var storage = FileOf("modules/storage.bicep");
        Assert.Contains("allowSharedKeyAccess: false", storage.Text, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", storage.Text, StringComparison.Ordinal);
        Assert.Equal(StorageNames.Containers.Where(c => c != StorageNames.Web).Order(StringComparer.Ordinal), ListOf(storage, "containers").Order(StringComparer.Ordinal));
        Assert.Equal(StorageNames.Queues.Order(StringComparer.Ordinal), ListOf(storage, "queues").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_header_of_the_sign_in_is_trusted_only_together_with_the_sign_in()
    {
        var app = FileOf("modules/app.bicep");
        Assert.Contains("var accessSettings = empty(editorsClientId) ? {} : { Digest__Access__TrustPlatformPrincipal: 'true' }", app.Text, StringComparison.Ordinal);
        Assert.Matches(@"resource signIn 'config' = if \(!empty\(editorsClientId\)\) \{\s+name: 'authsettingsV2'", app.Text);
        // First the sign-in, then the setting that believes it.
        Assert.Matches(@"(?s)resource appSettings 'config' = \{.*?dependsOn: \[\s+signIn\s+\]", app.Text);
        Assert.DoesNotContain(Files, f => f != app && f.Text.Contains("TrustPlatformPrincipal", StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_search_for_sentences_that_the_functions_log()
    {
        var sources = string.Join('\n', Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));
        var sentences = new[] { "modules/alerts.bicep", "modules/queries.bicep" }
            .SelectMany(f => HasSentence().Matches(FileOf(f).Text).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups[1].Value)).ToList();
        Assert.True(sentences.Count >= 7);
        // Lines of metrics are looked at with the workbook.
        foreach (var sentence in sentences.Where(s => !s.StartsWith("-poison", StringComparison.Ordinal) && !s.StartsWith("Metric ", StringComparison.Ordinal)))
        {
            Assert.Contains(sentence, sources, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parameters_of_azd_are_parameters_of_the_template_and_cover_all_that_have_no_default()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "main.parameters.json")));
        var given = json.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        var wanted = Main.Of("param").ToList();
        Assert.Empty(given.Select(p => p.Name).Except(wanted.Select(p => p.Name), StringComparer.Ordinal));
        Assert.Empty(wanted.Where(p => !p.Rest.Contains('=', StringComparison.Ordinal)).Select(p => p.Name).Except(given.Select(p => p.Name), StringComparer.Ordinal));
        Assert.All(given, p => Assert.Matches(@"^\$\{[A-Z_]+(=[^}]*)?\}$", p.Value.GetProperty("value").GetString()!));
    }

    [Fact]
    public void The_reader_of_templates_sees_what_it_must()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "@secure()\nparam key string\n\nvar used = '${key}x'\n\nresource a 'b@1' = {\n  name: used\n}\n\noutput o string = a.listKeys()\n");
            var file = BicepFile.Read(path);
            Assert.Equal(["key", "used", "a", "o"], file.Declarations.Select(d => d.Name));
            Assert.True(file.Declarations[0].IsSecure);
            Assert.Null(file.Declarations[0].Description);
            Assert.True(Mentions(BicepFile.CodeOf(file.Declarations[1].Text), "key"));
            Assert.Matches(SecretFunction(), file.Text);
            File.WriteAllText(path, "nonsense here\n");
            Assert.Throws<FormatException>(() => BicepFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static BicepFile FileOf(string name) => Files.Single(f => f.Path == Path.GetFullPath(Path.Combine(Folder, name)));

    // A property's own name is no use of a parameter of that name.
    private static string UseOf(Declaration declaration) => PropertyName().Replace(BicepFile.CodeOf(declaration.Text), "");

    private static bool Mentions(string code, string name) => Regex.IsMatch(code, $@"(?<![\w.]){name}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string[] ListOf(BicepFile file, string variable) =>
        [.. QuotedText().Matches(file.Of("var").Single(v => v.Name == variable).Text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(?m)^\s*[A-Za-z_][A-Za-z0-9_]*:(?!:)")]
    private static partial Regex PropertyName();

    [GeneratedRegex(@"(?<![\w.:'])([a-z][A-Za-z0-9_]*)\.[a-zA-Z]")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\[for (?:\()?([a-z][A-Za-z0-9]*)(?:, ([a-z][A-Za-z0-9]*)\))? in")]
    private static partial Regex LoopVariable();

    [GeneratedRegex(@"\b([a-z][A-Za-z0-9]*)\.outputs\.([A-Za-z][A-Za-z0-9]*)")]
    private static partial Regex ModuleOutput();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedText();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:has|startswith|has_any|contains) \\(?(?:\"[^\"]+\"(?:, )?)+")]
    private static partial Regex HasSentence();

    [GeneratedRegex(@"\blist[A-Z][A-Za-z]*\(|getSecret\(|primaryMasterKey|primaryKey")]
    private static partial Regex SecretFunction();

    [GeneratedRegex("[A-Za-z0-9+/]{40,}={0,2}'")]
    private static partial Regex KeyLikeText();

    [GeneratedRegex("(?i)password|secret$|secretValue|tokenKey|sharedKey")]
    private static partial Regex SecretName();
}
