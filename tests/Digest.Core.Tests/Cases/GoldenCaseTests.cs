using System.Text.Json;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Cases;

/// <summary>
/// Every folder of tests/cases: the whole reading is compared with <c>expected.json</c>. What a person expects of the
/// case stands in <c>case.json</c> and is measured by <see cref="QualityGateTests"/>.
/// </summary>
public sealed class GoldenCaseTests
{
    private static readonly EssayReader Reader = new(RuleSet.Default);
    private static readonly JsonSerializerOptions Indented = new(EssayJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Names() => [.. GoldenCase.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_is_read_as_before(string name)
    {
        var golden = GoldenCase.Load(name);
        var reading = Reader.Explain(golden.Essay);
        Golden.Verify(Shown(reading), golden.GoldenPath!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_block_is_kept_or_in_the_ledger(string name)
    {
        var reading = Reader.Explain(GoldenCase.Load(name).Essay);
        Assert.Equal(Enumerable.Range(0, reading.Blocks.Count), reading.Blocks.Select(b => b.Block.Ordinal));
        if (reading.Result is ReadResult.Ready { Essay: var essay })
        {
            Assert.Equal(
                reading.Blocks.Select(b => b.Block.Ordinal),
                essay.Body.Select(b => b.Ordinal).Concat(essay.Stripped.Select(s => s.Block.Ordinal)).Order());
        }
    }

    /// <summary>The version of the rules is left out: it changes with every rule, and the reading may not.</summary>
    private static string Shown(EssayReading reading) => (reading.Result switch
    {
        ReadResult.Ready { Essay: var essay } => JsonSerializer.Serialize(essay with { RuleSetVersion = "" }, Indented),
        ReadResult.Rejected { Problem: var problem } => JsonSerializer.Serialize(problem, Indented),
        _ => throw new InvalidOperationException(),
    }) + "\n";
}
