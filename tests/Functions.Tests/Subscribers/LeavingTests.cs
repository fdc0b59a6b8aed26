using System.Net;
using System.Net.Http.Json;
using Digest.Core.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Subscribers;

/// <summary>Leaving by link, by complaint and by bounce report, over HTTP.</summary>
public sealed class LeavingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private readonly SubscriptionDesk _desk = new(azurite);

    public async ValueTask InitializeAsync() => await _desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    /// <summary>As a mailbox provider does it (RFC 8058): POST with that body, no cookie, no redirect followed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_click_takes_the_reader_off_the_list(bool multipart)
    {
        await _desk.ActivateAsync(Ada);
        var link = new Uri(_desk.Server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>'));

        using var page = await _desk.Http.GetAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<button", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);

        using HttpContent body = multipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var left = await _desk.Http.PostAsync(link.PathAndQuery, body);
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.False(left.Headers.Contains("Set-Cookie"));
        var subscriber = (await _desk.FindAsync(Ada))!;
        Assert.Equal((SubscriberState.Unsubscribed, "one-click"), (subscriber.State, subscriber.LeftBy));

        Assert.Equal(HttpStatusCode.OK, (await _desk.PostAsync(link.PathAndQuery)).StatusCode);
        Assert.Equal("one-click", (await _desk.FindAsync(Ada))!.LeftBy);
    }

    [Fact]
    public async Task A_forged_link_changes_nothing()
    {
        await _desk.ActivateAsync(Ada);
        var link = new Uri(_desk.Server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery;
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.PostAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.PostAsync("/api/unsubscribe")).StatusCode);
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task Who_left_comes_back_by_subscribing_again()
    {
        await _desk.ActivateAsync(Ada);
        await _desk.PostAsync(new Uri(_desk.Server.Received.Last().Header("List-Unsubscribe")!.Trim('<', '>')).PathAndQuery);
        await _desk.SubscribeAsync(Ada);
        Assert.Equal(SubscriberState.Unsubscribed, (await _desk.FindAsync(Ada))!.State);
        await _desk.PostAsync(SubscriptionDesk.LinkIn(_desk.Server.Received.Last(), "confirm"));
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task A_complaint_suppresses_at_once_and_for_good()
    {
        await _desk.ActivateAsync(Ada);
        using var reported = await _desk.Http.PostAsJsonAsync("/api/mail-events", new { type = "complaint", recipient = Ada, detail = "abuse" });
        Assert.Equal(HttpStatusCode.OK, reported.StatusCode);
        Assert.Equal(new Suppression(SuppressionCause.Complaint, "abuse"), (await _desk.FindAsync(Ada))!.Suppression);
        var mails = _desk.Server.Received.Count;
        await _desk.SubscribeAsync(Ada);
        Assert.Equal(mails, _desk.Server.Received.Count);
    }

    [Fact]
    public async Task Event_Grid_and_CloudEvents_shake_hands()
    {
        using var validation = await _desk.Http.PostAsJsonAsync("/api/mail-events", new object[]
        {
            new { eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", data = new { validationCode = "abc" } },
        });
        Assert.Equal("""{"validationResponse":"abc"}""", await validation.Content.ReadAsStringAsync());
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/mail-events");
        ask.Headers.Add("WebHook-Request-Origin", "eventgrid.azure.net");
        using var allowed = await _desk.Http.SendAsync(ask);
        Assert.Equal("eventgrid.azure.net", allowed.Headers.GetValues("WebHook-Allowed-Origin").Single());
    }
}
