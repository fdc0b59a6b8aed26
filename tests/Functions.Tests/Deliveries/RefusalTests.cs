using Digest.Core.Deliveries;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Functions.Tests.Deliveries;

/// <summary>Refusals that speak of addresses suppress; refusals that may speak of the sender stop the issue and suppress nobody.</summary>
public sealed class RefusalTests(AzuriteFixture azurite)
{
    private const string Blocked = "Mail from this sender is not wanted here";

    private static readonly IReadOnlyList<string> OneShard = Newsletter.Neighbours(80);

    [Fact]
    public async Task A_server_that_refuses_everyone_stops_the_issue_after_twenty_and_suppresses_nobody()
    {
        await using var letter = await RefusingAsync(OneShard, _ => true);
        Assert.Equal(PassEnd.Held, await letter.PassAsync(OneShard[0]));
        var counts = (await letter.Ledger.ListAsync(Newsletter.Issue, default).SingleAsync()).Counts!;
        Assert.Equal((20, 60), (counts.Refused, counts.Waiting));
        var control = await letter.Ledger.ReadControlAsync(Newsletter.Issue, default);
        Assert.True(control.RefusalsInDoubt);
        Assert.Equal("The mail server refuses more than 20% of the recipients, the last one with: " + Blocked, control.Reason);
        Assert.Equal(0, await SuppressedAsync(letter, OneShard));
    }

    [Fact]
    public async Task Shards_too_small_to_tell_are_looked_at_together()
    {
        var readers = Scattered(60);
        await using var letter = await RefusingAsync(readers, _ => true);
        await letter.PassAllAsync();
        Assert.True((await letter.Ledger.ReadControlAsync(Newsletter.Issue, default)).RefusalsInDoubt);
        Assert.Equal(20, readers.Count(r => letter.Server.AttemptsFor(r) > 0));
        Assert.Equal(0, await SuppressedAsync(letter, readers));
    }

    [Fact]
    public async Task A_block_in_the_middle_of_an_issue_stops_it_although_most_have_been_reached()
    {
        Newsletter? started = null;
        await using var letter = started = await RefusingAsync(OneShard, _ => started!.Server.Received.Count >= 50);
        Assert.Equal(PassEnd.Held, await letter.PassAsync(OneShard[0]));
        Assert.Equal(50, letter.Server.Received.Count);
        Assert.Equal(63, OneShard.Count(r => letter.Server.AttemptsFor(r) > 0));
        Assert.Equal(0, await SuppressedAsync(letter, OneShard));
    }

    [Fact]
    public async Task Many_bad_addresses_that_came_one_by_one_from_several_workers_are_noticed_when_the_issue_is_done()
    {
        var readers = Scattered(40);
        await using var letter = await RefusingAsync(readers, recipient => readers.ToList().IndexOf(recipient!) % 2 == 0);
        foreach (var shard in Enumerable.Range(0, DeliveryTask.ShardCount))
        {
            // A process of its own for each shard: none sees enough to tell.
            await letter.WorkflowOf(new RefusalWatch(letter.Options)).RunAsync(new DeliveryTask(Newsletter.Issue, shard), default);
        }

        Assert.Equal(20, letter.Server.Received.Count);
        Assert.True((await letter.Ledger.ReadControlAsync(Newsletter.Issue, default)).RefusalsInDoubt);
        Assert.Equal(0, await SuppressedAsync(letter, readers));
    }

    [Theory]
    [InlineData(19, 19, true)]
    [InlineData(5, 3, true)]
    [InlineData(6, 3, false)]
    [InlineData(2, 2, false)]
    public async Task On_a_short_list_the_whole_issue_tells(int readers, int refused, bool inDoubt)
    {
        var list = Scattered(readers);
        await using var letter = await RefusingAsync(list, recipient => list.ToList().IndexOf(recipient!) < refused);
        await letter.PassAllAsync();
        Assert.Equal(inDoubt, (await letter.Ledger.ReadControlAsync(Newsletter.Issue, default)).RefusalsInDoubt);
        Assert.Equal(inDoubt ? 0 : refused, await SuppressedAsync(letter, list));
    }

