using System.Net.Mail;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Core.Subscribers;
using Digest.Core.Telemetry;
using Shard = System.Collections.Immutable.ImmutableSortedDictionary<string, Digest.Core.Subscribers.Subscriber>;

namespace Digest.Core.Workflows;

/// <summary>What became of a pass over a shard.</summary>
public enum PassEnd
{
    /// <summary>Nothing is left to be done.</summary>
    Finished,

    /// <summary>The rest is on the queue again, for when it is due.</summary>
    Requeued,

    /// <summary>The issue is held; the rest waits for an operator.</summary>
    Held,

    /// <summary>There is no such issue.</summary>
    NoIssue,
}

/// <summary>
/// One pass over one shard of an issue: open the ledger, make the plan if there is none, call what a crash left
/// uncertain, send what is due, write down what is left and when it is due.
/// </summary>
public sealed class DeliverDigest(
    IIssueStore issues, ISubscriberStore subscribers, IDeliveryLedger ledgers, IDeliveryQueue queue, IMailSender sender,
    FinishDelivery finish, RefusalWatch refusals, SubscriberLinks links, MailOptions mail, DeliveryOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestQueueDelay = TimeSpan.FromDays(6);

    // A task that is due at once must not meet this pass, which still has the ledger.
    private static readonly TimeSpan UntilLetGo = TimeSpan.FromSeconds(1);

    // A task may seem to come early by as much as storage's clock is ahead of this instance's.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <summary>Delivers what is due. May be called twice for a task, and again after any crash.</summary>
    /// <param name="task">Issue and shard.</param>
    /// <param name="cancellationToken">Ends the pass in order: what is under way is finished, the rest goes back on the queue.</param>
    public async Task<PassEnd> RunAsync(DeliveryTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var activity = DigestTelemetry.StartIssue(task.IssueId, "deliver")?.SetTag("digest.shard", task.Shard);
        var control = await ledgers.ReadControlAsync(task.IssueId, cancellationToken);
        if (control.Held)
        {
            return PassEnd.Held;
        }

        var shard = await subscribers.ReadShardAsync(task.Shard, cancellationToken);
        if (!shard.Values.Any(s => s.State == SubscriberState.Active)
            && await ledgers.TryCloseEmptyAsync(task.IssueId, task.Shard, cancellationToken))
        {
            return await FinishAsync(task.IssueId, cancellationToken);
        }

        if (await issues.ReadPartAsync(task.IssueId, MailTemplate.PartName, cancellationToken) is not { } part)
        {
            return PassEnd.NoIssue;
        }

        await using var ledger = await ledgers.OpenAsync(task.IssueId, task.Shard, cancellationToken);
        if (ledger is null)
        {
            // Whoever has it may be dead: look again when the lease has run out.
            await queue.EnqueueAsync(task, options.Lease, cancellationToken);
            return PassEnd.Requeued;
        }

        var template = MailTemplate.FromJson(part.Span);
        async Task<bool> IsHeldAsync() => (control = await ledgers.ReadControlAsync(task.IssueId, CancellationToken.None)).Held;
        bool RefusesSender(SendOutcome outcome) => refusals.Note(task.IssueId, control, outcome.Result);
        var pass = new ShardPass(ledger, shard, sender, subscriber => Compose(template, subscriber), IsHeldAsync, RefusesSender, options, clock);
        await pass.PrepareAsync(cancellationToken);
        var refusal = await pass.SendAsync(control, cancellationToken);
        if (refusal is not null)
        {
            control = await ledgers.ChangeControlAsync(
                task.IssueId,
                c => refusal.Result == SendResult.RecipientRefused ? RefusalWatch.Doubt(c, refusal.Detail, clock.GetUtcNow(), options) : Hold(c, refusal),
                CancellationToken.None);
        }

        await TellSubscribersAsync(task, shard, pass.Deliveries);
        var due = control.Held || pass.NextTry(control) is not { } next ? null : (DateTimeOffset?)await PutBackAsync(task, next, ledger.Due);
        await ledger.SummariseAsync(pass.Deliveries.Count(), finished: due is null && !control.Held, due, CancellationToken.None);
        return due is not null ? PassEnd.Requeued
            : control.Held ? PassEnd.Held
            : await FinishAsync(task.IssueId, CancellationToken.None);
    }

    /// <summary>
    /// Puts the task back on the queue for its next delivery, unless the last pass has done so for a time that is still to
    /// come: then this task was one too many, and ends here. It is done before it is noted, so that no crash loses the task.
    /// </summary>
    /// <returns>When a task for this shard comes.</returns>
    private async Task<DateTimeOffset> PutBackAsync(DeliveryTask task, DateTimeOffset next, DateTimeOffset? otherDue)
    {
        var now = clock.GetUtcNow();
        if (otherDue is { } other && other > now + ClocksDiffer && other <= next)
        {
            return other;
        }

        var delay = TimeSpan.FromTicks(Math.Clamp((next - now).Ticks, UntilLetGo.Ticks, LongestQueueDelay.Ticks));
        await queue.EnqueueAsync(task, delay, CancellationToken.None);
        return now + delay;
    }

    private MailMessage Compose(MailTemplate template, Subscriber subscriber) =>
        MailComposer.Compose(template, mail, EmailAddress.Parse(subscriber.Address).Envelope, links.Unsubscribe(subscriber.Id));

    private DeliveryControl Hold(DeliveryControl control, SendOutcome refusal) => control with
    {
        Held = true,
        Reason = $"The mail server refuses to send this issue: {refusal.ReplyCode} {refusal.Detail}".Replace(":  ", ": ", StringComparison.Ordinal),
        Changed = clock.GetUtcNow(),
    };

    private async Task<PassEnd> FinishAsync(string issueId, CancellationToken cancellationToken) =>
        (await finish.RunAsync(issueId, cancellationToken)).Held ? PassEnd.Held : PassEnd.Finished;

    // Issues that stand take soft bounces away. What refusals mean is decided when the whole issue is done.
    private async Task TellSubscribersAsync(DeliveryTask task, Shard shard, ShardDeliveries deliveries)
    {
        Shard Tell(Shard current) => deliveries.All.Where(d => d.State == DeliveryState.Accepted).Aggregate(current, (all, delivery) =>
            all.TryGetValue(delivery.SubscriberId, out var subscriber)
                ? all.SetItem(delivery.SubscriberId, SubscriberStates.AfterAcceptance(subscriber, task.IssueId, delivery.Since))
                : all);
        if (!ReferenceEquals(Tell(shard), shard))
        {
            await subscribers.ChangeShardAsync(task.Shard, Tell, CancellationToken.None);
        }
    }
}
