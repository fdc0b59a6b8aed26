using System.Text.RegularExpressions;

namespace Digest.Cli.Host;

/// <summary>A blob that fits a trigger's path.</summary>
/// <param name="Container">Container.</param>
/// <param name="BlobName">Path in it.</param>
/// <param name="Tokens">What stands for each <c>{token}</c>.</param>
internal sealed record BlobMatch(string Container, string BlobName, IReadOnlyDictionary<string, object?> Tokens);

/// <summary>The path of a blob trigger: <c>container/{name}</c>, <c>container/{dir}/{name}.{ext}</c>.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _name;
    private readonly IReadOnlyList<string> _tokens;

    private BlobPattern(string container, Regex name, IReadOnlyList<string> tokens) => (Container, _name, _tokens) = (container, name, tokens);

    /// <summary>The container.</summary>
    public string Container { get; }

    /// <summary>Reads a trigger's path.</summary>
    /// <exception cref="FormatException">There is no container.</exception>
    public static BlobPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            throw new FormatException($"The blob path {path} names no container.");
        }

        var tokens = new List<string>();
        var pattern = Token().Replace(Regex.Escape(path[(slash + 1)..]), match =>
        {
            tokens.Add(match.Groups["name"].Value);
            return "(.+)";
        });
        return new BlobPattern(path[..slash], new Regex($"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.Singleline), tokens);
    }

    /// <summary>Fits a path of the form <c>container/name</c>; null when it does not.</summary>
    public BlobMatch? Match(string path)
    {
        if (!path.StartsWith(Container + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[(Container.Length + 1)..];
        var match = _name.Match(name);
        return match.Success
            ? new BlobMatch(
                Container,
                name,
                _tokens.Select((token, i) => (token, Value: (object?)match.Groups[i + 1].Value)).ToDictionary(t => t.token, t => t.Value, StringComparer.Ordinal))
            : null;
    }

    // Regex.Escape writes { as \{ and leaves } alone.
    [GeneratedRegex(@"\\\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
