using Azure.Storage.Blobs;
using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions.Mail;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.InMemory;
using Digest.Testing.Smtp;

namespace Digest.Functions.Tests.Deliveries;

/// <summary>An issue, its subscribers and everything that delivers it: real storage, a real server, a clock that stands still.</summary>
internal sealed class Newsletter : IAsyncDisposable
{
    public const string Issue = "2026-W47";

    private const int MostRounds = 4;
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    public static readonly DigestIssue Manifest = new()
    {
        Id = Issue,
        Scheduled = Start,
        Created = Start,
        Subject = "This week",
        Preheader = "",
        Intro = "",
        Items = [],
        TemplateVersion = "1",
    };

    private readonly SmtpClientSender _sender;

    public Newsletter(AzuriteFixture azurite, SmtpServerOptions? server = null, Func<IMailSender, IMailSender>? wrap = null)
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var prefix = AzuriteFixture.Prefix();
        Server = new ScriptedSmtpServer(server);
        Refusals = new RefusalWatch(Options);
        Subscribers = new BlobSubscriberStore(blobs.GetBlobContainerClient(prefix + "-subscribers"));
        Ledger = new AppendBlobLedger(blobs.GetBlobContainerClient(prefix + "-deliveries"), Options.Lease, TimeProvider.System);
        _sender = new SmtpClientSender(new SmtpOptions { Host = "127.0.0.1", Port = Server.Port, Timeout = TimeSpan.FromSeconds(5) }, TimeProvider.System);
        Sender = wrap?.Invoke(_sender) ?? _sender;
        Tokens = new SubscriberTokens(new TokenOptions { Keys = { ["k1"] = TokenOptions.NewKey() } });
        Erased = new ErasedReaders(new BlobSuppressionList(blobs.GetBlobContainerClient(prefix + "-subscribers")), Tokens);
    }

    public FixedClock Clock { get; } = new(Start);

    public ScriptedSmtpServer Server { get; }

    public ISubscriberStore Subscribers { get; }

    public IDeliveryLedger Ledger { get; }

    public InMemoryDeliveryQueue Queue { get; } = new();

    public InMemoryIssueStore Issues { get; } = new();

    public IMailSender Sender { get; }

    public SubscriberTokens Tokens { get; }

    public DeliveryOptions Options { get; } = new();

    public RefusalWatch Refusals { get; }

    public ErasedReaders Erased { get; }

    public DirectDelivery Direct => new(Ledger, Queue, Issues, Clock);

    public Core.Workflows.DeliverDigest Workflow => WorkflowOf(Refusals);

    public async Task PublishAsync(params IEnumerable<string> addresses)
    {
        var list = new StringReader("email\n" + string.Join('\n', addresses));
        await new ImportSubscribers(Subscribers, Erased, Clock).RunAsync(list, "test", null, CancellationToken.None);
        await Issues.SavePartAsync(
            Issue, MailTemplate.PartName,
            new MailTemplate(Issue, "This week", "Hello.\nLeave: %%UNSUBSCRIBE_URL%%\n", "<p>Hello.</p><a href=\"%%UNSUBSCRIBE_URL%%\">Leave</a>", Start).ToJson(),
            "application/json", CancellationToken.None);
    }

    /// <summary>The workflow as another process has it, which has seen no refusals but those of its own.</summary>
    public Core.Workflows.DeliverDigest WorkflowOf(RefusalWatch refusals) => new(
        Issues, Subscribers, Ledger, Queue, Sender, new FinishDelivery(Issues, Subscribers, Ledger, Options, Clock), refusals,
        new SubscriberLinks(Tokens, new SubscriptionOptions(), new SiteOptions()), new MailOptions(), Options, Clock);

    /// <summary>One pass over the shard of an address.</summary>
    public Task<PassEnd> PassAsync(string address, CancellationToken cancellationToken = default) =>
        Workflow.RunAsync(new DeliveryTask(Issue, ShardOf(address)), cancellationToken);

    /// <summary>One pass over every shard.</summary>
    public async Task PassAllAsync()
    {
        for (var shard = 0; shard < DeliveryTask.ShardCount; shard++)
        {
            await Workflow.RunAsync(new DeliveryTask(Issue, shard), CancellationToken.None);
        }
    }

    /// <summary>
    /// Passes over every shard until all are finished, as the queue brings them back: on a machine at its limits a connection or a lease may time out, and what it
    /// was for is tried again later.
    /// </summary>
    public async Task PassUntilFinishedAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await PassAllAsync();
            if (await Ledger.ListAsync(Issue, CancellationToken.None).CountAsync(shard => shard.Finished) == DeliveryTask.ShardCount)
            {
                return;
            }

            Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    public async Task<Delivery?> DeliveryAsync(string address)
    {
        var (entries, _) = await Ledger.ReadAsync(Issue, ShardOf(address), 0, CancellationToken.None);
        return new ShardDeliveries(entries).Find(IdOf(address));
    }

    public async Task<Subscriber> SubscriberAsync(string address) =>
        await Subscribers.FindAsync(IdOf(address), CancellationToken.None) ?? throw new InvalidOperationException(address + " is not known.");

    public static string IdOf(string address) => EmailAddress.Parse(address).SubscriberId;

    public static int ShardOf(string address) => Subscriber.ShardOf(IdOf(address));

    /// <summary>Addresses that all fall into one shard.</summary>
    public static IReadOnlyList<string> Neighbours(int count, int shard = 7) => [.. Enumerable.Range(0, int.MaxValue)
        .Select(i => $"reader{i}@example.org").Where(a => ShardOf(a) == shard).Take(count)];

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await Server.DisposeAsync();
    }
}
