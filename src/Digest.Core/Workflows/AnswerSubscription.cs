using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering.Mail;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>
/// Sends the one mail that answers a request or a confirmation. A request changes nothing but a note; an address that is
/// active already gets a mail that says so, because a stranger must not see the difference and its owner should.
/// The reader was told that a mail is on its way: one that can't be sent now goes back on the queue, for longer each time,
/// for as long as a confirmation may take.
/// </summary>
public sealed class AnswerSubscription(
    ISubscriberStore subscribers, ErasedReaders erased, ISubscriptionQueue queue, IMailSender sender, SubscriberMails mails,
    TokenOptions tokens, DeliveryOptions delivery, TimeProvider clock)
{
    /// <summary>Does what the task asks for. After a crash it may send its mail a second time.</summary>
    /// <returns>What became of the mail, tried again later unless it was accepted, uncertain or refused to its reader; null when none is owed.</returns>
    /// <exception cref="MailNotSentException">The time that a confirmation may take has passed: the task is for the poison queue.</exception>
    public async Task<SendOutcome?> RunAsync(SubscriptionTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var now = clock.GetUtcNow();
        var address = EmailAddress.Parse(task.Address);
        if (await erased.FindAsync(address.SubscriberId, cancellationToken) is { Cause: SuppressionCause.Complaint })
        {
            return null;
        }

        var subscriber = task is { Step: SubscriptionStep.Requested, Consent: { } consent, Tries: 0 }
            ? await subscribers.ChangeAsync(address.SubscriberId, known => SubscriberStates.Request(known, address, consent, now), cancellationToken)
            : await subscribers.FindAsync(address.SubscriberId, cancellationToken);
        if (subscriber is null || Owed(task, subscriber) is not { } kind)
        {
            return null;
        }

        using var message = await mails.ComposeAsync(kind, subscriber, now + tokens.ConfirmWithin);
        var outcome = await sender.SendAsync(message, cancellationToken);
        switch (outcome.Result)
        {
            // Uncertain: it may have arrived; whoever misses it asks again.
            case SendResult.Accepted or SendResult.Uncertain:
                break;
            case SendResult.RecipientRefused:
                await NoteRefusalAsync(subscriber, outcome, now, cancellationToken);
                break;
            default:
                await PutOffAsync(task with { Tries = task.Tries + 1, Since = task.Since ?? now }, outcome, now);
                break;
        }

        return outcome;
    }

    /// <summary>Which mail a task still owes; null for none.</summary>
    private static SubscriberMail? Owed(SubscriptionTask task, Subscriber subscriber) => (task.Step, subscriber) switch
    {
        (_, { Suppression.Cause: SuppressionCause.Complaint }) => null,
        // Meanwhile the request was confirmed, withdrawn, or made again: then a later task owes the mail.
        (SubscriptionStep.Requested, _) when task.Tries > 0 && IsSettled(task, subscriber) => null,
        (SubscriptionStep.Requested, { State: SubscriberState.Active }) => SubscriberMail.AlreadySubscribed,
        (SubscriptionStep.Requested, _) => SubscriberMail.Confirm,
        (_, { State: SubscriberState.Active }) => SubscriberMail.Welcome,
        _ => null,
    };

    private static bool IsSettled(SubscriptionTask task, Subscriber subscriber) => subscriber.State == SubscriberState.Active
        ? subscriber.StateChanged > task.Consent?.Requested
        : subscriber.Request?.Requested != task.Consent?.Requested;

    private async Task NoteRefusalAsync(Subscriber subscriber, SendOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kind = SmtpReplies.SpeaksOfAddress(outcome.ReplyCode, outcome.EnhancedStatus) ? MailEventKind.HardBounce : MailEventKind.SoftBounce;
        var bounce = new MailEvent(kind, subscriber.Address, null, outcome.Detail);
        await subscribers.ChangeAsync(
            subscriber.Id, s => s is null ? null : SubscriberStates.AfterEvent(s, bounce, delivery.SoftBounceLimit, now) with { Request = null }, cancellationToken);
    }

    private Task PutOffAsync(SubscriptionTask again, SendOutcome outcome, DateTimeOffset now) =>
        now - again.Since >= tokens.ConfirmWithin
            ? throw new MailNotSentException($"The answer to a subscriber was given up after {again.Tries} tries: {outcome.ReplyCode} {outcome.Detail}")
            : queue.EnqueueAsync(again, DeliveryPolicy.RetryDelay(again.Tries, delivery), CancellationToken.None);
}

/// <summary>A mail to a single subscriber could not be sent now.</summary>
public sealed class MailNotSentException : Exception
{
    /// <summary>Makes the exception.</summary>
    public MailNotSentException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public MailNotSentException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public MailNotSentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
