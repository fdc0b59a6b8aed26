using System.Text.Json;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Brings YAML and TOML to the tree of values that JSON is. Anybody may drop a file: its length and depth are bounded, and no
/// alias is followed, so that no few lines stand for millions of values.
/// </summary>
internal static class FrontMatterTree
{
    private const int Longest = 60_000;
    private const int Deepest = 24;

    /// <summary>Brackets in one text; what declares an essay has a few.</summary>
    private const int MostBrackets = 500;

    private static readonly TomlSerializerOptions Bounded = new() { MaxDepth = Deepest };

    /// <summary>The values of a mapping of YAML, or null for text that is none, as writers leave out the quotes that it needs.</summary>
    public static JsonDocument? Yaml(string text)
    {
        try
        {
            return IsBounded(text) ? FrontMatterBounds.Json(Write(json => Copy(new Parser(new StringReader(text)), json))) : null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The values of a document of TOML, or null for text that is none.</summary>
    public static JsonDocument? Toml(string text)
    {
        try
        {
            return IsBounded(text) && TomlSerializer.Deserialize<TomlTable>(text, Bounded) is { } table ? FrontMatterBounds.Json(Write(json => Copy(table, json, 0))) : null;
        }
        catch (Exception e) when (e is TomlException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsBounded(string text) => text.Length <= Longest && text.AsSpan().Count('[') + text.AsSpan().Count('{') <= MostBrackets;

    private static string Write(Action<Utf8JsonWriter> copy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = Deepest }))
        {
            copy(json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Copy(Parser yaml, Utf8JsonWriter json)
    {
        // For every open mapping or list, whether a key comes next.
        var open = new Stack<(bool IsMapping, bool KeyNext)>();
        while (yaml.MoveNext())
        {
            switch (yaml.Current)
            {
                case Scalar { Tag.IsEmpty: true } key when open.TryPeek(out var mapping) && mapping.KeyNext:
                    json.WritePropertyName(key.Value);
                    open.Pop();
                    open.Push((true, false));
                    continue;
                case MappingStart or SequenceStart when open.Count >= Deepest || (open.TryPeek(out var outer) && outer.KeyNext):
                    throw new InvalidOperationException("No front matter is nested so deeply.");
                case Scalar { Tag.IsEmpty: true } scalar:
                    WriteValue(scalar, json);
                    break;
                case MappingStart:
                    json.WriteStartObject();
                    open.Push((true, true));
                    continue;
                case SequenceStart:
                    json.WriteStartArray();
                    open.Push((false, false));
                    continue;
                case MappingEnd:
                    json.WriteEndObject();
                    open.Pop();
                    break;
                case SequenceEnd:
                    json.WriteEndArray();
                    open.Pop();
                    break;
                case Scalar or AnchorAlias:
                    throw new InvalidOperationException("An asterisk or an exclamation mark without quotes: no alias or tag is meant.");
                default:
                    continue;
            }

            if (open.TryPop(out var around))
            {
                open.Push((around.IsMapping, around.IsMapping));
            }
        }
    }

    private static void WriteValue(Scalar scalar, Utf8JsonWriter json)
    {
        if (scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null" or "Null" or "NULL")
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(scalar.Value);
        }
    }

    private static void Copy(object? value, Utf8JsonWriter json, int depth)
    {
        switch (value)
        {
            case TomlTable table when depth < Deepest:
                json.WriteStartObject();
                foreach (var (key, inner) in table)
                {
                    json.WritePropertyName(key);
                    Copy(inner, json, depth + 1);
                }

                json.WriteEndObject();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case System.Collections.IEnumerable list when depth < Deepest:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Copy(item, json, depth + 1);
                }

                json.WriteEndArray();
                break;
            case TomlDateTime date:
                json.WriteStringValue(date.ToString());
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
