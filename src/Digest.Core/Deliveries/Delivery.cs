namespace Digest.Core.Deliveries;

/// <summary>Where the delivery of one issue to one subscriber stands.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Planned,

    /// <summary>Claimed: it may be on its way to the server at this moment.</summary>
    Sending,

    /// <summary>The server took responsibility. Final.</summary>
    Accepted,

    /// <summary>The server refused for good, or retries are used up. Final.</summary>
    Refused,

    /// <summary>Not now; it is tried again when it is due.</summary>
    Deferred,

    /// <summary>The server may or may not have it. Sent again, with the same Message-ID, or held for an operator.</summary>
    Uncertain,

    /// <summary>The subscriber left, was suppressed or erased after the plan was made and before a server was known to have it. Final.</summary>
    Skipped,
}

/// <summary>One issue to one subscriber, as the ledger tells it.</summary>
public sealed record Delivery
{
    /// <summary>Id of the subscriber.</summary>
    public required string SubscriberId { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Planned;

    /// <summary>When it came to stand there.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many times it was handed to the server, or may have been.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of the attempts ended uncertain.</summary>
    public int UncertainAttempts { get; init; }

    /// <summary>When it last became uncertain; null when it never did.</summary>
    public DateTimeOffset? UncertainSince { get; init; }

    /// <summary>Not to be tried before this time; null for at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The entry that refused it, or null.</summary>
    public LedgerEntry? Refusal { get; init; }

    /// <summary>The state after a ledger entry that names this subscriber.</summary>
    /// <param name="entry">The entry.</param>
    public Delivery Apply(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (entry.State switch
        {
            DeliveryState.Sending => this with { State = entry.State, Attempts = Attempts + 1, Due = null },
            // A claim that was given back untried does not count as an attempt.
            DeliveryState.Planned when State == DeliveryState.Sending => this with { State = entry.State, Attempts = Attempts - 1, Due = entry.Due },
            // An operator has a refusal tried again: it is as if it had not been tried.
            DeliveryState.Planned when State == DeliveryState.Refused => this with { State = entry.State, Attempts = 0, Due = null, Refusal = null },
            DeliveryState.Uncertain => this with { State = entry.State, UncertainAttempts = UncertainAttempts + 1, UncertainSince = entry.At, Due = entry.Due },
            DeliveryState.Refused => this with { State = entry.State, Refusal = entry },
            _ => this with { State = entry.State, Due = entry.Due },
        }) with
        { Since = entry.At };
    }
}
