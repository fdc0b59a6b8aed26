using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Core.Rendering.Site;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions.Confirm;
using Digest.Functions.Mail;
using Digest.Functions.MailEvents;
using Digest.Functions.Storage;
using Digest.Functions.Subscribe;
using Digest.Functions.Unsubscribe;
using Digest.Testing;
using Digest.Testing.InMemory;
using Digest.Testing.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Digest.Functions.Tests.Subscribers;

/// <summary>The functions that subscribers meet, over HTTP, with real storage, a real mail server and a clock that stands still.</summary>
internal sealed class SubscriptionDesk(AzuriteFixture azurite) : IAsyncDisposable
{
    private WebApplication _app = null!;
    private SmtpClientSender _sender = null!;
    private Core.Workflows.AnswerSubscription _answer = null!;

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero));

    public InMemorySubscriptionQueue Queue { get; } = new();

    public ScriptedSmtpServer Server { get; } = new();

    public SubscriptionOptions Options { get; } = new() { FunctionsUrl = new Uri("http://digest.example/api/"), RequestsPerNetworkAndHour = 5 };

    public TokenOptions TokenOptions { get; } = new() { Keys = { ["k1"] = TokenOptions.NewKey() } };

    public HttpClient Http { get; private set; } = null!;

    public BlobContainerClient Container { get; private set; } = null!;

    public ISubscriberStore Store { get; private set; } = null!;

    /// <summary>As an app with these keys knows them: keys may have been added since.</summary>
    public ErasedReaders Erased => new(new BlobSuppressionList(Container), new SubscriberTokens(TokenOptions));

    public ImportSubscribers Import => new(Store, Erased, Clock);

    public EraseSubscriber Erase => new(Store, Erased, Clock);

    public LiftSuppression Lift => new(Store, Erased, Clock);

    public async Task StartAsync()
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var prefix = AzuriteFixture.Prefix();
        var tokens = new SubscriberTokens(TokenOptions);
        var site = new SiteOptions();
        var pages = new SubscriptionPages(site);
        Container = blobs.GetBlobContainerClient(prefix + "-subscribers");
        Store = new BlobSubscriberStore(Container);
        _sender = new SmtpClientSender(new SmtpOptions { Port = Server.Port }, TimeProvider.System);
        _answer = new(Store, Erased, Queue, _sender, new SubscriberMails(new SubscriberLinks(tokens, Options, site), site, new MailOptions()), TokenOptions, new DeliveryOptions(), Clock);
        var limits = new BlobRateLimits(blobs.GetBlobContainerClient(prefix + "-limits"));
        var subscribe = new SubscribeFunction(new Core.Workflows.Subscribe(limits, Queue, tokens, Options, Clock), pages, Options);
        var confirm = new ConfirmFunction(new ConfirmSubscription(Store, Queue, tokens, Clock), pages);
        var unsubscribe = new UnsubscribeFunction(new Core.Workflows.Unsubscribe(Store, tokens, Clock), pages);
        var events = new MailEventsFunction(new RecordMailEvents(Store, new DeliveryOptions(), Clock), NullLogger<MailEventsFunction>.Instance);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/api/subscribe", (HttpRequest r, CancellationToken c) => subscribe.RunAsync(r, c));
        _app.MapMethods("/api/confirm", ["GET", "POST"], (HttpRequest r, CancellationToken c) => confirm.RunAsync(r, c));
        _app.MapMethods("/api/unsubscribe", ["GET", "POST"], (HttpRequest r, CancellationToken c) => unsubscribe.RunAsync(r, c));
        _app.MapMethods("/api/mail-events", ["POST", "OPTIONS"], (HttpRequest r, CancellationToken c) => events.RunAsync(r, c));
        await _app.StartAsync();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _sender.Dispose();
        await Server.DisposeAsync();
    }

    public async Task<HttpResponseMessage> SubscribeAsync(string address)
    {
        var response = await Http.PostAsync("/api/subscribe", new FormUrlEncodedContent([new("address", address)]));
        await WorkAsync();
        return response;
    }

    public async Task ActivateAsync(string address)
    {
        await SubscribeAsync(address);
        await PostAsync(LinkIn(Server.Received.Last(), "confirm"));
        await WorkAsync();
    }

    /// <summary>Works off what is on the queue of mails to single subscribers at this moment.</summary>
    public async Task WorkAsync()
    {
        for (var left = Queue.Tasks.Count; left > 0 && Queue.TryTake(out var task); left--)
        {
            await _answer.RunAsync(task, CancellationToken.None);
        }
    }

    public Task<HttpResponseMessage> PostAsync(string pathAndQuery) => Http.PostAsync(pathAndQuery, null);

    public Task<Subscriber?> FindAsync(string address) => Store.FindAsync(EmailAddress.Parse(address).SubscriberId, CancellationToken.None);

    public static string LinkIn(ReceivedMail mail, string function) =>
        Regex.Match(TextOf(mail), @"http://digest\.example(/api/" + function + @"\?\S+)", RegexOptions.NonBacktracking).Groups[1].Value;

    public static string TextOf(ReceivedMail mail)
    {
        var part = mail.Data[mail.Data.IndexOf("text/plain", StringComparison.Ordinal)..];
        var start = part.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var end = part.IndexOf("\n--", start, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(part[start..end].Replace("\n", "", StringComparison.Ordinal)));
    }
}
