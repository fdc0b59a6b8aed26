using Digest.Core.Deliveries;

namespace Digest.Core.Subscribers;

/// <summary>How subscribers go from one state to the next: pure rules.</summary>
public static class SubscriberStates
{
    private static readonly TimeSpan OneMail = TimeSpan.FromDays(1);

    /// <summary>A subscriber from a list whose owner vouches for the consent.</summary>
    public static Subscriber Imported(EmailAddress address, Consent consent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Subscriber
        {
            Id = address.SubscriberId,
            Address = address.Written,
            State = SubscriberState.Active,
            Created = now,
            StateChanged = now,
            Consent = consent,
        };
    }

    /// <summary>What an import makes of somebody: who is not known is added, who waits for a confirmation becomes active, all others stay as they are.</summary>
    /// <param name="known">The subscriber so far, or null.</param>
    /// <param name="imported">The subscriber of the list.</param>
    public static Subscriber AfterImport(Subscriber? known, Subscriber imported)
    {
        ArgumentNullException.ThrowIfNull(imported);
        return known switch
        {
            null => imported,
            { State: SubscriberState.Pending } => imported with { Created = known.Created },
            _ => known,
        };
    }

    /// <summary>
    /// Somebody asked to subscribe with this address. Whether it was its owner only the confirmation shows, so nothing
    /// but the request is noted: who gets the digest goes on getting it, and who complained is left alone.
    /// </summary>
    /// <param name="known">The subscriber so far, or null.</param>
    /// <param name="address">The address as written now.</param>
    /// <param name="consent">The request.</param>
    /// <param name="now">The time.</param>
    public static Subscriber Request(Subscriber? known, EmailAddress address, Consent consent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(address);
        return known switch
        {
            null => Imported(address, consent, now) with { State = SubscriberState.Pending, Request = consent },
            { State: SubscriberState.Active } or { Suppression.Cause: SuppressionCause.Complaint } => known,
            _ => known with { Request = consent },
        };
    }

    /// <summary>The owner confirmed the address. Without an open request nothing changes: an old link brings nobody back.</summary>
    public static Subscriber Confirm(Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.Request is not { } request ? subscriber : subscriber with
        {
            State = SubscriberState.Active,
            StateChanged = now,
            Consent = request with { Confirmed = now },
            Request = null,
            Suppression = null,
            SoftBounces = 0,
            StoodIssue = null,
            LeftBy = null,
        };
    }

