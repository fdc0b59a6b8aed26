using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Testing;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Functions.Tests.Deliveries;

public sealed class DeliverDigestTests(AzuriteFixture azurite)
{
    private const string Ada = "ada@example.org";

    private static readonly SmtpServerOptions Greylisting = new()
    {
        Script = step => step.Moment == SmtpMoment.Rcpt ? new SmtpAct.Reply(450, "4.7.1 Greylisted, come back later") : null,
    };

    [Fact]
    public async Task A_shard_gets_the_issue_once_however_often_its_task_is_delivered()
    {
        await using var letter = new Newsletter(azurite);
        var readers = Newsletter.Neighbours(40);
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(readers.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
        Assert.Equal(readers.Count, letter.Server.Received.Select(m => m.Header("Message-ID")).Distinct().Count());
        var summary = Assert.Single(await letter.Ledger.ListAsync(Newsletter.Issue, default).ToListAsync());
        Assert.True(summary.Finished);
        Assert.Equal(new DeliveryCounts(0, 0, 40, 0, 0, 0, 0), summary.Counts);
    }

    [Fact]
    public async Task The_unsubscribe_link_of_each_mail_is_the_readers_own()
    {
        await using var letter = new Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await letter.PassAsync(Ada);
        var header = Assert.Single(letter.Server.Received).Header("List-Unsubscribe")!;
        var link = new Uri(header.Trim('<', '>'));
        var token = link.Query["?t=".Length..];
        Assert.Equal(Newsletter.IdOf(Ada), letter.Tokens.Verify(TokenPurpose.Unsubscribe, token, Newsletter.Start.AddYears(30)));
    }

    [Fact]
    public async Task A_shard_without_readers_is_finished_with_one_line_of_the_listing()
    {
        await using var letter = new Newsletter(azurite);
        await letter.PublishAsync(Ada);
        Assert.Equal(PassEnd.Finished, await letter.Workflow.RunAsync(new DeliveryTask(Newsletter.Issue, (Newsletter.ShardOf(Ada) + 1) % 256), default));
        var summary = Assert.Single(await letter.Ledger.ListAsync(Newsletter.Issue, default).ToListAsync());
        Assert.True(summary.Finished);
        Assert.Equal(0, summary.Counts!.Planned);
    }

    [Fact]
    public async Task A_greylisted_reader_gets_it_later_and_the_others_at_once()
    {
        var readers = Newsletter.Neighbours(10);
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Rcpt && step.Recipient == readers[3] && step.Attempt <= 2
                ? new SmtpAct.Reply(450, "4.7.1 Greylisted, come back later") : null,
        });
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        Assert.Equal(9, letter.Server.Received.Count);
        Assert.Equal(DeliveryState.Deferred, (await letter.DeliveryAsync(readers[3]))!.State);

        await letter.PassAsync(readers[0]);
        Assert.Equal(1, letter.Server.AttemptsFor(readers[3]));

        letter.Clock.Advance(letter.Options.FirstRetry);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        letter.Clock.Advance(letter.Options.FirstRetry);
        await letter.PassAsync(readers[0]);
        Assert.Equal(2, letter.Server.AttemptsFor(readers[3]));

