using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Digest.Functions.Storage;

/// <summary>Makes the containers and queues where no infrastructure template did: on one machine, and in tests.</summary>
public static class StorageSetup
{
    /// <summary>Creates what is missing.</summary>
    public static async Task EnsureAsync(BlobServiceClient blobs, QueueServiceClient queues, CancellationToken cancellationToken)
    {
        foreach (var name in StorageNames.Containers)
        {
            await blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var name in StorageNames.Queues)
        {
            await queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