    [Fact]
    public async Task When_the_sender_was_to_blame_everyone_refused_is_tried_again()
    {
        var refuse = true;
        await using var letter = await RefusingAsync(OneShard, _ => refuse);
        await letter.PassAsync(OneShard[0]);
        refuse = false;
        Assert.Equal(256, await letter.Direct.RetryRefusedAsync(Newsletter.Issue, default));
        await letter.PassUntilFinishedAsync();
        Assert.Equal(OneShard.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
        Assert.Equal(0, await SuppressedAsync(letter, OneShard));
        Assert.Equal(DeliveryControl.Running with { Changed = Newsletter.Start }, await letter.Ledger.ReadControlAsync(Newsletter.Issue, default));
    }

    [Fact]
    public async Task A_block_that_goes_on_stops_the_issue_again_and_one_bad_address_after_it_does_not()
    {
        var refused = OneShard.ToHashSet();
        await using var letter = await RefusingAsync(OneShard, r => refused.Contains(r!));
        await letter.PassAsync(OneShard[0]);
        letter.Clock.Advance(TimeSpan.FromHours(1));
        await letter.Direct.RetryRefusedAsync(Newsletter.Issue, default);
        Assert.Equal(PassEnd.Held, await letter.PassAsync(OneShard[0]));

        refused = [OneShard[0]];
        letter.Clock.Advance(TimeSpan.FromHours(1));
        await letter.Direct.RetryRefusedAsync(Newsletter.Issue, default);
        await letter.PassUntilFinishedAsync();
        Assert.Equal(79, letter.Server.Received.Count);
        Assert.Equal(1, await SuppressedAsync(letter, OneShard));
    }

    [Fact]
    public async Task When_the_addresses_were_bad_the_operator_says_so_and_they_are_suppressed()
    {
        await using var letter = await RefusingAsync(OneShard, r => OneShard.ToList().IndexOf(r!) < 30);
        await letter.PassAsync(OneShard[0]);
        await letter.Direct.ConfirmRefusalsAsync(Newsletter.Issue, default);
        await letter.PassUntilFinishedAsync();
        Assert.Equal(50, letter.Server.Received.Count);
        Assert.Equal(30, await SuppressedAsync(letter, OneShard));
    }

    [Fact]
    public async Task Confirming_what_was_noticed_at_the_end_suppresses_with_one_more_task()
    {
        var readers = Scattered(40);
        await using var letter = await RefusingAsync(readers, recipient => readers.ToList().IndexOf(recipient!) % 2 == 0);
        foreach (var shard in Enumerable.Range(0, DeliveryTask.ShardCount))
        {
            await letter.WorkflowOf(new RefusalWatch(letter.Options)).RunAsync(new DeliveryTask(Newsletter.Issue, shard), default);
        }

        Assert.Equal(1, await letter.Direct.ConfirmRefusalsAsync(Newsletter.Issue, default));
        await letter.Workflow.RunAsync(Assert.Single(letter.Queue.Tasks), default);
        Assert.Equal(20, await SuppressedAsync(letter, readers));
    }

    [Fact]
    public async Task A_few_bad_addresses_are_daily_business()
    {
        await using var letter = await RefusingAsync(OneShard, r => OneShard.ToList().IndexOf(r!) % 10 == 9);
        await letter.PassUntilFinishedAsync();
        Assert.Equal(72, letter.Server.Received.Count);
        Assert.Equal(8, await SuppressedAsync(letter, OneShard));
    }

    [Fact]
    public async Task A_reader_who_is_refused_is_suppressed_when_the_issue_is_done_and_not_before()
    {
        await using var letter = await RefusingAsync(OneShard, r => r == OneShard[5]);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(OneShard[0]));
        Assert.Equal(0, await SuppressedAsync(letter, OneShard));
        await letter.PassUntilFinishedAsync();
        Assert.Equal(new Suppression(SuppressionCause.HardBounce, Blocked), (await letter.SubscriberAsync(OneShard[5])).Suppression);
    }

    private async Task<Newsletter> RefusingAsync(IReadOnlyList<string> readers, Func<string?, bool> refuses)
    {
        var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Rcpt && refuses(step.Recipient) ? new SmtpAct.Reply(550, Blocked) : null,
        });
        letter.Options.ConcurrencyPerShard = 1;
        await letter.PublishAsync(readers);
        return letter;
    }

    private static async Task<int> SuppressedAsync(Newsletter letter, IReadOnlyList<string> readers)
    {
        var suppressed = 0;
        foreach (var reader in readers)
        {
            suppressed += (await letter.SubscriberAsync(reader)).State == SubscriberState.Suppressed ? 1 : 0;
        }

        return suppressed;
    }

    private static IReadOnlyList<string> Scattered(int count) => [.. Enumerable.Range(0, int.MaxValue)
        .Select(i => $"reader{i}@example.org").DistinctBy(Newsletter.ShardOf).Take(count)];
}
