using Azure;
using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>The delivery queue on queue storage. The client encodes in base64, as the Functions host expects.</summary>
/// <param name="queue">The queue.</param>
public sealed class StorageDeliveryQueue(QueueClient queue) : IDeliveryQueue
{
    // Messages never expire: a task that nobody took for a week is still owed.
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <inheritdoc/>
    public async Task EnqueueAsync(DeliveryTask task, TimeSpan delay, CancellationToken cancellationToken)
    {
        var message = BinaryData.FromObjectAsJson(task, StorageJson.Compact);
        try
        {
            await queue.SendMessageAsync(message, delay, ForEver, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == "QueueNotFound")
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(message, delay, ForEver, cancellationToken);
        }
    }
}
