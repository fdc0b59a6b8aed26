using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Tools;

namespace Digest.Cli.Up;

/// <summary><c>--fresh</c>: empties the storage emulator of the data folder, and no other storage.</summary>
internal static class FreshStart
{
    /// <summary>Deletes all containers and queues.</summary>
    /// <param name="azurite">The emulator of this run.</param>
    /// <param name="blobs">The storage that is configured.</param>
    /// <param name="queues">Its queues.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ToolException">The settings name another storage.</exception>
    public static async Task ClearAsync(Azurite azurite, BlobServiceClient blobs, QueueServiceClient queues, CancellationToken cancellationToken)
    {
        if (blobs.Uri != new BlobServiceClient(azurite.ConnectionString).Uri || queues.Uri != new QueueServiceClient(azurite.ConnectionString).Uri)
        {
            throw new ToolException("--fresh empties only the storage emulator of the data folder, and AzureWebJobsStorage names another storage: unset it.");
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
