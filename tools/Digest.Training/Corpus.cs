using System.Text;
using System.Text.Json;
using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Html.Declared;

namespace Digest.Training;

/// <summary>A page of the corpus with the text people saw as its article.</summary>
internal sealed class CorpusPage
{
    public required string File { get; init; }

    public required string[] Expected { get; init; }

    public required string Byline { get; init; }

    public required DateOnly? Published { get; init; }

    public required HtmlPage Page { get; init; }

    public float[][] Rows { get; set; } = [];

    public bool[] Labels { get; set; } = [];

    public float[] Weights { get; set; } = [];

    /// <summary>It is kept for testing.</summary>
    public required bool IsTest { get; init; }

    /// <summary>Which of so many parts the page is in, by the hash of its file's name.</summary>
    public int Fold(int folds) => Fold(File, folds);

    public static int Fold(string file, int folds) => (int)(Hash(file) / 7 % (uint)folds);

    /// <summary>FNV-1a over the characters.</summary>
    public static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}

/// <summary>Reads a corpus folder: one <c>.jsonl</c> file (file, text, byline a line) and the pages in <c>pages/</c>.</summary>
internal static class Corpus
{
    private const int Parts = 3;

    /// <summary>Reads the pages.</summary>
    /// <param name="folder">The corpus.</param>
    /// <param name="keptApart">Which third is kept for testing, by the hash of the file's name; null for none.</param>
    public static List<CorpusPage> Load(string folder, int? keptApart)
    {
        var pages = new List<CorpusPage>();
        foreach (var line in File.ReadLines(Directory.GetFiles(folder, "*.jsonl").Single(), Encoding.UTF8).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var file = json.RootElement.GetProperty("file").GetString()!;
            var html = File.ReadAllText(Path.Combine(folder, "pages", file), Encoding.UTF8);
            var page = new CorpusPage { File = file, IsTest = CorpusPage.Fold(file, Parts) == keptApart, Expected = Tokens.Of(json.RootElement.GetProperty("text").GetString()!), Byline = json.RootElement.GetProperty("byline").GetString() ?? "", Published = DateText.Find(json.RootElement.TryGetProperty("published", out var published) ? published.GetString() : null), Page = HtmlPage.Parse(html) };
            Labelling.Label(page);
            pages.Add(page);
        }

        return pages;
    }
}

/// <summary>Words as the scorer counts them: runs of letters, digits and underscores.</summary>
internal static class Tokens
{
    public static string[] Of(string text)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..i]);
                start = -1;
            }
        }

        return [.. tokens];
    }

    /// <summary>Runs of four words, counted.</summary>
    public static Dictionary<string, int> Runs(string[] tokens)
    {
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(tokens.Length > 0 ? 1 : 0, tokens.Length - 3); i++)
        {
            var run = string.Join(' ', tokens.Skip(i).Take(4));
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }
}
