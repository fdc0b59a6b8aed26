using System.Text.Json.Serialization;

namespace Digest.Core.Deliveries;

/// <summary>
/// One line of a ledger: from now on these deliveries are in this state. The ledger of an issue and a shard is the
/// sequence of its lines; nothing in it is ever changed.
/// <list type="bullet">
/// <item>The first line is the plan: all subscribers who were active when the shard was first looked at.</item>
/// <item>A line <c>sending</c> is stored before the first byte goes to the server, so whoever finds one without an
/// outcome after a crash knows that the server may have the message: it is <c>uncertain</c>, never silently either.</item>
/// <item>Any outcome is one line after that.</item>
/// </list>
/// </summary>
/// <param name="At">When it was written.</param>
/// <param name="State">The new state.</param>
/// <param name="Subscribers">Ids of the subscribers it is about.</param>
public sealed record LedgerEntry(DateTimeOffset At, DeliveryState State, IReadOnlyList<string> Subscribers)
{
    /// <summary>Not to be tried before this time.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>SMTP reply code of the outcome, or null.</summary>
    public int? Reply { get; init; }

    /// <summary>Enhanced status code of the outcome, or null.</summary>
    public string? Status { get; init; }

    /// <summary>The server's words, or the reason, in a sentence. Never an address.</summary>
    public string? Detail { get; init; }

    /// <summary>False for a refusal without a word of a server: the mail could not be made, or no server was ever reached.</summary>
    [JsonIgnore]
    public bool SpeaksOfReader => State == DeliveryState.Refused && (Reply is not null || Status is not null);

    /// <summary>True for a refusal that says the address itself is bad and must not be tried with a later issue either.</summary>
    [JsonIgnore]
    public bool IsHardBounce => State == DeliveryState.Refused && SmtpReplies.SpeaksOfAddress(Reply, Status);
}
