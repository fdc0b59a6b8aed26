using System.Text.Json;
using Digest.Core.Essays;
using Digest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Stores a problem in plain words for a drop that the host gave up on.</summary>
public sealed class ExplainRejectedDropFunction(Core.Workflows.ExplainRejectedDrop workflow, ILogger<ExplainRejectedDropFunction> logger)
{
    /// <summary>Runs for each message that the host puts on the poison queue of its blob triggers.</summary>
    [Function("ExplainRejectedDrop")]
    public async Task RunAsync([QueueTrigger(StorageNames.PoisonedDropsQueue)] string message, CancellationToken cancellationToken)
    {
        var poisoned = PoisonedBlob.Parse(message);
        if (!string.Equals(poisoned.ContainerName, StorageNames.Incoming, StringComparison.Ordinal))
        {
            logger.LogWarning("A blob outside of the inbox is on the poison queue: {Container}/{Blob}", OneLine.Of(poisoned.ContainerName), OneLine.Of(poisoned.BlobName));
            return;
        }

        await workflow.RunAsync(poisoned.BlobName, poisoned.ETag, cancellationToken);
        logger.LogError("Ingest of {Drop} failed for good; a problem stands beside it", OneLine.Of(poisoned.BlobName));
    }
}

/// <summary>A message of the poison queue, as the Functions host writes it.</summary>
/// <param name="ContainerName">Container of the blob.</param>
/// <param name="BlobName">Path of the blob in it.</param>
/// <param name="ETag">Version that failed.</param>
internal sealed record PoisonedBlob(string ContainerName, string BlobName, string? ETag)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static PoisonedBlob Parse(string message) =>
        JsonSerializer.Deserialize<PoisonedBlob>(message, Options) is { ContainerName: not null, BlobName: not null } poisoned
            ? poisoned
            : throw new FormatException("A message of the poison queue does not name a container and a blob.");
}
