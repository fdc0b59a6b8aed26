using System.Text.Json;
using Digest.Core.Blocks;
using Digest.Core.Insight;
using Digest.Core.Insight.Summary;

namespace Digest.Training;

/// <summary>An essay whose dek a person wrote, its sentences measured.</summary>
/// <param name="Dek">The words of the dek.</param>
/// <param name="Words">The words of the essay.</param>
/// <param name="Sentences">The sentences that can be chosen.</param>
internal sealed record SummaryEssay(Bag Dek, EssayWords Words, List<WeighedSentence> Sentences)
{
    /// <summary>What each sentence would score alone.</summary>
    public double[] Rewards { get; } = [.. Sentences.Select(s => Rouge.F1(FormsOf(Words, s), Dek))];

    /// <summary>What the sentences chosen by the weights score together.</summary>
    public double Score(SummaryWeights weights) =>
        Rouge.F1(SummaryChooser.Choose(Sentences, new DekWords(Words, Sentences, weights)).SelectMany(s => FormsOf(Words, s)), Dek);

    private static IEnumerable<string> FormsOf(EssayWords words, WeighedSentence sentence) =>
        words.Sentences[sentence.Index].Words.Select(word => words.Forms[word.Form]);
}

/// <summary>
/// Reads a folder with one <c>.json</c> file: <c>{"essays": [{"file", "title", "dek", "body"}]}</c>, the body a line a paragraph or heading.
/// </summary>
internal static class SummaryCorpus
{
    private const int LongestHeading = 16;

    public static List<SummaryEssay> Load(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(folder, "*.json").Single()));
        return [.. json.RootElement.GetProperty("essays").EnumerateArray()
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
        var sentences = new EssaySentences(request);
        return new SummaryEssay(new Bag(Rouge.Words(essay.GetProperty("dek").GetString()!)), new EssayWords(sentences, request.Title), SentenceFeatures.Of(sentences, request.Title));
    }

    private static bool IsHeading(string line) =>
        line.Count(char.IsWhiteSpace) < LongestHeading && line[^1] is not ('.' or '!' or '?' or ':' or ';' or ',' or '”' or '"' or '’' or ')');
}
