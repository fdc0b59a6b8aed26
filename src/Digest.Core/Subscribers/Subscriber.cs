namespace Digest.Core.Subscribers;

/// <summary>Where a subscriber stands.</summary>
public enum SubscriberState
{
    /// <summary>Asked to subscribe; has not confirmed yet. Gets no issue.</summary>
    Pending,

    /// <summary>Gets every issue.</summary>
    Active,

    /// <summary>Left. Gets nothing until they subscribe again.</summary>
    Unsubscribed,

    /// <summary>Bounced or complained. Gets nothing; the reason is kept.</summary>
    Suppressed,
}

/// <summary>Somebody who gets the digest, or did.</summary>
public sealed record Subscriber
{
    /// <summary>SHA-256 (hex) of the normalised address; its first byte is the shard.</summary>
    public required string Id { get; init; }

    /// <summary>The address as the subscriber wrote it, trimmed.</summary>
    public required string Address { get; init; }

    /// <summary>Where they stand.</summary>
    public required SubscriberState State { get; init; }

    /// <summary>When they first asked or were imported.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When <see cref="State"/> last changed.</summary>
    public required DateTimeOffset StateChanged { get; init; }
}
