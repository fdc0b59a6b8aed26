using System.Text.Json.Serialization;

namespace Digest.Core.Deliveries;

/// <summary>How many deliveries stand where. The sum is the number planned, always.</summary>
/// <param name="Waiting">To be sent.</param>
/// <param name="Sending">Being sent at this moment.</param>
/// <param name="Accepted">Taken by the server.</param>
/// <param name="Refused">Refused for good.</param>
/// <param name="Deferred">To be tried again later.</param>
/// <param name="Uncertain">The server may or may not have it.</param>
/// <param name="Skipped">Left before it was sent.</param>
public sealed record DeliveryCounts(int Waiting, int Sending, int Accepted, int Refused, int Deferred, int Uncertain, int Skipped)
{
    /// <summary>Nothing.</summary>
    public static DeliveryCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>All that were planned.</summary>
    public int Planned => Waiting + Sending + Accepted + Refused + Deferred + Uncertain + Skipped;

    /// <summary>Those for whom nothing happens any more by itself at this moment: a deferred one comes later, an uncertain one perhaps.</summary>
    [JsonIgnore]
    public int Tried => Planned - Waiting - Sending;

    /// <summary>The counts with the names that people see.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, int Count)> ByName =>
    [
        ("planned", Planned), ("waiting", Waiting), ("sending", Sending), ("accepted", Accepted),
        ("deferred", Deferred), ("refused", Refused), ("uncertain", Uncertain), ("skipped", Skipped),
    ];

    /// <summary>Counts deliveries by state.</summary>
    public static DeliveryCounts Of(IEnumerable<Delivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        Span<int> counts = stackalloc int[Enum.GetValues<DeliveryState>().Length];
        foreach (var delivery in deliveries)
        {
            counts[(int)delivery.State]++;
        }

        return new DeliveryCounts(
            counts[(int)DeliveryState.Planned], counts[(int)DeliveryState.Sending], counts[(int)DeliveryState.Accepted],
            counts[(int)DeliveryState.Refused], counts[(int)DeliveryState.Deferred], counts[(int)DeliveryState.Uncertain],
            counts[(int)DeliveryState.Skipped]);
    }

    /// <summary>The sum of two counts.</summary>
    public static DeliveryCounts operator +(DeliveryCounts left, DeliveryCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new DeliveryCounts(
            left.Waiting + right.Waiting, left.Sending + right.Sending, left.Accepted + right.Accepted, left.Refused + right.Refused,
            left.Deferred + right.Deferred, left.Uncertain + right.Uncertain, left.Skipped + right.Skipped);
    }

    /// <summary>The sum of two counts.</summary>
    public static DeliveryCounts Add(DeliveryCounts left, DeliveryCounts right) => left + right;
}
