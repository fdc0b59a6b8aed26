using System.Collections;
using System.Reflection;
using Digest.Functions;
using Microsoft.Extensions.Configuration;

namespace Digest.Cli.Doctor;

/// <summary>
/// The names of all settings, against those that are set. A name that nothing reads would otherwise be passed over, and its
/// default be used without a word.
/// </summary>
/// <param name="sections">The sections that the digest reads.</param>
internal sealed class SettingNames(IEnumerable<SettingsSection> sections)
{
    private const string Root = "Digest";

    // A name of your own, or a number: a key of a dictionary, an item of a list.
    private const string Any = "*";

    private readonly string[][] _known =
    [
        .. sections.SelectMany(s => Below(s.Options).Select(path => (string[])[.. s.Name.Split(':'), .. path])),
        .. Composition.StorageSettingNames.Select(name => new[] { Composition.StorageConnection, name }),
    ];

    /// <summary>Names what is set for the digest and not known to it. Values are not repeated: they may be secret.</summary>
    public IEnumerable<Finding> Examine(IConfiguration configuration) => configuration.AsEnumerable()
        .Where(setting => setting.Value is not null)
        .Select(setting => setting.Key)
        .Order(StringComparer.OrdinalIgnoreCase)
        .Select(Examine)
        .OfType<Finding>();

    private Finding? Examine(string key)
    {
        var path = key.Split(':');
        if (Array.Exists(_known, known => Leads(path, known)))
        {
            return null;
        }

        // The section is known, so whoever set it means the digest.
        if (path.Length > 1 && (IsNamed(path[0], Root) || IsNamed(path[0], Composition.StorageConnection)))
        {
            return Finding.Warn("Settings", Nearest(path, Distance) is { } meant
                ? $"{key} is no setting, and nothing reads it. Did you mean {meant}?"
                : $"{key} is no setting, and nothing reads it. docs/operations.md lists them all.");
        }

        // Anybody's environment variables: only what can hardly be anything else is told.
        return path.Length > 1 && Nearest(path, DistanceFromElsewhere) is { } outside
            ? Finding.Warn("Settings", $"{key} is no setting of the digest. Did you mean {outside}?")
            : null;
    }

    /// <summary>True when the path is a setting or the beginning of one, which an empty list or object of a file is.</summary>
    private static bool Leads(string[] path, string[] known) =>
        path.Length <= known.Length && path.Zip(known).All(p => p.Second == Any || IsNamed(p.First, p.Second));

    private string? Nearest(string[] path, Func<string[], string[], int?> distance) => _known
        .Select(known => (Filled: Fill(known, path), Distance: distance(path, Fill(known, path))))
        .Where(candidate => candidate.Distance is not null)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => string.Join(':', candidate.Filled))
        .FirstOrDefault();

    private static string[] Fill(string[] known, string[] path) => [.. known.Select((name, i) => name == Any ? path.ElementAtOrDefault(i) ?? "0" : name)];

    /// <summary>How far a name is from a setting, or null when it is too far: one slip in five characters, or the right name in a wrong section.</summary>
    private static int? Distance(string[] path, string[] known)
    {
        var whole = EditDistance.Between(string.Join(':', path), string.Join(':', known));
        if (whole <= Math.Max(1, string.Join(':', known[1..]).Length / 5))
        {
            return whole;
        }

        var name = EditDistance.Between(path[^1], known[^1]);
        return IsNamed(path[0], known[0]) && name <= known[^1].Length / 5 ? whole + name : null;
    }

    private static int? DistanceFromElsewhere(string[] path, string[] known)
    {
        if (!IsNamed(known[0], Root))
        {
            return null;
        }

        var whole = EditDistance.Between(string.Join(':', path), string.Join(':', known));
        var unrooted = EditDistance.Between(string.Join(':', path), string.Join(':', known[1..]));
        return whole <= 2 ? whole : unrooted <= 1 ? unrooted : null;
    }

    private static IEnumerable<string[]> Below(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } || p.PropertyType.IsAssignableTo(typeof(ICollection)))
            .SelectMany(p => Values(p.PropertyType).Select(rest => (string[])[p.Name, .. rest]));

    private static IEnumerable<string[]> Values(Type type) =>
        type.IsAssignableTo(typeof(ICollection)) ? Values(type.GetGenericArguments()[^1]).Select(rest => (string[])[Any, .. rest])
        : type.IsClass && type.Assembly != typeof(string).Assembly && type != typeof(Uri) ? Below(type)
        : [[]];

    private static bool IsNamed(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
