using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace Digest.Cli.Tests.Host;

/// <summary>What the sample functions below were run with; one per test host.</summary>
public sealed class Runs
{
    public ConcurrentQueue<string> Seen { get; } = new();

    public int Count(string what) => Seen.Count(seen => string.Equals(seen, what, StringComparison.Ordinal));
}

/// <summary>Functions with each kind of trigger, as an application would write them.</summary>
public sealed class SampleFunctions(Runs runs)
{
    public const string Container = "sample-drops";
    public const string Queue = "sample-tasks";

    [Function("SampleBlob")]
    public async Task OnBlobAsync([BlobTrigger(Container + "/{dir}/{name}.{ext}")] BlobClient blob, string name, string ext, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        runs.Seen.Enqueue($"blob {blob.Name} {name} {ext}");
        if (name.StartsWith("bad", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("This drop always fails.");
        }
    }

    [Function("SampleQueue")]
    public void OnMessage([QueueTrigger(Queue)] SampleTask task, int dequeueCount, FunctionContext context)
    {
        Assert.NotEmpty(context.InvocationId);
        runs.Seen.Enqueue($"queue {task.Name} {dequeueCount}");
        if (dequeueCount <= task.Failures)
        {
            throw new InvalidOperationException("Not yet.");
        }
    }

    [Function("SampleTimer")]
    public void OnTimer([TimerTrigger("0 0 4 1 1 *")] TimerInfo timer) => runs.Seen.Enqueue(timer.IsPastDue ? "timer late" : "timer");

    [Function("SampleHttp")]
    public static IResult OnRequest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sample/{number}")] HttpRequest request, int? number) =>
        Results.Text($"{request.Method} {number + 1}");
}

public sealed record SampleTask(string Name, int Failures);
