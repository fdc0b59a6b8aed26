using System.Net;
using System.Net.Http.Json;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Functions.Tests.Subscribers;

/// <summary>Subscribing over HTTP, with real storage and a real mail server.</summary>
public sealed class SubscribingTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private readonly SubscriptionDesk _desk = new(azurite);

    public async ValueTask InitializeAsync() => await _desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task From_the_form_to_the_first_welcome()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _desk.SubscribeAsync("Ada@Example.org")).StatusCode);
        Assert.Equal(SubscriberState.Pending, (await _desk.FindAsync(Ada))!.State);
        var link = SubscriptionDesk.LinkIn(Assert.Single(_desk.Server.Received), "confirm");

        using var asked = await _desk.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(SubscriberState.Pending, (await _desk.FindAsync(Ada))!.State);

        _desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await _desk.PostAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _desk.PostAsync(link)).StatusCode);
        var subscriber = (await _desk.FindAsync(Ada))!;
        Assert.Equal(SubscriberState.Active, subscriber.State);
        Assert.Equal("Ada@Example.org", subscriber.Address);
        Assert.Equal(_desk.Options.Wording, subscriber.Consent.Wording);
        Assert.Equal(_desk.Clock.GetUtcNow(), subscriber.Consent.Confirmed);
        Assert.NotNull(subscriber.Consent.NetworkHash);
        Assert.DoesNotContain("127.0.0", subscriber.Consent.NetworkHash, StringComparison.Ordinal);

        await _desk.WorkAsync();
        Assert.Equal(2, _desk.Server.Received.Count);
        Assert.Equal("List-Unsubscribe=One-Click", _desk.Server.Received.Last().Header("List-Unsubscribe-Post"));
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_another_mail()
    {
        using var first = await _desk.SubscribeAsync(Ada);
        await _desk.PostAsync(SubscriptionDesk.LinkIn(_desk.Server.Received.First(), "confirm"));
        await _desk.WorkAsync();
        using var second = await _desk.SubscribeAsync(Ada);
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Contains("is subscribed already", SubscriptionDesk.TextOf(_desk.Server.Received.Last()), StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task A_trap_that_is_filled_gets_the_same_answer_and_nothing_else()
    {
        using var response = await _desk.Http.PostAsync("/api/subscribe", new FormUrlEncodedContent([new("address", Ada), new("website", "http://spam")]));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(_desk.Queue.Tasks);
    }

    [Fact]
    public async Task One_mailbox_is_written_to_three_times_a_day_whatever_its_plus_tags()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await _desk.SubscribeAsync($"ada+{i}@example.org")).StatusCode);
        }

        Assert.Equal(3, _desk.Server.Received.Count);
    }

    [Fact]
    public async Task A_network_that_asks_too_often_has_to_wait_an_hour()
    {
        for (var i = 0; i < 5; i++)
        {
            await _desk.SubscribeAsync($"reader{i}@example.org");
        }

        using var refused = await _desk.SubscribeAsync("one-more@example.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("try again in an hour", page, StringComparison.Ordinal);
        Assert.DoesNotContain("go back", page, StringComparison.Ordinal);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, (await _desk.SubscribeAsync("one-more@example.org")).StatusCode);
    }

    [Fact]
    public async Task A_program_gets_JSON()
    {
        using var good = await _desk.Http.PostAsJsonAsync("/api/subscribe", new { address = Ada });
        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
        using var bad = await _desk.Http.PostAsJsonAsync("/api/subscribe", new { address = "ada" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("example.org", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.1.1 No such user", SubscriberState.Suppressed)]
    [InlineData("5.7.1 Your sender is not welcome today", SubscriberState.Pending)]
    public async Task A_refused_confirmation_suppresses_only_when_it_speaks_of_the_address(string reply, SubscriberState state)
    {
        _desk.Server.Options = _desk.Server.Options with
        {
            Script = step => step.Moment == SmtpMoment.Rcpt ? new SmtpAct.Reply(550, reply) : null,
        };
        await _desk.SubscribeAsync(Ada);
        Assert.Equal(state, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task A_confirmation_that_is_put_off_is_sent_when_the_server_takes_it_and_its_link_is_good()
    {
        Defer(times: 3);
        await _desk.SubscribeAsync(Ada);
        foreach (var minutes in new[] { 5, 10, 20 })
        {
            Assert.Empty(_desk.Server.Received);
            Assert.Equal(TimeSpan.FromMinutes(minutes), _desk.Queue.LastDelay);
            _desk.Clock.Advance(_desk.Queue.LastDelay);
            await _desk.WorkAsync();
        }

        await _desk.PostAsync(SubscriptionDesk.LinkIn(Assert.Single(_desk.Server.Received), "confirm"));
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task Who_asked_again_and_confirmed_gets_no_second_answer_to_what_was_put_off()
    {
        Defer(times: 1);
        await _desk.SubscribeAsync(Ada);
        Assert.True(_desk.Queue.TryTake(out var putOff));
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.ActivateAsync(Ada);
        Assert.Equal(2, _desk.Server.Received.Count);

        await _desk.Queue.EnqueueAsync(putOff, TimeSpan.Zero, CancellationToken.None);
        await _desk.WorkAsync();
        Assert.Equal(2, _desk.Server.Received.Count);
        Assert.Empty(_desk.Queue.Tasks);
    }

    [Fact]
    public async Task A_mail_that_is_put_off_for_longer_than_a_confirmation_may_take_is_for_the_poison_queue()
    {
        Defer(times: int.MaxValue);
        await _desk.SubscribeAsync(Ada);
        var tries = 1;
        while (_desk.Queue.LastDelay < TimeSpan.FromHours(4))
        {
            _desk.Clock.Advance(_desk.Queue.LastDelay);
            await _desk.WorkAsync();
            tries++;
        }

        Assert.Equal(7, tries);
        _desk.Clock.Advance(_desk.TokenOptions.ConfirmWithin);
        await Assert.ThrowsAsync<MailNotSentException>(_desk.WorkAsync);
    }

    [Fact]
    public async Task A_confirmation_link_ends_after_three_days()
    {
        await _desk.SubscribeAsync(Ada);
        var link = SubscriptionDesk.LinkIn(_desk.Server.Received.First(), "confirm");
        _desk.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.PostAsync(link)).StatusCode);
        Assert.Equal(SubscriberState.Pending, (await _desk.FindAsync(Ada))!.State);
    }

    private void Defer(int times) => _desk.Server.Options = _desk.Server.Options with
    {
        Script = step => step.Moment == SmtpMoment.Rcpt && step.Attempt <= times ? new SmtpAct.Reply(451, "4.7.1 Greylisted") : null,
    };
}
