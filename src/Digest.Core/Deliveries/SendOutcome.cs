namespace Digest.Core.Deliveries;

/// <summary>What became of one attempt to hand a message to the server.</summary>
public enum SendResult
{
    /// <summary>The server took responsibility (250 after the data).</summary>
    Accepted,

    /// <summary>The server will not deliver to this recipient, and trying again is of no use for this issue.</summary>
    RecipientRefused,

    /// <summary>Not now: 4xx, greylisting, or the connection failed before the message could have been taken.</summary>
    Deferred,

    /// <summary>The connection failed after the data were under way: the server may or may not have taken the message.</summary>
    Uncertain,

    /// <summary>The server refuses the sender, the login, the volume or the message itself: no recipient can be reached until an operator acts.</summary>
    SenderRefused,

    /// <summary>Not tried: our own limit for this provider is used up for the moment.</summary>
    Postponed,
}

/// <summary>The outcome of one attempt.</summary>
/// <param name="Result">What happened.</param>
/// <param name="ReplyCode">SMTP reply code, or null when no reply came.</param>
/// <param name="EnhancedStatus">Enhanced status code (RFC 3463) such as <c>5.1.1</c>, or null.</param>
/// <param name="Detail">The server's words or the failure's, without the recipient's address.</param>
public sealed record SendOutcome(SendResult Result, int? ReplyCode, string? EnhancedStatus, string Detail)
{
    /// <summary>True for a message that was not tried because of a limit that any other would meet as well.</summary>
    public bool ConcernsAll { get; init; }

    /// <summary>True for a reply that came before any transaction, such as 454 to a login.</summary>
    public bool IsOfSession { get; init; }

    /// <summary>True when the server could not be reached, let nobody in or went away: it says nothing about the recipient.</summary>
    public bool IsConnectionFailure => Result == SendResult.Deferred && (ReplyCode is null or 421 || IsOfSession);
}
