using System.Text.Json;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Decoding.Labels;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads the front matter of a text: YAML, TOML between <c>+++</c>, JSON, and the title block of Pandoc. A value of YAML that is
/// written wrong (a colon in a title without quotes) is read line by line, as its writer meant it; what can't be read is left.
/// </summary>
internal sealed class FrontMatter
{
    /// <summary>Keys inside a container are indented by at most so many blanks; further in stand those of maps.</summary>
    private const int DeepestKey = 4;

    private static readonly string[] RoleKeys = ["role", "title", "job_title", "position", "affiliation", "affiliations", "institution"];

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
            case FrontMatterKind.Json:
                matter.Read(FrontMatterBounds.Json(string.Join('\n', found.Lines)), [.. found.Lines.Select(line => line.Trim().TrimEnd(',')).Where(line => line is not ("{" or "}"))], ':');
                break;
            case FrontMatterKind.Pandoc:
                matter.ReadTitleBlock(found.Lines);
                break;
            case FrontMatterKind.Toml:
                matter.Read(FrontMatterTree.Toml(string.Join('\n', found.Lines)), found.Lines, '=');
                break;
            default:
                // One value that is written wrong must not spoil the others.
                foreach (var lines in FrontMatterBounds.Values(found.Lines))
                {
                    matter.Read(FrontMatterTree.Yaml(string.Join('\n', lines)), lines, ':');
                }

                break;
        }

        return (matter, text[found.Body..], text.AsSpan(0, found.Body).Count('\n'));
    }

    /// <summary>What it declares.</summary>
    public DocumentMetadata ToMetadata() => new()
    {
        Title = One(FormLabels.Title),
        Dek = One(FormLabels.Dek),
        Authors = [.. Many(FormLabels.Author)
            .SelectMany(value => AuthorNames.In(AccountName.WithoutHyphens(value)).Select(name => (Name: name, Role: _roles.GetValueOrDefault(value))))
            .Where(author => !AccountName.IsOfTeam(author.Name) && !AccountName.IsKey(author.Name))
            .Select(author => new DeclaredAuthor(author.Name, ["front matter"], author.Role))],
        AuthorNote = One("author_bio", "author-bio", "authorbio", "author_note", "about_author", "author_description", "bio"),
        Published = DateText.Find(One(FormLabels.Date)),
        Language = One("lang", "language", "locale") is { Length: >= 2 and <= 12 } tag ? tag.Replace('_', '-') : null,
        Site = One("site", "publication", "publisher", "site_name") ?? (Address("source") is null ? One("source") : null),
        Canonical = Address("canonical", "canonical_url", "canonicalurl", "url", "link", "permalink", "source_url", "original_url") ?? Address("source"),
        IsDraft = Says("draft", "true", "yes", "on") || Says("published", "false", "no", "off"),
        KeyPoints = Many("key_points", "keypoints", "key-points", "key points", "takeaways", "key_takeaways", "highlights"),
    };

    private Uri? Address(params ReadOnlySpan<string> keys) =>
        Uri.TryCreate(One(keys), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    private bool Says(string key, params string[] words) => One(key) is { } value && words.Contains(value, StringComparer.OrdinalIgnoreCase);

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
                Put(key, current);
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

    /// <summary>Reads the tree, or the lines where there is none.</summary>
    private void Read(JsonDocument? tree, IReadOnlyList<string> lines, char separator)
    {
        using (tree)
        {
            if (tree is null)
            {
                Read(lines, separator);
            }
            else
            {
                Read(tree.RootElement, isContained: false);
            }
        }
    }

    private void Read(JsonElement map, bool isContained)
    {
        foreach (var property in map.EnumerateObject())
        {
            var values = new List<string>();
            AddAll(values, property.Value, isItem: false);
            Put(property.Name, values);
        }

        foreach (var container in map.EnumerateObject().Where(p => !isContained && p.Value.ValueKind == JsonValueKind.Object && Containers.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
        {
            Read(container.Value, isContained: true);
        }
    }

    private void Put(string key, List<string> values)
    {
        if (!_values.TryAdd(key, values) && _values[key].Count == 0)
        {
            _values[key] = values;
        }
    }

    /// <summary>Adds a value, those of a list, or the name in a map. The lists are as deep as the tree may be.</summary>
    private void AddAll(List<string> values, JsonElement value, bool isItem)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    AddAll(values, item, isItem: true);
                }

                break;
            case JsonValueKind.Object when Texts(value, "name").FirstOrDefault() is { } name:
                Add(values, name);
                if (RoleKeys.SelectMany(key => Texts(value, key)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } roles)
                {
                    _roles[name] = string.Join(", ", roles);
                }

                break;
            case JsonValueKind.Object when isItem && value.EnumerateObject().ToList() is [{ Value.ValueKind: JsonValueKind.String } only]:
                // "- Ferries: nobody paid": a sentence with a colon.
                Add(values, $"{only.Name}: {FrontMatterValue.Plain(only.Value.GetString()!)}");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                // As YAML and TOML, which come as text.
                Add(values, value.GetRawText());
                break;
            case JsonValueKind.String:
                Add(values, FrontMatterValue.Plain(value.GetString()!));
                break;
        }
    }

    /// <summary>What a map says under a key: one text, a list of them, or the names of maps.</summary>
    private static IEnumerable<string> Texts(JsonElement map, string key) =>
        map.EnumerateObject().Where(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray() : Enumerable.Repeat(p.Value, 1))
            .Select(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) ? name : value)
            .Where(value => value.ValueKind == JsonValueKind.String).Select(value => FrontMatterValue.Plain(value.GetString()!)).Where(text => text.Length > 0);

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
