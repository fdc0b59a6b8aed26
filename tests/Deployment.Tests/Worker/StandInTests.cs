using System.Globalization;
using System.Reflection;
using Digest.Functions;
using Digest.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Deployment.Tests.Worker;

/// <summary>The stand-ins of the worker's types against the list of what the worker offers: the same members, no more and no fewer.</summary>
public sealed class StandInTests
{
    private static readonly string[] Listed = [.. File.ReadAllLines(Repository.PathOf("tests", "Deployment.Tests", "Worker", "worker-api.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    public static TheoryData<string> Types => [.. Listed.Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_stand_in_has_the_members_of_the_workers_type(string type)
    {
        var expected = Listed.Where(line => line.StartsWith(type + " ", StringComparison.Ordinal))
            .Select(line => line[(type.Length + 1)..].Replace("host ", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var standIn = typeof(FunctionAttribute).Assembly.GetType("Microsoft.Azure.Functions.Worker." + type);
        Assert.NotNull(standIn);
        Assert.Equal(expected, Describe(standIn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_stand_in_is_in_the_list() =>
        Assert.Equal(
            Listed.Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            typeof(Composition).Assembly.GetExportedTypes().Where(t => t.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true)
                .Select(t => t.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Describe(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} = {(int)Enum.Parse(type, name)}"));
        }

        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var isAttribute = type.IsSubclassOf(typeof(Attribute));
        var shape = new[]
        {
            type.IsSealed && isAttribute ? "sealed" : type.IsAbstract ? "abstract" : "",
            isAttribute ? "on: " + type.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn : "",
        };
        return shape.Where(s => s.Length > 0)
            .Concat(type.GetConstructors(Own).Select(c => "new(" + string.Join(", ", c.GetParameters().Select(p => p.ParameterType.Name + " " + p.Name)) + ")"))
            .Concat(type.GetProperties(Own).Select(Describe))
            .Concat(type.GetMethods(Own).Where(m => !m.IsSpecialName).Select(m => "method " + m.Name));
    }

    private static string Describe(PropertyInfo property)
    {
        var nullable = !property.PropertyType.IsValueType
            && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        var access = (property.GetMethod?.IsPublic == true ? " get" : "") + (property.SetMethod?.IsPublic == true ? " set" : "");
        return $"{property.PropertyType.Name}{(nullable ? "?" : "")} {property.Name}{access}";
    }
}
