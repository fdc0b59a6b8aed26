using System.Diagnostics;
using System.Net.Mail;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions;
using Digest.Functions.Storage;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.DeliveryBenchmarks;

/// <summary>
/// Imports a list and delivers an issue to it on the emulator, with a mail server that takes everything at once: how
/// long the import takes, what storage is asked, and how much memory the delivering process needs.
/// </summary>
internal static class IssueCost
{
    private const string Issue = "2026-W47";
    private const int ShardsAtOnce = 8;

    public static async Task RunAsync(int subscribers)
    {
        await using var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        var counter = new CountingPolicy();
        await using var services = Services(azurite.ConnectionString, counter);
        await StorageSetup.EnsureAsync(
            services.GetRequiredService<BlobServiceClient>(), services.GetRequiredService<QueueServiceClient>(), CancellationToken.None);
        counter.Take();

        var list = new StringReader("email,consent source\n" + string.Join('\n', Enumerable.Range(0, subscribers).Select(i => $"reader{i}@example.org,fair")));
        var watch = Stopwatch.StartNew();
        var imported = await services.GetRequiredService<ImportSubscribers>().RunAsync(list, null, null, CancellationToken.None);
        Console.WriteLine($"{subscribers:N0} subscribers: {imported.Added:N0} imported in {watch.Elapsed.TotalSeconds:0.0} s ({Show(counter)})");

        await services.GetRequiredService<IIssueStore>().SavePartAsync(
            Issue, MailTemplate.PartName, new MailTemplate(Issue, "Cost", "Text", "<p>Text</p>", DateTimeOffset.UnixEpoch).ToJson(), "application/json", CancellationToken.None);
        await services.GetRequiredService<DirectDelivery>().ResumeAsync(Issue, CancellationToken.None);
        counter.Take();
        list.Dispose();
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var workflow = services.GetRequiredService<DeliverDigest>();
        watch.Restart();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, DeliveryTask.ShardCount), new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce }, async (shard, token) =>
            {
                await workflow.RunAsync(new DeliveryTask(Issue, shard), token);
                var live = GC.GetTotalMemory(forceFullCollection: true) - before;
                InterlockedMax(ref peak, live);
            });
        Console.WriteLine($"  delivered in {watch.Elapsed.TotalSeconds:0.0} s: {Show(counter)}");
        Console.WriteLine($"  live memory above the start, most at the end of any shard: {peak / 1024.0 / 1024.0:0.0} MB");
    }

    private static string Show(CountingPolicy counter)
    {
        var counts = counter.Take();
        return $"{counts.Values.Sum():N0} operations: " + string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value:N0} {c.Key}"));
    }

    private static void InterlockedMax(ref long target, long value)
    {
        long seen;
        while (value > (seen = Interlocked.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private static ServiceProvider Services(string storage, CountingPolicy counter)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Composition.StorageConnection] = storage,
            ["Digest:Tokens:Keys:k1"] = TokenOptions.NewKey(),
        }).Build();
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigest(configuration)
            .AddSingleton(new BlobServiceClient(storage, blobs))
            .AddSingleton<IMailSender>(new TakesEverything())
            .BuildServiceProvider();
    }

    private sealed class TakesEverything : IMailSender
    {
        public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return new SendOutcome(SendResult.Accepted, 250, null, "");
        }
    }
}
