using System.Text;
using System.Text.Json;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;

namespace Digest.Training;

/// <summary>An essay as it is dropped, with the lines of its file that are not its text.</summary>
/// <param name="Set">The folder it stands in: the essays of one writer, who must not be trained on when the others are measured.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Title">The title.</param>
/// <param name="Dek">The standfirst, or nothing.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Lines">The lines of the file.</param>
/// <param name="Stripped">Numbers of the lines that do not belong, from 1.</param>
/// <param name="Either">Numbers of the lines that may stay or go.</param>
internal sealed record WrittenEssay(int Set, string Name, string Title, string? Dek, byte[] Bytes, string[] Lines, HashSet<int> Stripped, HashSet<int> Either)
{
    /// <summary>The lines of its text.</summary>
    public IReadOnlyList<string> Text => [.. Lines.Where((line, i) => line.Trim().Length > 0 && !Stripped.Contains(i + 1) && !Either.Contains(i + 1)).Select(line => line.Trim())];

    public DecodedDocument Decode() =>
        new DocumentDecoder().Decode(new RawEssay(Name, Bytes, ContentType: null, DateTimeOffset.UnixEpoch)) is DecodeResult.Decoded decoded
            ? decoded.Document
            : throw new InvalidDataException($"{Name} cannot be read.");

    /// <summary>For each block whether it is the essay's (true), its page's (false), or may be either (null): as the line with which it begins.</summary>
    public bool?[] Labels(Manuscript manuscript)
    {
        var keys = Array.ConvertAll(Lines, PlainForm.Key);
        var labels = new bool?[manuscript.Count];
        var at = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var key = PlainForm.Key(manuscript.Blocks[i].Text);
            var line = Array.FindIndex(keys, at, k => k.Length > 0 && (key.StartsWith(k, StringComparison.Ordinal) || k.EndsWith(key, StringComparison.Ordinal) && key.Length > 0));
            if (line >= 0)
            {
                at = line + 1;
                labels[i] = Either.Contains(line + 1) ? null : !Stripped.Contains(line + 1);
            }
        }

        return labels;
    }
}

/// <summary>Reads <c>tests/essays</c>: folders with essays and <c>expected.json</c>, which tells for each file the lines that do not belong.</summary>
internal static class WrittenEssays
{
    public static List<WrittenEssay> Load(string folder)
    {
        var essays = new List<WrittenEssay>();
        foreach (var (set, path) in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Index())
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(path, "expected.json")));
            foreach (var essay in json.RootElement.EnumerateObject())
            {
                var bytes = File.ReadAllBytes(Path.Combine(path, essay.Name));
                essays.Add(new WrittenEssay(set, essay.Name, essay.Value.GetProperty("title").GetString()!, essay.Value.GetProperty("dek").GetString(), bytes, Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n'), Numbers(essay.Value, "strippedLines"), Numbers(essay.Value, "eitherLines")));
            }
        }

        return essays;
    }

    private static HashSet<int> Numbers(JsonElement essay, string name) =>
        essay.TryGetProperty(name, out var numbers) ? [.. numbers.EnumerateArray().Select(n => n.GetInt32())] : [];
}
