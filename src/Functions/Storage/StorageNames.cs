namespace Digest.Functions.Storage;

/// <summary>Names of containers and queues: one place for code, triggers and infrastructure to agree on.</summary>
public static class StorageNames
{
    /// <summary>Container of the drops; written by editorial staff only.</summary>
    public const string Incoming = "incoming";

    /// <summary>Container of the essays as read.</summary>
    public const string Essays = "essays";

    /// <summary>Container of the problems of drops that can't be used.</summary>
    public const string Problems = "problems";

    /// <summary>Container of the issues.</summary>
    public const string Issues = "issues";

    /// <summary>Container of the subscribers.</summary>
    public const string Subscribers = "subscribers";

    /// <summary>Container of the delivery ledger.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Container of the counters that limit requests.</summary>
    public const string Limits = "limits";

    /// <summary>Container of the public site: Azure's name for static websites.</summary>
    public const string Web = "$web";

    /// <summary>Queue of delivery tasks.</summary>
    public const string DeliveryQueue = "digest-deliveries";

    /// <summary>Queue of mails to single subscribers.</summary>
    public const string SubscriptionQueue = "digest-subscriptions";

    /// <summary>Queue on which the Functions host puts drops that failed five times.</summary>
    public const string PoisonedDropsQueue = "webjobs-blobtrigger-poison";

    /// <summary>All containers.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Incoming, Essays, Problems, Issues, Subscribers, Deliveries, Limits, Web];

    /// <summary>All queues that functions listen to.</summary>
    public static IReadOnlyList<string> Queues { get; } = [DeliveryQueue, SubscriptionQueue, PoisonedDropsQueue];
}
