using System.Globalization;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;

namespace Digest.Core.Tests.Cases;

/// <summary>How near the readings of the seeds and the cases come to what a person expects, to the letter.</summary>
internal sealed class QualityScores : Scoreboard
{
    public override void Add(GoldenCase golden, EssayReading reading)
    {
        var expected = golden.Expected;
        if (reading.Result is not ReadResult.Ready { Essay: var essay })
        {
            Count("problem", ((ReadResult.Rejected)reading.Result).Problem.Code == expected.Problem, golden, "problem", ((ReadResult.Rejected)reading.Result).Problem.Code);
            return;
        }

        Count("problem", expected.Problem is null, golden, "problem", "none");
        if (expected.Problem is not null)
        {
            return;
        }

        Count("title", essay.Title == expected.Title && essay.Kicker == expected.Kicker, golden, "title", $"{essay.Kicker} / {essay.Title}");
        Count("dek", essay.Dek == expected.Dek, golden, "dek", essay.Dek);
        Count("byline", Joined(essay.Byline?.Names) == Joined(expected.Byline), golden, "byline", Joined(essay.Byline?.Names));
        Count("language", essay.Language.Split('-')[0] == expected.Language, golden, "language", essay.Language);
        Count("published", essay.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == expected.Published, golden, "published", essay.Published?.ToString(CultureInfo.InvariantCulture));
        if (expected.Affiliation is not null)
        {
            Count("affiliation", essay.Byline?.Affiliation == expected.Affiliation, golden, "affiliation", essay.Byline?.Affiliation);
        }

        if (expected.KeyPoints.Count > 0)
        {
            Count("key points", Joined(essay.KeyPoints.Select(p => p.Text)) == Joined(expected.KeyPoints), golden, "key points", Joined(essay.KeyPoints.Select(p => p.Text)));
        }

        var bodyText = string.Join('\n', essay.Body.Select(b => b.Text));
        Count("summary", expected.Dek is { } dek ? essay.SummaryText() == dek : essay.Summary.Count > 0 && essay.Summary.All(s => bodyText.Contains(s.Text, StringComparison.Ordinal)),
            golden, "summary", essay.SummaryText());
        AddBlocks(golden, essay, reading);
        AddFigures(golden, essay);
    }

    private void AddBlocks(GoldenCase golden, Essay essay, EssayReading reading)
    {
        var body = golden.Expected.Body!.Select(Key).ToHashSet(StringComparer.Ordinal);
        var kept = essay.Body.Select(b => Key(b.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var (block, verdict) in reading.Blocks.Where(b => !b.IsKept))
        {
            Count("stripped, precision", !body.Contains(Key(block.Text)), golden, "stripped", ((Verdict.Strip)verdict).RuleId + ": " + block.Text);
        }

        foreach (var text in golden.Expected.Stripped)
        {
            Count("stripped, recall", !kept.Contains(Key(text)), golden, "left in the body", text);
        }

        foreach (var text in golden.Expected.Body!)
        {
            Count("body kept", kept.Contains(Key(text)), golden, "lost", text);
        }
    }

    private void AddFigures(GoldenCase golden, Essay essay)
    {
        if (golden.Expected.Figures is not { } figures)
        {
            return;
        }

        var open = figures.ToList();
        foreach (var figure in essay.KeyFigures)
        {
            var isExpected = open.Remove(figure.Value) || golden.Expected.OptionalFigures.Contains(figure.Value) || figure.Importance == 1;
            Count("figures, precision", isExpected, golden, "figure", figure.Text);
        }

        var listed = essay.KeyFigures.Select(f => f.Value).ToList();
        foreach (var value in figures)
        {
            Count("figures, recall", listed.Remove(value), golden, "missing figure", value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string? Joined(IEnumerable<string>? texts) => texts is null ? null : string.Join(" | ", texts);

    private static string Key(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
