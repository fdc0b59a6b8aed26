using Digest.Core.Deliveries;
using Xunit;

namespace Digest.Core.Tests.Deliveries;

public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryOptions Options = new();

    [Fact]
    public void A_deferral_waits_longer_each_time_up_to_the_longest()
    {
        var waits = Enumerable.Range(1, 9).Select(n => (After(Delivery(n), SendResult.Deferred).Due - Now)!.Value.TotalMinutes);
        Assert.Equal([5, 10, 20, 40, 80, 160, 240, 240, 240], waits);
    }

    [Fact]
    public void The_last_deferral_is_a_refusal_that_tells_the_servers_words()
    {
        var entry = After(Delivery(Options.MaxAttempts), SendResult.Deferred);
        Assert.Equal(DeliveryState.Refused, entry.State);
        Assert.Equal("Given up after 10 tries: words", entry.Detail);
        Assert.False(entry.IsHardBounce);
    }

    [Theory]
    [InlineData(550, "5.1.1", true)]
    [InlineData(550, null, true)]
    [InlineData(553, "5.0.0", true)]
    [InlineData(550, "5.2.1", true)]
    [InlineData(552, "5.2.2", false)]
    [InlineData(552, null, false)]
    [InlineData(550, "5.7.1", false)]
    public void Only_a_bad_address_is_a_hard_bounce(int reply, string? status, bool hard) =>
        Assert.Equal(hard, new LedgerEntry(Now, DeliveryState.Refused, ["a"]) { Reply = reply, Status = status }.IsHardBounce);

    [Fact]
    public void A_claim_given_back_costs_no_attempt()
    {
        var delivery = Delivery(0).Apply(Entry(DeliveryState.Sending)).Apply(Entry(DeliveryState.Planned));
        Assert.Equal((0, DeliveryState.Planned), (delivery.Attempts, delivery.State));
    }

    [Fact]
    public void An_uncertain_delivery_is_sent_again_at_most_as_often_as_allowed()
    {
        var delivery = Delivery(0);
        for (var i = 0; i < Options.MaxResends; i++)
        {
            delivery = delivery.Apply(Entry(DeliveryState.Sending)).Apply(Entry(DeliveryState.Uncertain));
            Assert.NotNull(DeliveryPolicy.NextTry(delivery, DeliveryControl.Running, Options));
        }

        delivery = delivery.Apply(Entry(DeliveryState.Sending)).Apply(Entry(DeliveryState.Uncertain));
        Assert.Null(DeliveryPolicy.NextTry(delivery, DeliveryControl.Running, Options));
        Assert.NotNull(DeliveryPolicy.NextTry(delivery, new DeliveryControl { ResendUncertainBefore = Now.AddSeconds(1) }, Options));
    }

    [Fact]
    public void What_a_crash_left_waits_as_after_any_failed_try()
    {
        var shard = new ShardDeliveries([new LedgerEntry(Now, DeliveryState.Planned, ["a"]), new LedgerEntry(Now, DeliveryState.Sending, ["a"])]);
        Assert.Equal(Now + Options.FirstRetry, DeliveryPolicy.Recover(shard, Now, Options)!.Due);
        shard.Apply(new LedgerEntry(Now, DeliveryState.Uncertain, ["a"]));
        shard.Apply(new LedgerEntry(Now, DeliveryState.Sending, ["a"]));
        Assert.Equal(Now + 2 * Options.FirstRetry, DeliveryPolicy.Recover(shard, Now, Options)!.Due);
    }

    [Fact]
    public void A_mail_server_that_is_never_reached_says_nothing_about_the_reader()
    {
        var given = DeliveryPolicy.After(Delivery(Options.MaxAttempts), new SendOutcome(SendResult.Deferred, 421, "4.3.2", "closing"), Now, Options);
        Assert.Equal((DeliveryState.Refused, false), (given.State, given.SpeaksOfReader));
        given = DeliveryPolicy.After(Delivery(Options.MaxAttempts), new SendOutcome(SendResult.Deferred, 452, "4.2.2", "full"), Now, Options);
        Assert.Equal((DeliveryState.Refused, true), (given.State, given.SpeaksOfReader));
    }

    [Theory]
    [InlineData(255, 0, "255 of 256 shards done")]
    [InlineData(256, 0, "Delivered")]
    [InlineData(256, 1200, "Done, 1,200 uncertain")]
    public void An_issue_is_delivered_when_nobody_may_have_been_missed(int shards, int uncertain, string progress) =>
        Assert.Equal(progress, new DeliveryReport("i", Now, DeliveryCounts.None with { Uncertain = uncertain }, shards, DeliveryControl.Running, null, null, []).Progress);

    [Fact]
    public void The_sum_of_the_counts_is_the_number_planned_after_any_history()
    {
        var random = new Random(7);
        var ids = Enumerable.Range(0, 50).Select(i => $"s{i}").ToArray();
        var deliveries = new ShardDeliveries([new LedgerEntry(Now, DeliveryState.Planned, ids)]);
        for (var i = 0; i < 2000; i++)
        {
            deliveries.Apply(new LedgerEntry(Now, (DeliveryState)random.Next(7), [ids[random.Next(50)], ids[random.Next(50)]]));
            Assert.Equal(50, deliveries.Count().Planned);
        }
    }

    private static LedgerEntry Entry(DeliveryState state) => new(Now, state, ["a"]);

    private static Delivery Delivery(int attempts) => new() { SubscriberId = "a", State = DeliveryState.Sending, Attempts = attempts };

    private static LedgerEntry After(Delivery delivery, SendResult result) =>
        DeliveryPolicy.After(delivery, new SendOutcome(result, null, null, "words"), Now, Options);
}
