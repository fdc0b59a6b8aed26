using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Storage;

public sealed class ProblemListTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_listing_tells_every_problem_and_reads_none()
    {
        var http = new RecordedHttp();
        var blobs = new BlobServiceClient(azurite.ConnectionString, http.Options());
        await StorageSetup.EnsureAsync(blobs, new QueueServiceClient(azurite.ConnectionString), CancellationToken.None);
        var store = new BlobEssayStore(blobs);
        var time = new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);
        var name = $"{AzuriteFixture.Prefix()}/Ähren und Öl – „{new string('ö', 400)}“.pdf";
        var problem = new DropProblem(name, "\"0x8D\"", time, time.AddSeconds(1), new Problem(ProblemCodes.UnknownFormat, "“Ähren” is a PDF. Drop a Word file instead."));
        await store.SaveProblemAsync(problem, default);
        http.Take();
        Assert.Equal(problem, await store.ListProblemsAsync(default).SingleAsync(p => p.SourceName == name));
        Assert.All(http.Take(), request => Assert.Contains("comp=list", request, StringComparison.Ordinal));
        Assert.Equal(problem, await store.FindProblemAsync(name, default));

        var endless = problem with { Problem = problem.Problem with { Message = new string('ß', 5_000) } };
        await store.SaveProblemAsync(endless, default);
        Assert.Equal(400, (await store.ListProblemsAsync(default).SingleAsync(p => p.SourceName == name)).Problem.Message.Length);
        Assert.Equal(endless, await store.FindProblemAsync(name, default));
    }
}