        letter.Clock.Advance(letter.Options.FirstRetry);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(10, letter.Server.Received.Count);
    }

    [Fact]
    public async Task A_reader_whose_mailbox_does_not_exist_is_suppressed_with_the_servers_words()
    {
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Rcpt ? new SmtpAct.Reply(550, "5.1.1 No such user") : null,
        });
        await letter.PublishAsync(Ada);
        await letter.PassAllAsync();
        var reader = await letter.SubscriberAsync(Ada);
        Assert.Equal(SubscriberState.Suppressed, reader.State);
        Assert.Equal(new Suppression(SuppressionCause.HardBounce, "5.1.1 No such user"), reader.Suppression);
    }

    [Fact]
    public async Task A_refused_sender_holds_the_issue_and_nothing_is_lost()
    {
        var refuse = true;
        var readers = Newsletter.Neighbours(30);
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => refuse && step.Moment == SmtpMoment.Mail ? new SmtpAct.Reply(550, "5.7.1 Sender blocked") : null,
        });
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Held, await letter.PassAsync(readers[0]));
        Assert.Equal(PassEnd.Held, await letter.PassAsync(readers[0]));
        var control = await letter.Ledger.ReadControlAsync(Newsletter.Issue, default);
        Assert.True(control.Held);
        Assert.Contains("5.7.1 Sender blocked", control.Reason, StringComparison.Ordinal);
        Assert.Equal(30, (await letter.Ledger.ListAsync(Newsletter.Issue, default).SingleAsync()).Counts!.Waiting);

        refuse = false;
        await letter.Ledger.ChangeControlAsync(Newsletter.Issue, c => c with { Held = false }, default);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(30, letter.Server.Received.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_ends_the_pass_instead_of_using_up_everybodys_tries()
    {
        var readers = Newsletter.Neighbours(40);
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Connect ? new SmtpAct.Drop() : null,
        });
        letter.Options.ConcurrencyPerShard = 1;
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        var counts = (await letter.Ledger.ListAsync(Newsletter.Issue, default).SingleAsync()).Counts!;
        Assert.Equal(letter.Options.MaxConnectionFailures, counts.Deferred);
        Assert.Equal(40 - letter.Options.MaxConnectionFailures, counts.Waiting);
    }

    [Fact]
    public async Task Whoever_leaves_between_plan_and_sending_gets_nothing()
    {
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Rcpt && step.Attempt == 1 ? new SmtpAct.Reply(450, "4.2.0 Later") : null,
        });
        await letter.PublishAsync(Ada);
        await letter.PassAsync(Ada);
        await letter.Subscribers.ChangeAsync(Newsletter.IdOf(Ada), s => SubscriberStates.Leave(s!, "page", Newsletter.Start), default);
        letter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(Ada));
        Assert.Empty(letter.Server.Received);
        Assert.Equal(DeliveryState.Skipped, (await letter.DeliveryAsync(Ada))!.State);
    }

    [Fact]
    public async Task A_second_worker_on_the_same_shard_steps_back()
    {
        await using var letter = new Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await using (await letter.Ledger.OpenAsync(Newsletter.Issue, Newsletter.ShardOf(Ada), default))
        {
            Assert.Equal(PassEnd.Requeued, await letter.PassAsync(Ada));
        }

        Assert.Empty(letter.Server.Received);
        Assert.Single(letter.Queue.Tasks);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(Ada));
    }

    [Theory]
    [InlineData(UncertainPolicy.Resend, 2)]
    [InlineData(UncertainPolicy.Hold, 1)]
    public async Task A_cut_before_the_250_is_uncertain_and_policy_decides(UncertainPolicy policy, int copies)
    {
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.EndOfData && step.Attempt == 1 ? new SmtpAct.KeepAndDrop() : null,
        });
        letter.Options.Uncertain = policy;
        await letter.PublishAsync(Ada);
        await letter.PassAsync(Ada);
        Assert.Equal(DeliveryState.Uncertain, (await letter.DeliveryAsync(Ada))!.State);
        letter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(Ada));
        Assert.Equal(copies, letter.Server.Received.Count);
        Assert.Single(letter.Server.Received.Select(m => m.Header("Message-ID")).Distinct());
    }

    [Fact]
    public async Task What_a_crash_left_in_flight_becomes_uncertain()
    {
        await using var letter = new Newsletter(azurite);
        letter.Options.Uncertain = UncertainPolicy.Hold;
        var readers = Newsletter.Neighbours(3);
        await letter.PublishAsync(readers);
        var ids = readers.Select(Newsletter.IdOf).ToArray();
        await using (var ledger = await letter.Ledger.OpenAsync(Newsletter.Issue, 7, default))
        {
            await ledger!.AppendAsync([new LedgerEntry(Newsletter.Start, DeliveryState.Planned, ids)], default);
            await ledger.AppendAsync([new LedgerEntry(Newsletter.Start, DeliveryState.Sending, [ids[1]])], default);
        }

        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(DeliveryState.Uncertain, (await letter.DeliveryAsync(readers[1]))!.State);
        Assert.Equal([readers[0], readers[2]], letter.Server.Received.Select(m => m.Recipient).Order());

        await letter.Ledger.ChangeControlAsync(Newsletter.Issue, c => c with { ResendUncertainBefore = Newsletter.Start.AddMinutes(1) }, default);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(readers.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
    }

    [Fact]
    public async Task An_operators_hold_ends_a_pass_that_is_under_way()
    {
        var readers = Newsletter.Neighbours(60);
        Newsletter? newsletter = null;
        await using var letter = newsletter = new Newsletter(azurite, new SmtpServerOptions { OnAccepted = _ => newsletter!.Clock.Advance(TimeSpan.FromSeconds(1)) });
        letter.Options.ConcurrencyPerShard = 1;
        await letter.PublishAsync(readers);
        var pass = letter.PassAsync(readers[0]);
        await letter.Direct.HoldAsync(Newsletter.Issue, "typo", default);
        Assert.Equal(PassEnd.Held, await pass);
        Assert.InRange(letter.Server.Received.Count, 0, 50);
        await letter.Direct.ResumeAsync(Newsletter.Issue, default);
        Assert.Equal(256, letter.Queue.Tasks.Count);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(readers.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
    }

    [Fact]
    public async Task The_report_is_stored_when_the_last_shard_is_done()
    {
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.Rcpt && step.Recipient == Ada ? new SmtpAct.Reply(550, "5.1.1 No such user") : null,
        });
        await letter.PublishAsync([Ada, .. Newsletter.Neighbours(5)]);
        await letter.PassAllAsync();
        var json = await letter.Issues.ReadPartAsync(Newsletter.Issue, DeliveryReport.PartName, default);
        var report = System.Text.Json.JsonDocument.Parse(json!.Value).RootElement;
        Assert.Equal(256, report.GetProperty("shardsFinished").GetInt32());
        Assert.Equal((6, 5, 1), (
            report.GetProperty("counts").GetProperty("planned").GetInt32(),
            report.GetProperty("counts").GetProperty("accepted").GetInt32(),
            report.GetProperty("counts").GetProperty("refused").GetInt32()));
        Assert.Equal("5.1.1 No such user", report.GetProperty("reasons")[0].GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_task_that_was_lost_is_found_again_and_a_held_or_busy_issue_is_left_alone()
    {
        await using var letter = new Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await letter.Issues.TryCreateAsync(Newsletter.Manifest, RecentIssues.None, default);
        var direct = new DirectDelivery(letter.Ledger, letter.Queue, letter.Issues, TimeProvider.System);
        Assert.Equal(0, await direct.ReviveAsync(TimeSpan.Zero, default));

        await letter.PassAsync(Ada);
        Assert.Equal(0, await direct.ReviveAsync(TimeSpan.FromHours(1), default));
        await direct.HoldAsync(Newsletter.Issue, "typo", default);
        Assert.Equal(0, await direct.ReviveAsync(TimeSpan.FromSeconds(-5), default));
        await letter.Ledger.ChangeControlAsync(Newsletter.Issue, c => c with { Held = false }, default);
        Assert.Equal(255, await direct.ReviveAsync(TimeSpan.FromSeconds(-5), default));
        Assert.DoesNotContain(new DeliveryTask(Newsletter.Issue, Newsletter.ShardOf(Ada)), letter.Queue.Tasks);
    }

    [Fact]
    public async Task A_task_too_many_ends_with_its_first_pass()
    {
        await using var letter = new Newsletter(azurite, Greylisting);
        await letter.PublishAsync(Ada);
        for (var task = 0; task < 3; task++)
        {
            Assert.Equal(PassEnd.Requeued, await letter.PassAsync(Ada));
        }

        Assert.Equal([letter.Options.FirstRetry], letter.Queue.Delays);
        letter.Clock.Advance(letter.Options.FirstRetry);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(Ada));
        Assert.Equal([letter.Options.FirstRetry, 2 * letter.Options.FirstRetry], letter.Queue.Delays);
    }

    [Fact]
    public async Task A_shard_whose_deliveries_wait_for_their_time_is_revived_only_when_that_has_passed()
    {
        await using var letter = new Newsletter(azurite, Greylisting);
        letter.Clock.Set(DateTimeOffset.UtcNow);
        await letter.PublishAsync(Ada);
        await letter.Issues.TryCreateAsync(Newsletter.Manifest, RecentIssues.None, default);
        var shard = new DeliveryTask(Newsletter.Issue, Newsletter.ShardOf(Ada));
        await letter.PassAsync(Ada);
        Assert.Equal(1, letter.Queue.Tasks.Count(t => t == shard));

        letter.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(255, await letter.Direct.ReviveAsync(TimeSpan.FromMinutes(1), default));
        Assert.Equal(1, letter.Queue.Tasks.Count(t => t == shard));

        letter.Clock.Advance(letter.Options.FirstRetry);
        Assert.Equal(256, await letter.Direct.ReviveAsync(TimeSpan.FromMinutes(1), default));
        Assert.Equal(2, letter.Queue.Tasks.Count(t => t == shard));
    }

    [Fact]
    public async Task An_issue_is_finished_once_until_something_is_written_or_decided()
    {
        await using var letter = new Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await letter.PassAllAsync();
        var first = await ReportedAsync(letter);
        letter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(Ada));
        Assert.Equal(first, await ReportedAsync(letter));

        await letter.Direct.ConfirmRefusalsAsync(Newsletter.Issue, default);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(Ada));
        Assert.Equal(first + TimeSpan.FromHours(1), await ReportedAsync(letter));
    }

    [Fact]
    public async Task What_is_uncertain_on_a_held_issue_goes_out_again_when_it_is_resumed()
    {
        await using var letter = new Newsletter(azurite, new SmtpServerOptions
        {
            Script = step => step.Moment == SmtpMoment.EndOfData && step.Attempt == 1 ? new SmtpAct.Drop() : null,
        });
        letter.Options.Uncertain = UncertainPolicy.Hold;
        await letter.PublishAsync(Ada);
        await letter.PassAllAsync();
        letter.Clock.Advance(TimeSpan.FromHours(1));
        await letter.Direct.HoldAsync(Newsletter.Issue, "typo", default);
        Assert.Null(await letter.Direct.ResendUncertainAsync(Newsletter.Issue, default));
        Assert.Empty(letter.Queue.Tasks);

        Assert.Equal(1, await letter.Direct.ResumeAsync(Newsletter.Issue, default));
        await letter.Workflow.RunAsync(Assert.Single(letter.Queue.Tasks), default);
        Assert.Single(letter.Server.Received);
    }

    [Fact]
    public async Task A_pass_that_runs_out_of_time_gives_back_what_it_has_not_tried()
    {
        var readers = Newsletter.Neighbours(60);
        FixedClock? clock = null;
        await using var letter = new Newsletter(azurite, new SmtpServerOptions { OnAccepted = _ => clock!.Advance(TimeSpan.FromSeconds(10)) });
        clock = letter.Clock;
        letter.Options.ConcurrencyPerShard = 1;
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        var counts = (await letter.Ledger.ListAsync(Newsletter.Issue, default).SingleAsync()).Counts!;
        Assert.Equal(24, counts.Accepted);
        Assert.Equal(36, counts.Waiting);
        await letter.PassAsync(readers[0]);
        await letter.PassAsync(readers[0]);
        Assert.Equal(readers.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
    }

    private static async Task<DateTimeOffset> ReportedAsync(Newsletter letter) =>
        DeliveryReport.FromJson((await letter.Issues.ReadPartAsync(Newsletter.Issue, DeliveryReport.PartName, default))!.Value.Span)!.At;
}
