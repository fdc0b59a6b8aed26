using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.FireDrill;

/// <summary>
/// Delivers an issue while the server fails in every way it can and the delivering process is killed again and again,
/// then compares what the server has with what the ledgers say.
/// </summary>
/// <param name="subscribers">How many subscribers.</param>
/// <param name="kills">How often the delivering process is killed.</param>
/// <param name="seed">Decides faults and moments.</param>
public sealed class Drill(int subscribers, int kills, int seed)
{
    private const string Issue = "2026-W47";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Runs the drill.</summary>
    /// <param name="output">Told what happens.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is wrong; empty when all is right.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        return await RunAsync(azurite.ConnectionString, output, cancellationToken);
    }

    /// <summary>Runs the drill on storage that is there and empty.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string storage, TextWriter output, CancellationToken cancellationToken)
    {
        var faults = new Faults(seed);
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Script = faults.Act });
        var settings = Settings(storage, server.Port);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigest(configuration).BuildServiceProvider();
        await StorageSetup.EnsureAsync(
            services.GetRequiredService<BlobServiceClient>(), services.GetRequiredService<QueueServiceClient>(), cancellationToken);
        await PublishAsync(services, cancellationToken);

        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        var tally = new DeliveryTally(services.GetRequiredService<IDeliveryLedger>(), Issue, TimeProvider.System);
        var direct = services.GetRequiredService<DirectDelivery>();
        var killed = 0;
        var worker = Start(settings);
        DeliveryReport report;
        try
        {
            while ((!(report = await tally.LookAsync(cancellationToken)).Finished || !await IsReportedAsync(services, cancellationToken)) && watch.Elapsed < Patience)
            {
                if (killed < kills)
                {
                    await Task.Delay(random.Next(500, 2500), cancellationToken);
                    worker.Kill(entireProcessTree: true);
                    await worker.WaitForExitAsync(cancellationToken);
                    killed++;
                    worker.Dispose();
                    worker = Start(settings);
                }
                else
                {
                    await Task.Delay(1000, cancellationToken);
                    await direct.ReviveAsync(TimeSpan.FromSeconds(8), cancellationToken);
                }
            }
        }
        finally
        {
            worker.Kill(entireProcessTree: true);
            worker.Dispose();
        }

        var findings = await FindingsAsync(services, server, faults, report, cancellationToken);
        var copies = server.Received.GroupBy(m => m.Recipient, StringComparer.Ordinal).ToList();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{subscribers} subscribers, seed {seed}, {killed} kills, {watch.Elapsed.TotalSeconds:0} s: {report.Counts}"));
        await output.WriteLineAsync(
            $"{server.Received.Count} mails taken for {copies.Count} readers; {copies.Count(c => c.Count() > 1)} have it more than once, "
            + $"{server.Received.Count(m => !m.Acknowledged)} taken without a 250.");
        foreach (var finding in findings)
        {
            await output.WriteLineAsync("WRONG: " + finding);
        }

        return findings;
    }

    // The report is what is stored last.
    private static async Task<bool> IsReportedAsync(ServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<IIssueStore>().ReadPartAsync(Issue, DeliveryReport.PartName, cancellationToken) is not null;

    private async Task<List<string>> FindingsAsync(
        ServiceProvider services, ScriptedSmtpServer server, Faults faults, DeliveryReport report, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        if (!report.Finished)
        {
            findings.Add($"{DeliveryTask.ShardCount - report.ShardsFinished} shards are not finished.");
        }

        if (report.Counts.Planned != subscribers)
        {
            findings.Add($"{report.Counts.Planned} are planned, not {subscribers}.");
        }

        var store = services.GetRequiredService<ISubscriberStore>();
        var ledger = services.GetRequiredService<IDeliveryLedger>();
        var received = server.Received.ToLookup(m => m.Recipient, StringComparer.Ordinal);
        for (var shard = 0; shard < DeliveryTask.ShardCount; shard++)
        {
            var (entries, _) = await ledger.ReadAsync(Issue, shard, 0, cancellationToken);
            var deliveries = new ShardDeliveries(entries);
            foreach (var subscriber in (await store.ReadShardAsync(shard, cancellationToken)).Values)
            {
                findings.AddRange(Judge(subscriber, deliveries.Find(subscriber.Id), [.. received[subscriber.Address]], faults).Select(f => $"{subscriber.Address}: {f}"));
            }
        }

        return findings;
    }

    private static IEnumerable<string> Judge(Subscriber subscriber, Delivery? delivery, List<ReceivedMail> mails, Faults faults)
    {
        if (delivery is null)
        {
            yield return "is not in the plan.";
            yield break;
        }

        var unknown = faults.IsUnknown(subscriber.Address);
        if (delivery.State != (unknown ? DeliveryState.Refused : DeliveryState.Accepted))
        {
            yield return $"ended {delivery.State}.";
        }

        if (subscriber.State != (unknown ? SubscriberState.Suppressed : SubscriberState.Active))
        {
            yield return $"is {subscriber.State}.";
        }

        if (delivery.State == DeliveryState.Accepted && !mails.Any(m => m.Acknowledged))
        {
            yield return "is called accepted, and the server never said so.";
        }

        if (mails.Count > 1 + delivery.UncertainAttempts)
        {
            yield return $"has it {mails.Count} times and the ledger knows of {delivery.UncertainAttempts} uncertain tries.";
        }

        if (mails.Select(m => m.Header("Message-ID")).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "has it under several Message-IDs.";
        }
    }

    private async Task PublishAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var list = new StringReader("email\n" + string.Join('\n', Enumerable.Range(0, subscribers).Select(i => $"reader{i}@example.org")));
        await services.GetRequiredService<ImportSubscribers>().RunAsync(list, "fire drill", null, cancellationToken);
        var issues = services.GetRequiredService<IIssueStore>();
        var manifest = new DigestIssue
        {
            Id = Issue,
            Scheduled = DateTimeOffset.UtcNow,
            Created = DateTimeOffset.UtcNow,
            Subject = "The fire drill",
            Preheader = "",
            Intro = "",
            Items = [],
            TemplateVersion = "1",
        };
        await issues.TryCreateAsync(manifest, RecentIssues.None, cancellationToken);
        var paragraph = string.Concat(Enumerable.Repeat("A sentence about nothing in particular, as long as most of them are. ", 40));
        var template = new MailTemplate(
            Issue, "The fire drill", $"{paragraph}\n%%UNSUBSCRIBE_URL%%\n", $"<p>{paragraph}</p><a href=\"%%UNSUBSCRIBE_URL%%\">Leave</a>", DateTimeOffset.UtcNow);
        await issues.SavePartAsync(Issue, MailTemplate.PartName, template.ToJson(), "application/json", cancellationToken);
        await services.GetRequiredService<DirectDelivery>().ResumeAsync(Issue, cancellationToken);
    }

    private static Dictionary<string, string?> Settings(string storage, int port) => new(StringComparer.Ordinal)
    {
        [Composition.StorageConnection] = storage,
        ["Digest:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Digest:Smtp:Connections"] = "24",
        ["Digest:Smtp:Timeout"] = "00:00:10",
        ["Digest:Tokens:Keys:k1"] = TokenOptions.NewKey(),
        ["Digest:Delivery:ClaimSize"] = "5",
        ["Digest:Delivery:ConcurrencyPerShard"] = "4",
        ["Digest:Delivery:Lease"] = "00:00:15",
        ["Digest:Delivery:FirstRetry"] = "00:00:01",
        ["Digest:Delivery:LongestRetry"] = "00:00:04",
        ["Digest:Delivery:MaxAttempts"] = "50",
        ["Digest:Delivery:MaxResends"] = "10",
    };

    private static Process Start(Dictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        start.ArgumentList.Add(typeof(Drill).Assembly.Location);
        start.ArgumentList.Add("worker");
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
    }
}
