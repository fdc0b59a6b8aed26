using System.Text.Json;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Decoding.Labels;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads the front matter of a text: the subset of YAML (and of TOML between <c>+++</c>) that writers use: scalars, quoted or
/// folded, lists, and lists of authors with a name each; JSON; and the title block of Pandoc. What it can't read it leaves.
/// </summary>
internal sealed class FrontMatter
{
    /// <summary>Keys inside a container are indented by at most so many blanks; further in stand those of maps.</summary>
    private const int DeepestKey = 4;

    private static readonly string[] RoleKeys = ["role", "title", "job_title", "position", "affiliation", "institution"];

    /// <summary>Keys of a theme or a program under which the others stand, one level further in.</summary>
    private static readonly string[] Containers = ["params", "extra", "meta", "metadata", "article", "post", "page", "frontmatter"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the map of an author says beside the name.</summary>
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);

    /// <summary>Splits a text into its front matter and the rest; null when it has none.</summary>
    public static (FrontMatter Matter, string Body, int Lines)? Split(string text)
    {
        if (FrontMatterBounds.Find(text) is not { } found)
        {
            return null;
        }

        var matter = new FrontMatter();
        switch (found.Kind)
        {
            case FrontMatterKind.Json when FrontMatterBounds.Json(string.Join('\n', found.Lines)) is { } json:
                using (json)
                {
                    matter.ReadJson(json.RootElement);
                }

                break;
            case FrontMatterKind.Pandoc:
                matter.ReadTitleBlock(found.Lines);
                break;
            case FrontMatterKind.Json:
                matter.Read([.. found.Lines.Select(line => line.Trim().TrimEnd(',')).Where(line => line is not ("{" or "}"))], ':');
                break;
            default:
                matter.Read(found.Lines, found.Kind == FrontMatterKind.Toml ? '=' : ':');
                break;
        }

        return (matter, text[found.Body..], text.AsSpan(0, found.Body).Count('\n'));
    }

    /// <summary>"web-team": the account of an office under which a system has stored the essay, no name anybody writes under.</summary>
    private static bool IsAccountOfTeam(string name) => !name.Any(char.IsUpper) && AuthorNames.LooksLikeOrganisation(name.Replace('-', ' '));

    /// <summary>"jdoe": the key of an author in the data of the site.</summary>
    private static bool IsKey(string name) => name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.');

    /// <summary>"jane-doe", the key of an author in the site's data, as a name.</summary>
    private static string WithoutHyphens(string value) =>
        value.Contains('-', StringComparison.Ordinal) && value.All(c => c is '-' || char.IsLower(c)) && !IsAccountOfTeam(value)
            ? string.Join(' ', value.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..])) : value;

    /// <summary>What it declares.</summary>
    public DocumentMetadata ToMetadata() => new()
    {
        Title = One(FormLabels.Title),
        Dek = One(FormLabels.Dek),
        Authors = [.. Many(FormLabels.Author)
            .SelectMany(value => AuthorNames.In(WithoutHyphens(value)).Select(name => (Name: name, Role: _roles.GetValueOrDefault(value))))
            .Where(author => !IsAccountOfTeam(author.Name) && !IsKey(author.Name))
            .Select(author => new DeclaredAuthor(author.Name, ["front matter"], author.Role))],
        AuthorNote = One("author_bio", "author-bio", "authorbio", "author_note", "about_author", "author_description", "bio"),
        Published = DateText.Find(One(FormLabels.Date)),
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

    private void Read(IReadOnlyList<string> lines, char separator)
    {
        List<string>? current = null;
        var isFolded = false;
        var isContained = false;
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var indent = raw.Length - raw.TrimStart().Length;
            isContained &= indent > 0;
            if (current is not null && line.StartsWith("- ", StringComparison.Ordinal))
            {
                Add(current, Name(line[2..].Trim(), separator));
            }
            else if (current is not null && indent > 0 && !(isContained && IsKeyInContainer(line, separator, indent)))
            {
                Continue(current, line, isFolded, separator);
            }
            else if (line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at)
            {
                current = [];
                var key = FrontMatterValue.Unquote(line[..at].Trim());
                isContained |= indent == 0 && Containers.Contains(key, StringComparer.OrdinalIgnoreCase);
                if (!_values.TryAdd(key, current) && _values[key].Count == 0)
                {
                    _values[key] = current;
                }

                var value = line[(at + 1)..].Trim();
                isFolded = value is "|" or ">" or "|-" or ">-" or "";
                foreach (var item in isFolded ? [] : FrontMatterValue.Items(value))
                {
                    Add(current, item);
                }
            }
        }
    }

    /// <summary>A key right inside a container, not one of a map further in.</summary>
    private static bool IsKeyInContainer(string line, char separator, int indent) =>
        indent <= DeepestKey && line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && !line[..at].Contains(' ', StringComparison.Ordinal) && !line.StartsWith("name", StringComparison.OrdinalIgnoreCase);

    /// <summary>An indented line goes on with a folded value, or names the author of a map.</summary>
    private void Continue(List<string> current, string line, bool isFolded, char separator)
    {
        if (line.StartsWith("name" + separator, StringComparison.OrdinalIgnoreCase))
        {
            Add(current, Name(line, separator));
        }
        else if (current.Count > 0 && line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && RoleKeys.Contains(line[..at].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var role = FrontMatterValue.Unquote(line[(at + 1)..].Trim());
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

    private void ReadJson(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            List<string> values = [];
            foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray()] : new[] { property.Value })
            {
                var named = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) ? name : value;
                Add(values, named.ValueKind == JsonValueKind.String ? named.GetString()! : "");
            }

            _values.TryAdd(property.Name, values);
        }
    }

    /// <summary>Title, authors and date on a line each, which may go on in indented ones.</summary>
    private void ReadTitleBlock(IReadOnlyList<string> lines)
    {
        var fields = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith('%'))
            {
                fields.Add(line[1..].Trim());
            }
            else
            {
                fields[^1] = $"{fields[^1]} {line.Trim()}".Trim();
            }
        }

        foreach (var (key, value) in FrontMatterBounds.TitleBlock.Zip(fields))
        {
            List<string> values = [];
            foreach (var item in key == "author" ? value.Split(';') : [value])
            {
                Add(values, item.Trim());
            }

            _values[key] = values;
        }
    }

    private static string Name(string item, char separator) =>
        item.StartsWith("name" + separator, StringComparison.OrdinalIgnoreCase) ? FrontMatterValue.Scalar(item[5..].Trim()) : FrontMatterValue.Scalar(item);

    private static void Add(List<string> values, string value)
    {
        if (value.Length > 0 && values.Count < 50)
        {
            values.Add(value);
        }
    }
}
