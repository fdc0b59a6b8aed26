using System.Text.Json;
using Digest.Core.Decoding.Labels;

namespace Digest.Core.Decoding.Markdown;

/// <summary>How front matter is written.</summary>
internal enum FrontMatterKind
{
    Yaml,
    Toml,
    Json,
    Pandoc,
}

/// <summary>
/// Finds front matter at the beginning of a text: between fences, with the first of them alone before a blank line, as an object
/// of JSON, or as the title block of Pandoc. A rule above the text of an essay, and one further down, are no fences.
/// </summary>
internal static class FrontMatterBounds
{
    private const int MostLines = 400;
    private const int LongestJson = 60_000;
    private const int FewestLinesWithoutEnd = 2;

    /// <summary>What the lines of Pandoc's title block are.</summary>
    public static readonly string[] TitleBlock = ["title", "author", "date"];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>The lines of the front matter and where the text begins behind it.</summary>
    public static (FrontMatterKind Kind, List<string> Lines, int Body)? Find(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart('\uFEFF').TrimStart().Length;
        return start == text.Length ? null : text[start] switch
        {
            '-' or '+' => Fenced(text, start),
            '{' => JsonAt(text, start),
            '%' => TitleBlockAt(text, start),
            _ => null,
        };
    }

    /// <summary>The object of JSON that a text is, or null.</summary>
    public static JsonDocument? Json(string text)
    {
        try
        {
            var json = JsonDocument.Parse(text, Lenient);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The lines of each value of YAML: its key and what stands below it. An object in braces is one.</summary>
    public static IEnumerable<List<string>> Values(List<string> lines)
    {
        var isObject = lines.Find(line => !string.IsNullOrWhiteSpace(line))?.StartsWith('{') == true;
        var value = new List<string>();
        foreach (var line in lines)
        {
            if (!isObject && value.Count > 0 && line is [not (' ' or '\t' or '-' or '#'), ..] && IsKey(line))
            {
                yield return value;
                value = [];
            }

            value.Add(line);
        }

        yield return value;
    }

    private static (FrontMatterKind, List<string>, int)? Fenced(string text, int start)
    {
        var (first, next) = Line(text, start);
        var fence = first.StartsWith("---", StringComparison.Ordinal) ? "---" : first.StartsWith("+++", StringComparison.Ordinal) ? "+++" : null;
        if (fence is null || first[3..].Trim() is not ("" or "yaml" or "yml" or "toml" or "json" or "js"))
        {
            return null;
        }

        var kind = first[3..].Trim() switch { "json" or "js" => FrontMatterKind.Json, "toml" => FrontMatterKind.Toml, _ => fence == "+++" ? FrontMatterKind.Toml : FrontMatterKind.Yaml };
        var lines = new List<string>();
        var blank = -1;
        for (var position = next; position < text.Length && lines.Count <= MostLines;)
        {
            var (line, after) = Line(text, position);
            if (line == fence || (fence == "---" && line == "..."))
            {
                return LooksLikeOne(lines) ? (kind, lines, after) : null;
            }

            blank = blank < 0 && line.Length == 0 ? position : blank;
            lines.Add(text[position..after].TrimEnd('\r', '\n'));
            position = after;
        }

        return kind == FrontMatterKind.Yaml ? Unclosed(text, next, blank) : null;
    }

    /// <summary>The closing fence is missing: the keys above the first blank line, if they are nothing but keys.</summary>
    private static (FrontMatterKind, List<string>, int)? Unclosed(string text, int start, int blank)
    {
        if (blank < 0)
        {
            return null;
        }

        var lines = text[start..blank].ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        return lines.Count >= FewestLinesWithoutEnd && lines.TrueForAll(line => IsKey(line) || char.IsWhiteSpace(line, 0) || line.StartsWith("- ", StringComparison.Ordinal)) && lines.Exists(line => FormLabels.Read(line).Field != LabelField.None)
            ? (FrontMatterKind.Yaml, lines, blank) : null;
    }

    /// <summary>The first line that says something is a key, a comment or a brace. An empty one declares nothing.</summary>
    private static bool LooksLikeOne(List<string> lines) =>
        lines.Find(line => !string.IsNullOrWhiteSpace(line)) is not { } first || first.TrimStart() is ['#' or '{' or '[' or '"' or '}', ..] || IsKey(first);

    /// <summary>"title: …", "draft = true"; the key has no blank or at most two.</summary>
    private static bool IsKey(string line) =>
        line.AsSpan().IndexOfAny(':', '=') is > 0 and < 40 and var at && line.AsSpan(0, at).Trim().Count(' ') <= 2 && (at + 1 == line.Length || line[at] == '=' || line[at + 1] is ' ' or '\t');

    private static (FrontMatterKind, List<string>, int)? JsonAt(string text, int start)
    {
        // The object ends where a line is its closing brace, or with its only line.
        var limit = Math.Min(text.Length, start + LongestJson);
        var (first, next) = Line(text, start);
        var end = first.EndsWith('}') ? next : EndOfObject(text, next, limit);
        if (end < 0)
        {
            return null;
        }

        var lines = text[start..end].ReplaceLineEndings("\n").Split('\n').ToList();
        using var json = Json(text[start..end]);
        return json is not null && json.RootElement.EnumerateObject().Any(p => FormLabels.Of(p.Name) is LabelField.Title or LabelField.Author) ? (FrontMatterKind.Json, lines, end) : null;
    }

    private static int EndOfObject(string text, int position, int limit)
    {
        while (position < limit)
        {
            var (_, after) = Line(text, position);
            if (text[position] == '}')
            {
                return after;
            }

            position = after;
        }

        return -1;
    }

    private static (FrontMatterKind, List<string>, int)? TitleBlockAt(string text, int start)
    {
        var lines = new List<string>();
        var (position, fields) = (start, 0);
        while (position < text.Length)
        {
            var (line, after) = Line(text, position);
            var isField = line.StartsWith("% ", StringComparison.Ordinal) || line == "%";
            if (line.Length == 0 || (!isField && !char.IsWhiteSpace(text[position])) || (isField && fields == TitleBlock.Length))
            {
                break;
            }

            fields += isField ? 1 : 0;
            lines.Add(line);
            position = after;
        }

        return fields >= 2 ? (FrontMatterKind.Pandoc, lines, position) : null;
    }

    /// <summary>A line without its end and the blanks before it, and where the next begins.</summary>
    private static (string Line, int Next) Line(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? (text[start..].TrimEnd(), text.Length) : (text[start..end].TrimEnd(), end + 1);
    }
}
