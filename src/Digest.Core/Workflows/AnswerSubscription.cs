using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering.Mail;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>
/// Sends the one mail that answers a request or a confirmation. A request changes nothing but a note; an address that is
/// active already gets a mail that says so, because a stranger must not see the difference and its owner should.
/// </summary>
public sealed class AnswerSubscription(
    ISubscriberStore subscribers, ErasedReaders erased, IMailSender sender, SubscriberMails mails, TokenOptions tokens, DeliveryOptions delivery, TimeProvider clock)
{
    /// <summary>Does what the task asks for. After a crash it may send its mail a second time.</summary>
    /// <exception cref="MailNotSentException">The mail could not be sent now; the queue tries again.</exception>
    public async Task RunAsync(SubscriptionTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var now = clock.GetUtcNow();
        var address = EmailAddress.Parse(task.Address);
        if (await erased.FindAsync(address.SubscriberId, cancellationToken) is { Cause: SuppressionCause.Complaint })
        {
            return;
        }

        var subscriber = task is { Step: SubscriptionStep.Requested, Consent: { } consent }
            ? await subscribers.ChangeAsync(address.SubscriberId, known => SubscriberStates.Request(known, address, consent, now), cancellationToken)
            : await subscribers.FindAsync(address.SubscriberId, cancellationToken);
        SubscriberMail? kind = (task.Step, subscriber) switch
        {
            (_, null) or (_, { Suppression.Cause: SuppressionCause.Complaint }) => null,
            (SubscriptionStep.Requested, { State: SubscriberState.Active }) => SubscriberMail.AlreadySubscribed,
            (SubscriptionStep.Requested, _) => SubscriberMail.Confirm,
            (_, { State: SubscriberState.Active }) => SubscriberMail.Welcome,
            _ => null,
        };
        if (kind is null)
        {
            return;
        }

        using var message = await mails.ComposeAsync(kind.Value, subscriber!, now + tokens.ConfirmWithin);
        var outcome = await sender.SendAsync(message, cancellationToken);
        switch (outcome.Result)
        {
            // Uncertain: it may have arrived; whoever misses it asks again.
            case SendResult.Accepted or SendResult.Uncertain:
                return;
            case SendResult.RecipientRefused:
                var kindOfBounce = SmtpReplies.SpeaksOfAddress(outcome.ReplyCode, outcome.EnhancedStatus) ? MailEventKind.HardBounce : MailEventKind.SoftBounce;
                var bounce = new MailEvent(kindOfBounce, address.Normalised, null, outcome.Detail);
                await subscribers.ChangeAsync(
                    subscriber!.Id, s => s is null ? null : SubscriberStates.AfterEvent(s, bounce, delivery.SoftBounceLimit, now) with { Request = null }, cancellationToken);
                return;
            default:
                throw new MailNotSentException($"{kind} mail not sent: {outcome.ReplyCode} {outcome.Detail}");
        }
    }
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
