namespace Digest.Core.Deliveries;

/// <summary>The deliveries of one issue to one shard: the sum of a ledger's entries.</summary>
public sealed class ShardDeliveries
{
    private readonly Dictionary<string, Delivery> _deliveries = new(StringComparer.Ordinal);

    /// <summary>Sums up entries in their order.</summary>
    /// <param name="entries">All entries of one ledger.</param>
    public ShardDeliveries(IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            Apply(entry);
        }
    }

    /// <summary>True once the plan is written.</summary>
    public bool IsPlanned { get; private set; }

    /// <summary>The deliveries, in the plan's order.</summary>
    public IReadOnlyCollection<Delivery> All => _deliveries.Values;

    /// <summary>The delivery to a subscriber, or null when they are not in the plan.</summary>
    public Delivery? Find(string subscriberId) => _deliveries.GetValueOrDefault(subscriberId);

    /// <summary>Takes one more entry into account.</summary>
    public void Apply(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        IsPlanned = true;
        foreach (var id in entry.Subscribers)
        {
            var delivery = _deliveries.GetValueOrDefault(id);
            _deliveries[id] = delivery is null ? new Delivery { SubscriberId = id, State = entry.State, Since = entry.At, Due = entry.Due } : delivery.Apply(entry);
        }
    }

    /// <summary>How many deliveries are in each state.</summary>
    public DeliveryCounts Count() => DeliveryCounts.Of(_deliveries.Values);
}
