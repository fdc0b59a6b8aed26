using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Digest.Cli.Up;

/// <summary><c>--fresh</c>: empties the emulator's storage. Never runs against anything but loopback.</summary>
internal static class FreshStart
{
    /// <summary>Deletes all containers and queues.</summary>
    /// <exception cref="InvalidOperationException">The storage is not on this machine.</exception>
    public static async Task ClearAsync(BlobServiceClient blobs, QueueServiceClient queues, CancellationToken cancellationToken)
    {
        if (!blobs.Uri.IsLoopback || !queues.Uri.IsLoopback)
        {
            throw new InvalidOperationException("--fresh only empties the storage emulator on this machine.");
        }

        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancellationToken))
        {
            await blobs.DeleteBlobContainerAsync(container.Name, cancellationToken: cancellationToken);
        }

        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            await queues.DeleteQueueAsync(queue.Name, cancellationToken);
        }
    }
}
