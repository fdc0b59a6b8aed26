using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>The delivery queue on queue storage.</summary>
/// <param name="queue">The queue; the client encodes in base64, as the Functions host expects.</param>
public sealed class StorageDeliveryQueue(QueueClient queue) : IDeliveryQueue
{
    /// <inheritdoc/>
    public Task EnqueueAsync(DeliveryTask task, TimeSpan delay, CancellationToken cancellationToken) =>
        queue.SendCreatingAsync(task, delay, cancellationToken);
}
