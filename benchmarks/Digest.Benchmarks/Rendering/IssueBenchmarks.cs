using BenchmarkDotNet.Attributes;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Testing;

namespace Digest.Benchmarks.Rendering;

/// <summary>Rendering the mail of an issue of 20 essays.</summary>
[MemoryDiagnoser]
public class IssueBenchmarks
{
    private readonly IssueView _view = SampleIssues.Of([.. Enumerable.Range(0, 20).Select(i =>
        SampleEssays.Record($"essay {i}", SampleEssays.Named($"Essay {i}", paragraphs: 30), SampleIssues.Friday))]);

    [Benchmark]
    public Task<MailTemplate> Mail() => IssueMail.RenderAsync(_view);

    [Benchmark]
    public Task<IssueRendering> MailAndPage() => IssueRendering.OfAsync(_view);
}
