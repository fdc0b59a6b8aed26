namespace Digest.Core.Deliveries;

/// <summary>What has been decided about an issue's delivery as a whole, by an operator or by a refusal that concerns all.</summary>
public sealed record DeliveryControl
{
    /// <summary>An issue nobody has stopped.</summary>
    public static DeliveryControl Running { get; } = new();

    /// <summary>True while nothing may be sent.</summary>
    public bool Held { get; init; }

    /// <summary>Why it is held, as a sentence for an operator.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was held or let go.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>True while so many recipients are refused that it may be the sender's fault: refusals suppress nobody until an operator has judged them.</summary>
    public bool RefusalsInDoubt { get; init; }

    /// <summary>True when an operator has said that the refusals speak of the addresses, however many there are.</summary>
    public bool RefusalsConfirmed { get; init; }

    /// <summary>Uncertain deliveries from before this time are to be sent again whatever the policy says.</summary>
    public DateTimeOffset? ResendUncertainBefore { get; init; }
}
