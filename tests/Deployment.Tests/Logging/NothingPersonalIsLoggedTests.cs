using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions;
using Digest.Functions.AnswerSubscription;
using Digest.Functions.DeliverDigest;
using Digest.Functions.Storage;
using Digest.Functions.Subscribe;
using Digest.Testing;
using Digest.Testing.Smtp;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digest.Deployment.Tests.Logging;

/// <summary>The whole pipeline with marked values: from a drop to mails that arrive, bounce and break, nothing of a subscriber and no secret is written down.</summary>
public sealed class NothingPersonalIsLoggedTests(AzuriteFixture azurite)
{
    private const string Reader = "marked-reader@example.org";
    private const string Bouncing = "marked-bouncing@example.org";
    private const string Breaking = "marked-breaking@example.org";
    private const string Newcomer = "marked-newcomer@example.org";
    private static readonly string[] Addresses = [Reader, Bouncing, Breaking];

    [Fact]
    public async Task No_address_token_key_or_connection_string_is_logged_from_drop_to_mail()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions
        {
            Script = step => step switch
            {
                { Moment: SmtpMoment.Rcpt, Recipient: Bouncing } => new SmtpAct.Reply(550, $"5.1.1 <{Bouncing}> is unknown here"),
                { Moment: SmtpMoment.Body, Recipient: Breaking } => new SmtpAct.Drop(),
                _ => null,
            },
        });
        var key = TokenOptions.NewKey();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Digest:Smtp:Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Digest:Smtp:Password"] = "marked-password",
            ["Digest:Tokens:Keys:k1"] = key,
        }).Build();
        using var captured = new Captured();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(captured)).AddDigest(configuration).BuildServiceProvider();
        using var azureClients = new AzureEvents(captured);

        await RunPipelineAsync(services);

        Assert.Contains(server.Received, mail => mail.Recipient == Reader);
        Assert.Contains(server.Received, mail => mail.Recipient == Newcomer);
        var tokens = Addresses.Append(Newcomer).Select(address =>
            services.GetRequiredService<SubscriberTokens>().Sign(TokenPurpose.Unsubscribe, EmailAddress.Parse(address).SubscriberId, null));
        string[] secrets = ["marked-reader", "marked-bouncing", "marked-breaking", "marked-newcomer", "marked-password", key, .. tokens,
            azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0]];
        Assert.True(captured.Lines.Count > 20, "The pipeline says what it does.");
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(captured.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        AssertTraces(captured);
    }

    private static async Task RunPipelineAsync(IServiceProvider services)
    {
        var blobs = services.GetRequiredService<BlobServiceClient>();
        var queues = services.GetRequiredService<QueueServiceClient>();
        await StorageSetup.EnsureAsync(blobs, queues, CancellationToken.None);
        await services.GetRequiredService<ImportSubscribers>().RunAsync(
            new StringReader("email\n" + string.Join('\n', Addresses)), "test", null, CancellationToken.None);

        var drop = blobs.GetBlobContainerClient(StorageNames.Incoming).GetBlobClient("harbour.txt");
        await drop.UploadAsync(new BinaryData(Encoding.UTF8.GetBytes("The harbour\n\nIn 2019 the harbour took 3,000 ships, and nobody had expected them to come.\n\nIt ended well.\n")), overwrite: true);
        await Make<IngestEssayFunction>(services).RunAsync(drop, CancellationToken.None);

        var issue = await services.GetRequiredService<AssembleDigest>().RunAsync(AssembleRequest.Now, CancellationToken.None);
        Assert.NotNull(issue.IssueId);
        var deliver = Make<DeliverDigestFunction>(services);
        foreach (var shard in Addresses.Select(a => Subscriber.ShardOf(EmailAddress.Parse(a).SubscriberId)).Distinct())
        {
            await deliver.RunAsync(new DeliveryTask(issue.IssueId, shard), CancellationToken.None);
        }

        await SubscribeAsync(services, queues);
    }

    private static async Task SubscribeAsync(IServiceProvider services, QueueServiceClient queues)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"address\":\"{Newcomer}\"}}");
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.ContentType, context.Request.ContentLength, context.Request.Body) =
            ("POST", "application/json", body.Length, new MemoryStream(body));
        await Make<SubscribeFunction>(services).RunAsync(context.Request, CancellationToken.None);
        var answer = Make<AnswerSubscriptionFunction>(services);
        foreach (var message in (await queues.GetQueueClient(StorageNames.SubscriptionQueue).ReceiveMessagesAsync(32)).Value)
        {
            await answer.RunAsync(message.Body.ToObjectFromJson<SubscriptionTask>(System.Text.Json.JsonSerializerOptions.Web)!, CancellationToken.None);
        }
    }

    // One trace a drop and one an issue: instances that never meet agree on it, and the issue points at its essays.
    private static void AssertTraces(Captured captured)
    {
        var ingest = captured.Activities.Single(a => a.OperationName == "ingest");
        Assert.Equal(EssayId.FromSourceName("harbour.txt"), ingest.GetTagItem("digest.essay.id"));
        // Finishing is looked at again by whoever made the issue; every look is part of its trace.
        var finishes = captured.Activities.Where(a => a.OperationName == "finish").ToList();
        Assert.NotEmpty(finishes);
        Assert.All(finishes, finish => Assert.Contains(finish.Links, link => link.Context.TraceId == ingest.TraceId));
        Assert.All(captured.Activities.Where(a => a.OperationName is "deliver" or "finish"), a => Assert.Equal(finishes[0].TraceId, a.TraceId));
        Assert.Contains(captured.Activities, a => a.OperationName == "deliver");
    }

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}
