using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads the front matter of a text: the subset of YAML (and of TOML between <c>+++</c>) that writers use: scalars, quoted or
/// folded, lists, and lists of authors with a name each. What it can't read it leaves.
/// </summary>
internal sealed class FrontMatter
{
    private const int MostLines = 400;
    private static readonly string[] RoleKeys = ["role", "title", "job_title", "position", "affiliation", "institution"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the map of an author says beside the name.</summary>
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);

    /// <summary>Splits a text into its front matter and the rest; null when it has none.</summary>
    public static (FrontMatter Matter, string Body, int Lines)? Split(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF');
        var fence = start.StartsWith("---", StringComparison.Ordinal) ? "---" : start.StartsWith("+++", StringComparison.Ordinal) ? "+++" : null;
        if (fence is null)
        {
            return null;
        }

        var lines = new List<string>();
        var position = text.Length - start.Length;
        var number = 0;
        foreach (var line in start.EnumerateLines())
        {
            var next = text.IndexOf('\n', position);
            position = next < 0 ? text.Length : next + 1;
            number++;
            var trimmed = line.TrimEnd();
            if (number == 1)
            {
                if (!trimmed.SequenceEqual(fence))
                {
                    return null;
                }

                continue;
            }

            if (trimmed.SequenceEqual(fence) || (fence == "---" && trimmed.SequenceEqual("...")))
            {
                var matter = new FrontMatter();
                matter.Read(lines, fence == "+++" ? '=' : ':');
                return (matter, text[position..], number);
            }

            if (number > MostLines)
            {
                return null;
            }

            lines.Add(line.ToString());
        }

        return null;
    }

    /// <summary>"web-team": the account of an office under which a system has stored the essay, no name anybody writes under.</summary>
    private static bool IsAccountOfTeam(string name) => !name.Any(char.IsUpper) && AuthorNames.LooksLikeOrganisation(name.Replace('-', ' '));

    /// <summary>"jane-doe", the key of an author in the site's data, as a name.</summary>
    private static string WithoutHyphens(string value) =>
        value.Contains('-', StringComparison.Ordinal) && value.All(c => c is '-' || char.IsLower(c)) && !IsAccountOfTeam(value)
            ? string.Join(' ', value.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..])) : value;

    /// <summary>What it declares.</summary>
    public DocumentMetadata ToMetadata() => new()
    {
        Title = One("title", "headline"),
        Dek = One("dek", "subtitle", "standfirst", "description", "summary", "excerpt", "lede", "abstract"),
        Authors = [.. Many("author", "authors", "byline", "by", "writer", "contributors")
            .SelectMany(value => AuthorNames.In(WithoutHyphens(value)).Select(name => (Name: name, Role: _roles.GetValueOrDefault(value))))
            .Where(author => !IsAccountOfTeam(author.Name))
            .Select(author => new DeclaredAuthor(author.Name, ["front matter"], author.Role))],
        AuthorNote = One("author_bio", "author-bio", "authorbio", "author_note", "about_author", "author_description", "bio"),
        Published = DateText.Find(One("date", "published", "publish_date", "publishdate", "published_at", "pubdate", "publication_date")),
        Language = One("lang", "language", "locale") is { Length: >= 2 and <= 12 } tag ? tag.Replace('_', '-') : null,
        Site = One("site", "publication", "publisher", "site_name") ?? (Address("source") is null ? One("source") : null),
        Canonical = Address("canonical", "canonical_url", "canonicalurl", "url", "link", "permalink", "source_url", "original_url") ?? Address("source"),
        KeyPoints = Many("key_points", "keypoints", "key-points", "key points", "takeaways", "key_takeaways", "highlights"),
    };

    private Uri? Address(params ReadOnlySpan<string> keys) =>
        Uri.TryCreate(One(keys), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    private string? One(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var values) && values.Count > 0)
            {
                return values[0];
            }
        }

        return null;
    }

    private List<string> Many(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var values))
            {
                return values;
            }
        }

        return [];
    }

    private void Read(List<string> lines, char separator)
    {
        List<string>? current = null;
        var isFolded = false;
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var isIndented = char.IsWhiteSpace(raw[0]);
            if (current is not null && line.StartsWith("- ", StringComparison.Ordinal))
            {
                Add(current, Name(line[2..].Trim(), separator));
            }
            else if (current is not null && isIndented)
            {
                Continue(current, line, isFolded, separator);
            }
            else if (line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at)
            {
                current = [];
                _values.TryAdd(Unquote(line[..at].Trim()), current);
                var value = line[(at + 1)..].Trim();
                isFolded = value is "|" or ">" or "|-" or ">-" or "";
                AddValue(current, isFolded ? "" : value);
            }
        }
    }

    /// <summary>An indented line goes on with a folded value, or names the author of a map.</summary>
    private void Continue(List<string> current, string line, bool isFolded, char separator)
    {
        if (line.StartsWith("name" + separator, StringComparison.OrdinalIgnoreCase))
        {
            Add(current, Name(line, separator));
        }
        else if (current.Count > 0 && line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && RoleKeys.Contains(line[..at].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var role = Unquote(line[(at + 1)..].Trim());
            _roles[current[^1]] = _roles.TryGetValue(current[^1], out var said) ? $"{said}, {role}" : role;
        }
        else if (isFolded && (current.Count > 0 || line.IndexOf(": ", StringComparison.Ordinal) < 0))
        {
            if (current.Count == 0)
            {
                current.Add(line);
            }
            else if (line.IndexOf(": ", StringComparison.Ordinal) is < 0 or > 20)
            {
                current[^1] += " " + line;
            }
        }
    }

    private static string Name(string item, char separator) =>
        item.StartsWith("name" + separator, StringComparison.OrdinalIgnoreCase) ? Unquote(item[5..].Trim()) : Unquote(item);

    private static void AddValue(List<string> values, string value)
    {
        if (value.StartsWith('[') && value.EndsWith(']'))
        {
            foreach (var item in value[1..^1].Split(','))
            {
                Add(values, Unquote(item.Trim()));
            }
        }
        else
        {
            Add(values, Unquote(value));
        }
    }

    private static void Add(List<string> values, string value)
    {
        if (value.Length > 0 && values.Count < 50)
        {
            values.Add(value);
        }
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal) : value;
}
