using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Digest.Core.Deliveries;
using Digest.Core.Essays;

namespace Digest.Core.Telemetry;

/// <summary>
/// The activities and metrics of the application, all in this place. Ids of essays and issues, counts and times are
/// recorded; addresses, tokens and texts never are.
/// </summary>
public static class DigestTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Digest";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Drops = Meter.CreateCounter<long>(
        "digest.drops", "{drop}", "Drops handled, by outcome: Stored, Unchanged, Rejected or Gone.");

    private static readonly Histogram<double> StripRatio = Meter.CreateHistogram<double>(
        "digest.essay.strip_ratio", "1", "Part of an essay's blocks that was stripped, 0 to 1.");

    private static readonly Histogram<double> IngestLatency = Meter.CreateHistogram<double>(
        "digest.ingest.latency", "s", "Seconds from the writing of a drop to the storing of its essay.");

    private static readonly Counter<long> LostDrops = Meter.CreateCounter<long>(
        "digest.drops.lost", "{drop}", "Drops that no event had reached, found by the sweep.");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "digest.deliveries", "{message}", "Attempts to hand a message to the mail server, by result.");

    private static readonly Gauge<double> FeedAge = Meter.CreateGauge<double>(
        "digest.feed.age", "s", "Seconds since the newest issue's date: what a reader of the feed sees as its age.");

    /// <summary>Begins the activity of a drop. All activities of one essay are one trace, whoever handles it and however often.</summary>
    /// <param name="sourceName">Path in <c>incoming</c>.</param>
    /// <param name="operation">What is done, such as <c>ingest</c>.</param>
    public static Activity? StartDrop(string sourceName, string operation)
    {
        var id = EssayId.FromSourceName(sourceName);
        return Activities.StartActivity(operation, ActivityKind.Consumer, ContextOf("essay", id))?.SetTag("digest.essay.id", id);
    }

    /// <summary>Begins an activity of an issue: from its assembling to the last mail all are one trace.</summary>
    /// <param name="issueId">Id of the issue.</param>
    /// <param name="operation">What is done, such as <c>deliver</c>.</param>
    /// <param name="essayIds">Essays the issue carries: their traces are linked.</param>
    public static Activity? StartIssue(string issueId, string operation, IEnumerable<string>? essayIds = null) =>
        Activities.StartActivity(
            operation, ActivityKind.Consumer, ContextOf("issue", issueId), links: essayIds?.Select(id => new ActivityLink(ContextOf("essay", id))))
            ?.SetTag("digest.issue.id", issueId);

    /// <summary>Counts a drop that was handled.</summary>
    /// <param name="outcome">Name of the outcome.</param>
    public static void DropHandled(string outcome)
    {
        Drops.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        Activity.Current?.SetTag("digest.outcome", outcome);
    }

    /// <summary>Measures an essay that was stored.</summary>
    public static void EssayStored(EssayRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var blocks = record.Essay.Body.Count + record.Essay.Stripped.Count;
        StripRatio.Record(blocks == 0 ? 0 : (double)record.Essay.Stripped.Count / blocks);
        IngestLatency.Record(Math.Max(0, (record.Stored - record.Received).TotalSeconds));
        Activity.Current?.SetTag("digest.essay.revision", record.Revision);
    }

    /// <summary>Counts drops that no event had reached.</summary>
    public static void DropsLost(int count) => LostDrops.Add(count);

    /// <summary>Counts an attempt to send.</summary>
    public static void Delivered(SendResult result) => Deliveries.Add(1, new KeyValuePair<string, object?>("result", result.ToString()));

    /// <summary>Records how old the feed is.</summary>
    /// <param name="newest">Date of the newest issue.</param>
    /// <param name="now">The time.</param>
    public static void FeedSeen(DateTimeOffset newest, DateTimeOffset now) => FeedAge.Record(Math.Max(0, (now - newest).TotalSeconds));

    /// <summary>
    /// A trace context made from an id: instances that never meet, a timer and a queue among them, so agree on one trace
    /// without handing anything on.
    /// </summary>
    internal static ActivityContext ContextOf(string kind, string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(kind + ":" + id));
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)), ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)), ActivityTraceFlags.Recorded, isRemote: true);
    }
}
