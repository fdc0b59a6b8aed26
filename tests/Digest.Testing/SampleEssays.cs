using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Metadata;

namespace Digest.Testing;

/// <summary>Essays made by hand, for tests of what comes after reading.</summary>
public static class SampleEssays
{
    private static readonly string[] Words =
        ["harbour", "treaty", "winter", "ledger", "river", "parliament", "engine", "orchard", "border", "signal", "museum", "copper", "debate", "island", "market", "archive"];

    /// <summary>An essay whose text is its own: two essays of different titles share no five words in a row.</summary>
    public static Essay Named(string title, int paragraphs = 4)
    {
        var body = Enumerable.Range(0, paragraphs).Select(p => Paragraph(p, Sentence(title, p) + " " + Sentence(title, p + 100))).ToList();
        return new Essay
        {
            Title = title,
            Dek = null,
            Byline = new Byline { Names = ["A. Author"] },
            Language = "en",
            ReadingMinutes = 4,
            Summary = [new ChosenSentence(Sentence(title, 0), null)],
            KeyPoints = [new ChosenSentence(Sentence(title, 1), null)],
            KeyFigures = [],
            People = [],
            Organisations = [],
            Body = body,
            Stripped = [],
            RuleSetVersion = "test",
        };
    }

    /// <summary>A stored essay.</summary>
    public static EssayRecord Record(string sourceName, Essay essay, DateTimeOffset received, int revision = 1) => new()
    {
        Id = EssayId.FromSourceName(sourceName),
        SourceName = sourceName,
        SourceETag = $"\"{revision}\"",
        Revision = revision,
        FirstReceived = received,
        Received = received,
        Stored = received,
        ContentHash = HashOf(essay),
        Essay = essay,
    };

    /// <summary>A paragraph.</summary>
    public static Block Paragraph(int ordinal, string text) =>
        new() { Ordinal = ordinal, Kind = BlockKind.Paragraph, Text = text, Origin = $"line {ordinal + 1}" };

    /// <summary>A key figure.</summary>
    public static KeyFigure Figure(double value, string unit, string text, string sentence, string? qualifier = null, int importance = 3, int block = 0)
    {
        var start = Math.Max(0, sentence.IndexOf(text, StringComparison.Ordinal));
        return new KeyFigure
        {
            Value = value,
            Unit = unit,
            Qualifier = qualifier,
            Text = text,
            Sentence = sentence,
            Importance = importance,
            Source = new Passage(block, start, start + text.Length, "0000000000000000"),
        };
    }

    private static string HashOf(Essay essay) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        essay.Title + essay.SummaryText() + string.Concat(essay.Body.Select(b => b.Text)))));

    // A generator seeded by the title, so that the same title is the same text in every run.
    private static string Sentence(string title, int seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(title + seed.ToString(CultureInfo.InvariantCulture)));
        return "The " + string.Join(' ', hash.Take(14).Select(b => Words[b % Words.Length])) + $" of {title} stood.";
    }
}
