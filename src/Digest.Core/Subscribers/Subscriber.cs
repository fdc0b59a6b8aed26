using System.Globalization;
using System.Text.Json.Serialization;

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

/// <summary>Why a subscriber is suppressed.</summary>
public enum SuppressionCause
{
    /// <summary>The address does not exist or refuses for good.</summary>
    HardBounce,

    /// <summary>Too many issues in a row could not be delivered.</summary>
    SoftBounces,

    /// <summary>The reader reported the digest as unwanted. Nothing is ever sent again, not even on request; an editor may lift it.</summary>
    Complaint,
}

/// <summary>A suppression, with its reason.</summary>
/// <param name="Cause">Which kind.</param>
/// <param name="Detail">The server's or provider's words.</param>
public sealed record Suppression(SuppressionCause Cause, string Detail);

/// <summary>A suppression that an operator lifted.</summary>
/// <param name="Suppression">What it was.</param>
/// <param name="Reason">Why it was lifted.</param>
/// <param name="By">Who lifted it.</param>
/// <param name="At">When.</param>
public sealed record LiftedSuppression(Suppression Suppression, string Reason, string By, DateTimeOffset At);

/// <summary>What the subscriber agreed to, and how it is known.</summary>
/// <param name="Source">Where the consent was given: <c>form</c>, <c>api</c>, or what an import says (<c>conference 2026</c>).</param>
/// <param name="Requested">When it was given.</param>
public sealed record Consent(string Source, DateTimeOffset Requested)
{
    /// <summary>Version of the form and of its wording; null for imports.</summary>
    public string? Wording { get; init; }

    /// <summary>When the address was confirmed by its owner; null when it has not been.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    /// <summary>False while a request of the form waits for its confirmation; whoever imports a list vouches for it.</summary>
    [JsonIgnore]
    public bool IsGiven => Confirmed is not null || Wording is null;

    /// <summary>Keyed hash of the network address the request came from; null when there was none.</summary>
    public string? NetworkHash { get; init; }
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

    /// <summary>What they agreed to last.</summary>
    public required Consent Consent { get; init; }

    /// <summary>A request that waits for the confirmation of the address, or null.</summary>
    public Consent? Request { get; init; }

    /// <summary>Mails in a row that could not be delivered for a reason that may pass; 0 again once an issue has stood until the next.</summary>
    public int SoftBounces { get; init; }

    /// <summary>The last issue whose refusal <see cref="SoftBounces"/> counts, so that none is counted twice.</summary>
    public string? LastBouncedIssue { get; init; }

    /// <summary>Message-ID of the last mail whose reported bounce <see cref="SoftBounces"/> counts.</summary>
    public string? LastBouncedMail { get; init; }

    /// <summary>When the last of these bounces happened.</summary>
    public DateTimeOffset? LastBounce { get; init; }

    /// <summary>The first issue accepted after that, which has not bounced so far; null before, and while nothing is counted.</summary>
    public string? StoodIssue { get; init; }

    /// <summary>Why they are suppressed; null otherwise.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>The last suppression that an operator lifted; null when none was.</summary>
    public LiftedSuppression? Lifted { get; init; }

    /// <summary>How they left (<c>one-click</c>, <c>page</c>, <c>editor</c>); null when they have not.</summary>
    public string? LeftBy { get; init; }

    /// <summary>The shard of an id: its first byte, 0 to 255.</summary>
    /// <param name="subscriberId">A <see cref="Id"/>.</param>
    public static int ShardOf(string subscriberId) =>
        int.Parse(subscriberId.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
