using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Digest.Core.Deliveries;
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
using Xunit;

namespace Digest.Functions.Tests.Subscribers;

/// <summary>Subscribing and leaving over HTTP, with real storage and a real mail server.</summary>
public sealed class SubscriptionTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero));
    private readonly InMemorySubscriptionQueue _queue = new();
    private readonly ScriptedSmtpServer _server = new();
    private readonly SubscriptionOptions _options = new() { FunctionsUrl = new Uri("http://digest.example/api/"), RequestsPerNetworkAndHour = 5 };
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private SmtpClientSender _sender = null!;
    private BlobSubscriberStore _store = null!;
    private Core.Workflows.AnswerSubscription _answer = null!;

    public async ValueTask InitializeAsync()
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        var prefix = AzuriteFixture.Prefix();
        var tokenOptions = new TokenOptions { Keys = { ["k1"] = TokenOptions.NewKey() } };
        var tokens = new SubscriberTokens(tokenOptions);
        var site = new SiteOptions();
        var pages = new SubscriptionPages(site);
        _store = new BlobSubscriberStore(blobs.GetBlobContainerClient(prefix + "-subscribers"));
        _sender = new SmtpClientSender(new SmtpOptions { Port = _server.Port }, TimeProvider.System);
        _answer = new(_store, _sender, new SubscriberMails(new SubscriberLinks(tokens, _options, site), site, new MailOptions()), tokenOptions, new DeliveryOptions(), _clock);
        var limits = new BlobRateLimits(blobs.GetBlobContainerClient(prefix + "-limits"));
        var subscribe = new SubscribeFunction(new Core.Workflows.Subscribe(limits, _queue, tokens, _options, _clock), pages);
        var confirm = new ConfirmFunction(new ConfirmSubscription(_store, _queue, tokens, _clock), pages);
        var unsubscribe = new UnsubscribeFunction(new Core.Workflows.Unsubscribe(_store, tokens, _clock), pages);
        var events = new MailEventsFunction(new RecordMailEvents(_store, new DeliveryOptions(), _clock), NullLogger<MailEventsFunction>.Instance);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/api/subscribe", (HttpRequest r, CancellationToken c) => subscribe.RunAsync(r, c));
        _app.MapMethods("/api/confirm", ["GET", "POST"], (HttpRequest r, CancellationToken c) => confirm.RunAsync(r, c));
        _app.MapMethods("/api/unsubscribe", ["GET", "POST"], (HttpRequest r, CancellationToken c) => unsubscribe.RunAsync(r, c));
        _app.MapMethods("/api/mail-events", ["POST", "OPTIONS"], (HttpRequest r, CancellationToken c) => events.RunAsync(r, c));
        await _app.StartAsync();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _sender.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task From_the_form_to_the_first_welcome()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await SubscribeAsync("Ada@Example.org")).StatusCode);
        Assert.Equal(SubscriberState.Pending, (await FindAsync())!.State);
        var link = LinkIn(Assert.Single(_server.Received), "confirm");

        using var asked = await _http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(SubscriberState.Pending, (await FindAsync())!.State);

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(link)).StatusCode);
        var subscriber = (await FindAsync())!;
        Assert.Equal(SubscriberState.Active, subscriber.State);
        Assert.Equal("Ada@Example.org", subscriber.Address);
        Assert.Equal(_options.Wording, subscriber.Consent.Wording);
        Assert.Equal(_clock.GetUtcNow(), subscriber.Consent.Confirmed);
        Assert.NotNull(subscriber.Consent.NetworkHash);
        Assert.DoesNotContain("127.0.0", subscriber.Consent.NetworkHash, StringComparison.Ordinal);

        await WorkAsync();
        Assert.Equal(2, _server.Received.Count);
        Assert.Equal("List-Unsubscribe=One-Click", _server.Received.Last().Header("List-Unsubscribe-Post"));
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_another_mail()
    {
        using var first = await SubscribeAsync(Ada);
        await PostAsync(LinkIn(_server.Received.First(), "confirm"));
        await WorkAsync();
        using var second = await SubscribeAsync(Ada);
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Contains("is subscribed already", TextOf(_server.Received.Last()), StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Active, (await FindAsync())!.State);
    }

    [Fact]
    public async Task A_trap_that_is_filled_gets_the_same_answer_and_nothing_else()
    {
        using var response = await _http.PostAsync("/api/subscribe", new FormUrlEncodedContent([new("address", Ada), new("website", "http://spam")]));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(_queue.Tasks);
    }

    [Fact]
    public async Task One_mailbox_is_written_to_three_times_a_day_whatever_its_plus_tags()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await SubscribeAsync($"ada+{i}@example.org")).StatusCode);
        }

        Assert.Equal(3, _server.Received.Count);
    }

    [Fact]
    public async Task A_network_that_asks_too_often_has_to_wait_an_hour()
    {
        for (var i = 0; i < 5; i++)
        {
            await SubscribeAsync($"reader{i}@example.org");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SubscribeAsync("one-more@example.org")).StatusCode);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, (await SubscribeAsync("one-more@example.org")).StatusCode);
    }

    [Fact]
    public async Task A_program_gets_JSON()
    {
        using var good = await _http.PostAsJsonAsync("/api/subscribe", new { address = Ada });
        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
        using var bad = await _http.PostAsJsonAsync("/api/subscribe", new { address = "ada" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("example.org", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_link_ends_after_three_days()
    {
        await SubscribeAsync(Ada);
        var link = LinkIn(_server.Received.First(), "confirm");
        _clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(link)).StatusCode);
        Assert.Equal(SubscriberState.Pending, (await FindAsync())!.State);
    }

    /// <summary>As a mailbox provider does it (RFC 8058): POST with that body, no cookie, no redirect followed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_click_takes_the_reader_off_the_list(bool multipart)
    {
        await ActivateAsync();
        var link = new Uri(_server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>'));

        using var page = await _http.GetAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<button", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal(SubscriberState.Active, (await FindAsync())!.State);

        using HttpContent body = multipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var left = await _http.PostAsync(link.PathAndQuery, body);
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.False(left.Headers.Contains("Set-Cookie"));
        var subscriber = (await FindAsync())!;
        Assert.Equal((SubscriberState.Unsubscribed, "one-click"), (subscriber.State, subscriber.LeftBy));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(link.PathAndQuery)).StatusCode);
        Assert.Equal("one-click", (await FindAsync())!.LeftBy);
    }

    [Fact]
    public async Task A_forged_link_changes_nothing()
    {
        await ActivateAsync();
        var link = new Uri(_server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery;
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/api/unsubscribe")).StatusCode);
        Assert.Equal(SubscriberState.Active, (await FindAsync())!.State);
    }

    [Fact]
    public async Task Who_left_comes_back_by_subscribing_again()
    {
        await ActivateAsync();
        await PostAsync(new Uri(_server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery);
        await SubscribeAsync(Ada);
        Assert.Equal(SubscriberState.Unsubscribed, (await FindAsync())!.State);
        await PostAsync(LinkIn(_server.Received.Last(), "confirm"));
        Assert.Equal(SubscriberState.Active, (await FindAsync())!.State);
    }

    [Fact]
    public async Task A_complaint_suppresses_at_once_and_for_good()
    {
        await ActivateAsync();
        using var reported = await _http.PostAsJsonAsync("/api/mail-events", new { type = "complaint", recipient = Ada, detail = "abuse" });
        Assert.Equal(HttpStatusCode.OK, reported.StatusCode);
        Assert.Equal(new Suppression(SuppressionCause.Complaint, "abuse"), (await FindAsync())!.Suppression);
        var mails = _server.Received.Count;
        await SubscribeAsync(Ada);
        Assert.Equal(mails, _server.Received.Count);
    }

    [Fact]
    public async Task A_reader_gets_all_that_is_kept_and_can_have_it_erased()
    {
        await using var letter = new Deliveries.Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await letter.Issues.TryCreateAsync(Deliveries.Newsletter.Manifest, CancellationToken.None);
        await letter.PassAsync(Ada);
        var workflow = new ExportSubscriber(letter.Subscribers, letter.Ledger, letter.Issues);
        var export = await workflow.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None);
        Assert.Equal(("test", Ada), (export.Subscriber!.Consent.Source, export.Subscriber.Address));
        Assert.Equal([DeliveryState.Planned, DeliveryState.Sending, DeliveryState.Accepted], export.Deliveries.Select(d => d.State));

        Assert.True(await workflow.EraseAsync(EmailAddress.Parse(Ada), CancellationToken.None));
        Assert.False(await workflow.EraseAsync(EmailAddress.Parse(Ada), CancellationToken.None));
        Assert.Null((await workflow.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None)).Subscriber);
    }

    [Fact]
    public async Task Event_Grid_and_CloudEvents_shake_hands()
    {
        using var validation = await _http.PostAsJsonAsync("/api/mail-events", new object[]
        {
            new { eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", data = new { validationCode = "abc" } },
        });
        Assert.Equal("""{"validationResponse":"abc"}""", await validation.Content.ReadAsStringAsync());
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/mail-events");
        ask.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        using var allowed = await _http.SendAsync(ask);
        Assert.Equal("eventgrid.azure.net", allowed.Headers.GetValues("WebHook-Allowed-Origin").Single());
    }

    private async Task<HttpResponseMessage> SubscribeAsync(string address)
    {
        var response = await _http.PostAsync("/api/subscribe", new FormUrlEncodedContent([new("address", address)]));
        await WorkAsync();
        return response;
    }

    private async Task ActivateAsync()
    {
        await SubscribeAsync(Ada);
        await PostAsync(LinkIn(_server.Received.Last(), "confirm"));
        await WorkAsync();
    }

    private async Task WorkAsync()
    {
        while (_queue.TryTake(out var task))
        {
            await _answer.RunAsync(task, CancellationToken.None);
        }
    }

    private Task<HttpResponseMessage> PostAsync(string pathAndQuery) => _http.PostAsync(pathAndQuery, null);

    private Task<Subscriber?> FindAsync() =>
        Core.Ports.SubscriberStoreExtensions.FindAsync(_store, EmailAddress.Parse(Ada).SubscriberId, CancellationToken.None);

    private static string LinkIn(ReceivedMail mail, string function) =>
        Regex.Match(TextOf(mail), @"http://digest\.example(/api/" + function + @"\?\S+)", RegexOptions.NonBacktracking).Groups[1].Value;

    private static string TextOf(ReceivedMail mail)
    {
        var part = mail.Data[mail.Data.IndexOf("text/plain", StringComparison.Ordinal)..];
        var start = part.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var end = part.IndexOf("\n--", start, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(part[start..end].Replace("\n", "", StringComparison.Ordinal)));
    }
}
