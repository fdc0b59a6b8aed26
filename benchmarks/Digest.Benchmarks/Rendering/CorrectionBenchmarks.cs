using BenchmarkDotNet.Attributes;
using Digest.Core.Issues;
using Digest.Core.Workflows;
using Digest.Testing.InMemory;

namespace Digest.Benchmarks.Rendering;

/// <summary>Publishing when one essay of an archive changed: the cost must not grow with the archive.</summary>
[MemoryDiagnoser]
public class CorrectionBenchmarks
{
    private Newsroom _newsroom = null!;
    private int _revision = 1;

    /// <summary>Essays that earlier issues carried, 20 each.</summary>
    [Params(500, 5_000, 50_000)]
    public int Essays { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _newsroom = new Newsroom(new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero), new IssueOptions { TimeZone = "Europe/Berlin" });
        await Archive.FillAsync(_newsroom, Essays);
    }

    /// <summary>The whole run of the timer: finds the corrected essay, publishes its page and the feeds.</summary>
    [Benchmark]
    public Task<AssembleResult> OneEssayChanged()
    {
        _newsroom.Drop("week 0/essay 7.txt", $"Essay 7, version {++_revision}", _revision);
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        return _newsroom.RunAsync();
    }
}
