using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digest.Core.Essays;

/// <summary>
/// The stored form of essays. Property order is declaration order and numbers are written invariantly, so that equal
/// records are equal bytes on every machine. New optional properties can be added; nothing is renamed.
/// </summary>
public static class EssayJson
{
    /// <summary>How essays and everything in them are written: camel case, words for enumerations, nulls left out.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    private static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>The record as UTF-8, indented: the file is meant to be opened by people too.</summary>
    public static byte[] Serialize(EssayRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Indented);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are no essay record.</exception>
    public static EssayRecord Deserialize(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<EssayRecord>(utf8, Options) ?? throw new JsonException("The essay record is null.");

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            NewLine = "\n",
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The records are stored and served as JSON, never pasted into HTML; essays in any script stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
