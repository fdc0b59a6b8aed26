using System.Text.RegularExpressions;

namespace Digest.Deployment.Tests.Infra;

/// <summary>
/// The declarations of a Bicep file: enough of the language to follow names. Every top-level declaration begins its line,
/// as the formatter of Bicep writes it; anything else there is an error, so that nothing is passed over.
/// </summary>
internal sealed partial class BicepFile
{
    private readonly List<Declaration> _declarations = [];

    private BicepFile(string path, string text) => (Path, Text) = (path, text);

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<Declaration> Declarations => _declarations;

    public IEnumerable<Declaration> Of(string kind) => _declarations.Where(d => d.Kind == kind);

    public static BicepFile Read(string path)
    {
        var file = new BicepFile(path, File.ReadAllText(path));
        string? description = null;
        var secure = false;
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("targetScope", StringComparison.Ordinal))
            {
                continue;
            }

            if (line[0] == '@')
            {
                description = DescriptionLine().Match(line) is { Success: true } match ? match.Groups[1].Value : description;
                secure |= line.StartsWith("@secure()", StringComparison.Ordinal);
                continue;
            }

            var found = DeclarationLine().Match(line);
            if (!found.Success)
            {
                throw new FormatException($"{path}({i + 1}): not a declaration: {line}");
            }

            // A declaration with a body goes on to the line that closes it, which begins at the margin.
            var end = i;
            if (OpensBody().IsMatch(line))
            {
                end++;
                while (end < lines.Length && !(lines[end].Length > 0 && lines[end][0] is '}' or ']' or ')'))
                {
                    end++;
                }

                if (end == lines.Length)
                {
                    throw new FormatException($"{path}({i + 1}): never closed: {line}");
                }
            }

            file._declarations.Add(new Declaration(
                found.Groups["kind"].Value, found.Groups["name"].Value, found.Groups["rest"].Value,
                string.Join('\n', lines[i..(end + 1)]), description, secure, i + 1));
            (description, secure, i) = (null, false, end);
        }

        return file;
    }

    /// <summary>Code without comments and without the text of strings; what stands in <c>${…}</c> stays.</summary>
    public static string CodeOf(string text)
    {
        var withoutComments = Comment().Replace(text, "");
        return StringText().Replace(withoutComments, match => string.Join(' ', Interpolation().Matches(match.Value).Select(m => m.Groups[1].Value)));
    }

    /// <summary>Names of the properties directly below <c>params:</c> of a module.</summary>
    public static IReadOnlyList<string> ParametersGiven(string module)
    {
        var lines = module.Split('\n');
        var start = Array.FindIndex(lines, l => l == "  params: {");
        return start < 0 ? [] : [.. lines.Skip(start + 1).TakeWhile(l => l != "  }").Select(l => GivenParameter().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(@"^(?<kind>param|var|resource|module|output|type|func)\s+(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*(?<rest>.*)$")]
    private static partial Regex DeclarationLine();

    [GeneratedRegex(@"^@description\('((?:[^'\\]|\\.)+)'\)$")]
    private static partial Regex DescriptionLine();

    [GeneratedRegex(@"[\[({:]\s*$")]
    private static partial Regex OpensBody();

    [GeneratedRegex("(?m)^\\s*//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'")]
    private static partial Regex StringText();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Interpolation();

    [GeneratedRegex("^    ([A-Za-z][A-Za-z0-9_]*):")]
    private static partial Regex GivenParameter();
}

/// <summary>One declaration.</summary>
/// <param name="Kind"><c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c> or <c>output</c>.</param>
/// <param name="Name">Its symbol.</param>
/// <param name="Rest">What follows on its first line.</param>
/// <param name="Text">All of it.</param>
/// <param name="Description">What its decorator says, or null.</param>
/// <param name="IsSecure">Whether it is marked as a secret.</param>
/// <param name="Line">Line number.</param>
internal sealed record Declaration(string Kind, string Name, string Rest, string Text, string? Description, bool IsSecure, int Line);
