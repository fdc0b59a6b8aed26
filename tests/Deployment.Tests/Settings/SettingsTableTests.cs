using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Digest.Core.Decoding;
using Digest.Functions;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Deployment.Tests.Settings;

/// <summary>The table of docs/operations.md against the options classes: every setting, with the default that it has.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly Dictionary<string, Type> Sections = new ServiceCollection()
        .AddDigest(new ConfigurationBuilder().AddInMemoryCollection([new(Composition.StorageConnection, "UseDevelopmentStorage=true")]).Build())
        .Select(service => service.ImplementationInstance)
        .OfType<SettingsSection>()
        .ToDictionary(section => section.Name, section => section.Options, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Documented = Row()
        .Matches(File.ReadAllText(Repository.PathOf("docs", "operations.md")))
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('`'), StringComparer.Ordinal);

    [Fact]
    public void The_table_has_every_setting_and_no_other() =>
        Assert.Equal(
            Sections.SelectMany(s => Properties(s.Value).Select(p => $"{s.Key}:{p.Name}")).Order(StringComparer.Ordinal),
            Documented.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_default_in_the_table_is_the_default_of_the_code()
    {
        foreach (var (section, type) in Sections)
        {
            var fresh = Activator.CreateInstance(type)!;
            foreach (var property in Properties(type))
            {
                var documented = Documented[$"{section}:{property.Name}"];
                if (documented != "required")
                {
                    Assert.Equal($"{property.Name} {Format(property.GetValue(fresh))}", $"{property.Name} {documented}");
                }
            }
        }
    }

    [Fact]
    public void Every_options_class_of_a_section_is_in_the_table()
    {
        var classes = new[] { typeof(DecodingOptions).Assembly, typeof(Composition).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.GetConstructor(Type.EmptyTypes) is not null);
        Assert.Equal(Sections.Values.Select(t => t.Name).Order(StringComparer.Ordinal), classes.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is { IsPublic: true } || p.PropertyType.IsAssignableTo(typeof(IDictionary)));

    private static string Format(object? value) => value switch
    {
        null or ICollection { Count: 0 } => "none",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"(?m)^\| `(Digest:[A-Za-z:]+)` \| ([^|]+?) \|")]
    private static partial Regex Row();
}
