using System.Globalization;
using System.Text.Json;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Cases;

/// <summary>
/// Measures the seeds, the cases and the pasted essays against what a person expects of them. The floors stand in
/// <c>tests/quality-floor.json</c> and are only ever raised: a change that falls below one fails here, and one that
/// rises above it asks for the floor to be raised.
/// </summary>
public sealed class QualityGateTests
{
    private const double Step = 0.005;

    /// <summary>
    /// The sets of tests/essays that share their floors. New essays never meet those that older ones have reached, so each few new sets are a group.
    /// The expectations of the first were read again with the project's conventions in hand; in the others it stands as its writers decided
    /// which counts and times are worth listing.
    /// </summary>
    public static TheoryData<int, int> Groups => new() { { 1, 14 }, { 15, 20 }, { 21, 24 }, { 25, 29 }, { 30, 33 }, { 34, 37 }, { 38, 39 }, { 40, 41 }, { 42, 42 }, { 43, 44 } };

    private static readonly string FloorPath = Repository.PathOf("tests", "quality-floor.json");

    [Fact]
    public void No_measure_of_the_seeds_and_cases_falls_below_its_floor() => Hold("seeds and cases", new QualityScores(), GoldenCase.All());

    [Theory]
    [MemberData(nameof(Groups))]
    public void No_measure_of_the_pasted_essays_falls_below_its_floor(int first, int last) => Hold($"essays {first} to {last}", new PastedEssayScores(), GoldenCase.Essays(first, last));

    [Fact]
    public void Every_set_of_essays_has_floors() =>
        Assert.Equal(GoldenCase.EssaySets(), Groups.SelectMany(group => Enumerable.Range(group.Data.Item1, group.Data.Item2 - group.Data.Item1 + 1)));

    [Fact]
    public void There_are_at_least_sixty_cases_and_every_format_is_among_them()
    {
        var extensions = GoldenCase.Names().Select(n => Path.GetExtension(GoldenCase.Load(n).Essay.Name)).ToHashSet();
        Assert.True(GoldenCase.Names().Count >= 60);
        Assert.Superset(new HashSet<string> { ".txt", ".md", ".html", ".docx" }, extensions);
    }

    private static void Hold(string group, Scoreboard scores, IEnumerable<GoldenCase> cases)
    {
        var reader = new EssayReader(RuleSet.Default);
        foreach (var golden in cases)
        {
            scores.Add(golden, reader.Explain(golden.Essay));
        }

        var floors = JsonSerializer.Deserialize<Dictionary<string, SortedDictionary<string, double>>>(File.ReadAllText(FloorPath))![group];
        var report = string.Join('\n', scores.Shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value:0.0000} (floor {floors.GetValueOrDefault(s.Key):0.000})")))
            + "\n" + string.Join('\n', scores.Differences);
        Assert.Equal(floors.Keys, scores.Shares.Keys);
        var low = scores.Shares.Where(s => s.Value < floors[s.Key]).Select(s => s.Key).ToList();
        Assert.True(low.Count == 0, $"Fell below the floor: {string.Join(", ", low)}.\n{report}");
        var high = scores.Shares.Where(s => s.Value >= floors[s.Key] + Step).Select(s => s.Key).ToList();
        Assert.True(high.Count == 0, $"Raise the floors in tests/quality-floor.json: {string.Join(", ", high)}.\n{report}");
    }
}
