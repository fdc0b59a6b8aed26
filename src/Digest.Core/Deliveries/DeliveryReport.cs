using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digest.Core.Deliveries;

/// <summary>How an issue's delivery stands: what <c>digest status</c> shows, and stored with the issue when it is done.</summary>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Counts">Deliveries by state; those of shards that nobody has looked at yet are not known.</param>
/// <param name="ShardsFinished">Shards with nothing left to do, of 256.</param>
/// <param name="Control">Whether it is held, and why.</param>
/// <param name="Started">First line of any ledger, or null.</param>
/// <param name="LastOutcome">Last line of any ledger, or null.</param>
/// <param name="Reasons">What servers and failures said, the most frequent first: words and how many deliveries.</param>
public sealed record DeliveryReport(
    string IssueId, DateTimeOffset At, DeliveryCounts Counts, int ShardsFinished, DeliveryControl Control,
    DateTimeOffset? Started, DateTimeOffset? LastOutcome, IReadOnlyList<DeliveryReason> Reasons)
{
    /// <summary>Name of the issue part that holds the final report.</summary>
    public const string PartName = "delivery.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Bytes of all ledgers when the issue was finished: they only grow, so by it a later look sees whether anything was written since. 0 before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long LedgerLength { get; init; }

    /// <summary>True when nothing is left to do without an operator.</summary>
    public bool Finished => ShardsFinished == DeliveryTask.ShardCount;

    /// <summary>How far it is, in a sentence without its stop: not "Delivered" while anybody may have been missed.</summary>
    [JsonIgnore]
    public string Progress => !Finished ? $"{ShardsFinished} of {DeliveryTask.ShardCount} shards done"
        : Counts.Uncertain > 0 ? string.Create(CultureInfo.InvariantCulture, $"Done, {Counts.Uncertain:N0} uncertain")
        : "Delivered";

    /// <summary>Accepted a second since the start; null before there is anything to tell.</summary>
    public double? Rate => Started is { } start && LastOutcome is { } last && last > start && Counts.Accepted > 0
        ? Counts.Accepted / (last - start).TotalSeconds : null;

    /// <summary>Time left at the present rate for what can be sent now; deferred mails wait for their own time. Null when not known.</summary>
    public TimeSpan? TimeLeft => Rate is { } rate && !Control.Held && Counts.Waiting + Counts.Sending > 0
        ? TimeSpan.FromSeconds((Counts.Waiting + Counts.Sending) / rate) : null;

    /// <summary>The report as it is stored.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>A stored report.</summary>
    public static DeliveryReport? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<DeliveryReport>(json, Json);
}

/// <summary>Why deliveries were not accepted.</summary>
/// <param name="State">Where they stood then.</param>
/// <param name="Words">The server's or the failure's words.</param>
/// <param name="Deliveries">How many times.</param>
public sealed record DeliveryReason(DeliveryState State, string Words, int Deliveries);
