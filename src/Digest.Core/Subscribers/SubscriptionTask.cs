using System.Text.Json.Serialization;

namespace Digest.Core.Subscribers;

/// <summary>What a task of the queue <c>digest-subscriptions</c> asks for. Its converter stands here because the Functions worker reads the message, with its own options.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubscriptionStep>))]
public enum SubscriptionStep
{
    /// <summary>Somebody asked to subscribe: note it, and send the mail that fits what is known of the address.</summary>
    Requested,

    /// <summary>An address was confirmed: send the welcome.</summary>
    Confirmed,
}

/// <summary>A message of the queue <c>digest-subscriptions</c>.</summary>
/// <param name="Step">What is asked for.</param>
/// <param name="Address">The address.</param>
/// <param name="Consent">The consent given with a request; null otherwise.</param>
public sealed record SubscriptionTask(SubscriptionStep Step, string Address, Consent? Consent)
{
    /// <summary>How many times its mail could not be sent yet.</summary>
    public int Tries { get; init; }

    /// <summary>When its mail was first tried; null before.</summary>
    public DateTimeOffset? Since { get; init; }
}
