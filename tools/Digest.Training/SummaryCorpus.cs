using System.Text.Json;
using Digest.Core.Blocks;
using Digest.Core.Insight;
using Digest.Core.Insight.Summary;

namespace Digest.Training;

/// <summary>An essay whose dek a person wrote, its sentences measured.</summary>
internal sealed record SummaryEssay(string File, Bag Dek, List<WeighedSentence> Sentences, Dictionary<WeighedSentence, string[]> Words)
{
    /// <summary>A third of the essays, by name, is kept for testing.</summary>
    public bool IsTest { get; } = File.Aggregate(17u, (hash, c) => (hash * 31) + c) % 3 == 0;
}

/// <summary>
/// Reads a folder with a gold.json: <c>{"essays": [{"file", "title", "dek", "body"}]}</c>, the body a line a paragraph or heading.
/// </summary>
internal static class SummaryCorpus
{
    private const int LongestHeading = 16;

    public static List<SummaryEssay> Load(string folder)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "gold.json")));
        return [.. gold.RootElement.GetProperty("essays").EnumerateArray()
            .Where(essay => !string.IsNullOrEmpty(essay.GetProperty("dek").GetString()))
            .Select(Read)];
    }

    private static SummaryEssay Read(JsonElement essay)
    {
        var lines = essay.GetProperty("body").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var blocks = lines.Select((line, i) => new Block
        {
            Ordinal = i,
            Kind = IsHeading(line) ? BlockKind.Heading : BlockKind.Paragraph,
            Text = line,
            Origin = $"line {i + 1}",
        }).ToList();
        var request = new InsightRequest { Title = essay.GetProperty("title").GetString()!, Language = "en", Body = blocks };
        var sentences = SentenceFeatures.Of(new EssaySentences(request), request.Title);
        return new SummaryEssay(
            essay.GetProperty("file").GetString()!,
            new Bag(Rouge.Words(essay.GetProperty("dek").GetString()!)),
            sentences,
            sentences.ToDictionary(s => s, s => Rouge.Words(s.Sentence.Text)));
    }

    private static bool IsHeading(string line) =>
        line.Count(char.IsWhiteSpace) < LongestHeading && line[^1] is not ('.' or '!' or '?' or ':' or ';' or ',' or '”' or '"' or '’' or ')');
}
