namespace Digest.Core.Deliveries;

/// <summary>What follows from an outcome: pure rules from a delivery, what happened and the time to the next state.</summary>
public static class DeliveryPolicy
{
    private static readonly TimeSpan PostponedFor = TimeSpan.FromSeconds(30);

    /// <summary>The ledger entry that records an outcome.</summary>
    /// <param name="delivery">The delivery as it was claimed, this attempt counted.</param>
    /// <param name="outcome">What happened.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">Limits.</param>
    public static LedgerEntry After(Delivery delivery, SendOutcome outcome, DateTimeOffset now, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(options);
        var entry = new LedgerEntry(now, DeliveryState.Accepted, [delivery.SubscriberId])
        {
            Reply = outcome.ReplyCode,
            Status = outcome.EnhancedStatus,
            Detail = outcome.Detail.Length == 0 ? null : outcome.Detail,
        };
        return outcome.Result switch
        {
            SendResult.Accepted => entry,
            SendResult.RecipientRefused => entry with { State = DeliveryState.Refused },
            SendResult.Deferred when delivery.Attempts >= options.MaxAttempts => entry with
            {
                State = DeliveryState.Refused,
                // A mail server that is not there says nothing about the reader.
                Reply = outcome.IsConnectionFailure ? null : entry.Reply,
                Status = outcome.IsConnectionFailure ? null : entry.Status,
                Detail = $"Given up after {delivery.Attempts} tries: {outcome.Detail}",
            },
            SendResult.Deferred => entry with { State = DeliveryState.Deferred, Due = now + RetryDelay(delivery.Attempts, options) },
            SendResult.Uncertain => entry with { State = DeliveryState.Uncertain, Due = now + RetryDelay(delivery.Attempts, options) },
            SendResult.SenderRefused => entry with { State = DeliveryState.Planned },
            SendResult.Postponed => entry with { State = DeliveryState.Planned, Due = now + PostponedFor },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Result, "Not a result."),
        };
    }

    /// <summary>
    /// When a delivery may be tried next: null when it never is without an operator, a time that may be past otherwise.
    /// </summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="control">What has been decided about the issue.</param>
    /// <param name="options">The policy.</param>
    public static DateTimeOffset? NextTry(Delivery delivery, DeliveryControl control, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(options);
        return delivery.State switch
        {
            DeliveryState.Planned or DeliveryState.Deferred => delivery.Due ?? DateTimeOffset.MinValue,
            DeliveryState.Uncertain when delivery.UncertainSince < control.ResendUncertainBefore => DateTimeOffset.MinValue,
            DeliveryState.Uncertain when options.Uncertain == UncertainPolicy.Resend && delivery.UncertainAttempts <= options.MaxResends =>
                delivery.Due ?? DateTimeOffset.MinValue,
            _ => null,
        };
    }

    /// <summary>What a crash left: claims without an outcome become uncertain, and wait as after any failed try: whatever ended the process may do so again.</summary>
    /// <param name="deliveries">The shard as the ledger tells it.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">The waits.</param>
    /// <returns>The entry to write before anything else, or null when the last worker ended in order.</returns>
    public static LedgerEntry? Recover(ShardDeliveries deliveries, DateTimeOffset now, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var lost = deliveries.All.Where(d => d.State == DeliveryState.Sending).ToList();
        return lost.Count == 0 ? null : new LedgerEntry(now, DeliveryState.Uncertain, [.. lost.Select(d => d.SubscriberId)])
        {
            Due = now + RetryDelay(lost.Max(d => d.Attempts), options),
            Detail = "The delivering process stopped while these were being sent.",
        };
    }

    /// <summary>Wait after the given number of tries: doubles each time up to the longest.</summary>
    public static TimeSpan RetryDelay(int attempts, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var delay = options.FirstRetry * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return delay < options.LongestRetry ? delay : options.LongestRetry;
    }
}
