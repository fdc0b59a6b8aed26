using Azure.Storage.Queues;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Functions.Storage;

/// <summary>The queue of mails to single subscribers.</summary>
/// <param name="queue">The queue.</param>
public sealed class StorageSubscriptionQueue(QueueClient queue) : ISubscriptionQueue
{
    /// <inheritdoc/>
    public Task EnqueueAsync(SubscriptionTask task, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendCreatingAsync(task, delay, cancellationToken);
}
