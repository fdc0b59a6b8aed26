using System.ComponentModel.DataAnnotations;

namespace Digest.Core.Deliveries;

/// <summary>What becomes of a delivery of which nobody knows whether the server took it.</summary>
public enum UncertainPolicy
{
    /// <summary>It is sent again with the same Message-ID: a reader may find it twice, none misses it.</summary>
    Resend,

    /// <summary>It waits for an operator (<c>digest deliver --resend-uncertain</c>): nobody gets it twice.</summary>
    Hold,
}

/// <summary>How issues are delivered: section <c>Digest:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>
    /// How many deliveries are claimed by one line of the ledger, 1 to 500. It is the most that a crash can leave
    /// uncertain for each worker, against one storage write for each claim.
    /// </summary>
    [Range(1, 500, ErrorMessage = "Digest:Delivery:ClaimSize must be from 1 to 500.")]
    public int ClaimSize { get; set; } = 25;

    /// <summary>Messages under way at once for one shard; the connections over all are limited by Digest:Smtp:Connections.</summary>
    [Range(1, 100, ErrorMessage = "Digest:Delivery:ConcurrencyPerShard must be from 1 to 100.")]
    public int ConcurrencyPerShard { get; set; } = 5;

    /// <summary>
    /// After this long a pass over a shard stops and puts the rest back on the queue. It must be well below the
    /// function's time limit (host.json functionTimeout) by the time one message may take.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Digest:Delivery:PassTimeLimit must be from one second to one hour.")]
    public TimeSpan PassTimeLimit { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>
    /// How long a worker's claim to a shard outlives it, 15 to 60 seconds: so long a shard waits after a crash. It is
    /// renewed every third of it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:15", "00:01:00", ErrorMessage = "Digest:Delivery:Lease must be from 15 to 60 seconds.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a delivery is tried before a deferral becomes a refusal.</summary>
    [Range(1, 100, ErrorMessage = "Digest:Delivery:MaxAttempts must be from 1 to 100.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Wait after the first deferral; each further one doubles it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ErrorMessage = "Digest:Delivery:FirstRetry must be at most a day.")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "2.00:00:00", ErrorMessage = "Digest:Delivery:LongestRetry must be at most two days.")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Mails in a row that may fail to reach a subscriber before they are suppressed: one an issue, or one a day where a report names none.</summary>
    [Range(1, 100, ErrorMessage = "Digest:Delivery:SoftBounceLimit must be from 1 to 100.")]
    public int SoftBounceLimit { get; set; } = 3;

    /// <summary>
    /// The share of refused recipients, 0.01 to 1, above which the issue stops and an operator judges whether the server
    /// refuses the addresses or the sender. A list that was mailed before has a few in a hundred; 1 never stops.
    /// </summary>
    [Range(0.01, 1, ErrorMessage = "Digest:Delivery:MaxRefusedShare must be from 0.01 to 1.")]
    public double MaxRefusedShare { get; set; } = 0.2;

    /// <summary>
    /// Recipients that must have been taken or refused before the share is looked at. When the whole issue has fewer, more
    /// than half of them, three at the least, stop it.
    /// </summary>
    [Range(5, 1000, ErrorMessage = "Digest:Delivery:RefusedShareFrom must be from 5 to 1000.")]
    public int RefusedShareFrom { get; set; } = 20;

    /// <summary>What becomes of uncertain deliveries.</summary>
    public UncertainPolicy Uncertain { get; set; } = UncertainPolicy.Resend;

    /// <summary>How many times an uncertain delivery is sent again before it is held all the same.</summary>
    [Range(0, 10, ErrorMessage = "Digest:Delivery:MaxResends must be from 0 to 10.")]
    public int MaxResends { get; set; } = 2;

    /// <summary>
    /// Failures to reach the server in a row that end a pass: the server is down, and trying the rest would only use
    /// up their attempts.
    /// </summary>
    [Range(1, 1000, ErrorMessage = "Digest:Delivery:MaxConnectionFailures must be from 1 to 1000.")]
    public int MaxConnectionFailures { get; set; } = 5;
}
