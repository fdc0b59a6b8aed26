using System.Globalization;
using System.Text.Json;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Cases;

/// <summary>
/// Measures the seeds and the cases against what a person expects of them. The floors stand in
/// <c>tests/quality-floor.json</c> and are only ever raised: a change that falls below one fails here, and one that
/// rises above it asks for the floor to be raised.
/// </summary>
public sealed class QualityGateTests
{
    private const double Step = 0.005;

    private static readonly string FloorPath = Repository.PathOf("tests", "quality-floor.json");

    [Fact]
    public void No_measure_falls_below_its_floor_and_every_floor_is_up_to_date()
    {
        var scores = Measure();
        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(FloorPath))!;
        Assert.Equal(floors.Keys, scores.Shares.Keys);
        var report = string.Join('\n', scores.Shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value:0.000} (floor {floors[s.Key]:0.000})")))
            + "\n" + string.Join('\n', scores.Differences);
        Assert.All(scores.Shares, s => Assert.True(s.Value >= floors[s.Key], $"'{s.Key}' fell below its floor.\n{report}"));
        Assert.All(scores.Shares, s => Assert.True(s.Value < floors[s.Key] + Step, $"'{s.Key}' has risen: raise its floor in tests/quality-floor.json.\n{report}"));
    }

    [Fact]
    public void There_are_at_least_sixty_cases_and_every_format_is_among_them()
    {
        var extensions = GoldenCase.Names().Select(n => Path.GetExtension(GoldenCase.Load(n).Essay.Name)).ToHashSet();
        Assert.True(GoldenCase.Names().Count >= 60);
        Assert.Superset(new HashSet<string> { ".txt", ".md", ".html", ".docx" }, extensions);
    }

    private static QualityScores Measure()
    {
        var reader = new EssayReader(RuleSet.Default);
        var scores = new QualityScores();
        foreach (var golden in GoldenCase.All())
        {
            scores.Add(golden, reader.Explain(golden.Essay));
        }

        return scores;
    }
}