    /// <summary>A bounce or complaint that came after the mail was accepted.</summary>
    /// <param name="subscriber">Who.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="softBounceLimit">Mails in a row that may fail.</param>
    /// <param name="now">The time.</param>
    public static Subscriber AfterEvent(Subscriber subscriber, MailEvent happened, int softBounceLimit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Kind)
        {
            case MailEventKind.Complaint:
                return Suppress(subscriber, SuppressionCause.Complaint, happened.Detail, now);
            case MailEventKind.HardBounce:
                return Suppress(subscriber, SuppressionCause.HardBounce, happened.Detail, now);
            default:
                return IsCounted(subscriber, happened.MessageId, now)
                    ? subscriber
                    : CountBounce(subscriber with { LastBouncedMail = happened.MessageId ?? subscriber.LastBouncedMail }, happened.Detail, softBounceLimit, now, now);
        }
    }

    /// <summary>
    /// An issue was accepted for a subscriber. That alone says little: many servers take everything and report the bounce
    /// hours later. Bounces are forgotten once an issue has stood without one until the next was accepted.
    /// </summary>
    /// <param name="subscriber">Who.</param>
    /// <param name="issueId">The issue.</param>
    /// <param name="accepted">When the server took it.</param>
    public static Subscriber AfterAcceptance(Subscriber subscriber, string issueId, DateTimeOffset accepted)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.SoftBounces == 0 || subscriber.LastBounce >= accepted || subscriber.StoodIssue == issueId ? subscriber
            : subscriber.StoodIssue is null ? subscriber with { StoodIssue = issueId }
            : subscriber with { SoftBounces = 0, StoodIssue = null };
    }

    /// <summary>An issue was refused for a subscriber. Saying it twice changes nothing more.</summary>
    /// <param name="subscriber">Who.</param>
    /// <param name="issueId">The issue.</param>
    /// <param name="refusal">The ledger's entry.</param>
    /// <param name="softBounceLimit">Issues in a row that may fail.</param>
    /// <param name="now">The time.</param>
    public static Subscriber AfterRefusal(Subscriber subscriber, string issueId, LedgerEntry refusal, int softBounceLimit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(refusal);

        // Who confirmed the address after it bounced knows better than the bounce.
        if (!refusal.SpeaksOfReader || subscriber.StateChanged > refusal.At)
        {
            return subscriber;
        }

        var detail = refusal.Detail ?? "";
        return refusal.IsHardBounce ? Suppress(subscriber, SuppressionCause.HardBounce, detail, now)
            : subscriber.LastBouncedIssue == issueId ? subscriber
            // An earlier issue that stood until this one ends the row.
            : CountBounce(
                subscriber with { LastBouncedIssue = issueId, SoftBounces = subscriber.StoodIssue is null ? subscriber.SoftBounces : 0 },
                detail, softBounceLimit, refusal.At, now);
    }

    /// <summary>Suppresses a subscriber. A complaint outweighs a bounce and is never replaced by one; who has left stays so unless they complain.</summary>
    public static Subscriber Suppress(Subscriber subscriber, SuppressionCause cause, string detail, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var stays = cause != SuppressionCause.Complaint
            ? subscriber.State is SubscriberState.Unsubscribed or SubscriberState.Suppressed
            : subscriber is { State: SubscriberState.Suppressed, Suppression.Cause: SuppressionCause.Complaint };
        return stays ? subscriber : subscriber with
        {
            State = SubscriberState.Suppressed,
            StateChanged = now,
            Suppression = new Suppression(cause, detail),
        };
    }

    /// <summary>
    /// An operator lifts a suppression. After a bounce they get the digest again, if they had agreed to it and not left; after
    /// a complaint they may subscribe again, and nobody does it for them.
    /// </summary>
    /// <param name="subscriber">Who; without a suppression they stay as they are.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The operator.</param>
    /// <param name="now">The time.</param>
    public static Subscriber Lift(Subscriber subscriber, string reason, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.Suppression is not { } suppression ? subscriber : subscriber with
        {
            State = suppression.Cause == SuppressionCause.Complaint || subscriber.LeftBy is not null ? SubscriberState.Unsubscribed
                : subscriber.Consent.IsGiven ? SubscriberState.Active
                : SubscriberState.Pending,
            StateChanged = now,
            LeftBy = suppression.Cause == SuppressionCause.Complaint ? subscriber.LeftBy ?? "complaint" : subscriber.LeftBy,
            Suppression = null,
            SoftBounces = 0,
            StoodIssue = null,
            Lifted = new LiftedSuppression(suppression, reason, by, now),
        };
    }

    /// <summary>They leave. Idempotent; a suppression stays with its reason, and lifting it does not bring them back.</summary>
    /// <param name="subscriber">Who.</param>
    /// <param name="by">How: <c>one-click</c>, <c>page</c>, <c>editor</c>.</param>
    /// <param name="now">The time.</param>
    public static Subscriber Leave(Subscriber subscriber, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State switch
        {
            SubscriberState.Unsubscribed => subscriber with { Request = null },
            SubscriberState.Suppressed => subscriber with { Request = null, LeftBy = subscriber.LeftBy ?? by },
            _ => subscriber with { State = SubscriberState.Unsubscribed, StateChanged = now, LeftBy = by, Request = null },
        };
    }

    // Reports may come twice; the Message-ID tells which mail they speak of. Records of old keep it where the issue's id belongs.
    // Without one, a day is taken for one mail.
    private static bool IsCounted(Subscriber subscriber, string? messageId, DateTimeOffset now) => messageId is null
        ? now - subscriber.LastBounce < OneMail
        : messageId == subscriber.LastBouncedMail || messageId == subscriber.LastBouncedIssue;

    private static Subscriber CountBounce(Subscriber subscriber, string detail, int softBounceLimit, DateTimeOffset bounced, DateTimeOffset now)
    {
        var counted = subscriber with
        {
            SoftBounces = subscriber.SoftBounces + 1,
            LastBounce = bounced < subscriber.LastBounce ? subscriber.LastBounce : bounced,
            StoodIssue = null,
        };
        return counted.SoftBounces >= softBounceLimit ? Suppress(counted, SuppressionCause.SoftBounces, detail, now) : counted;
    }
}
