using Azure.Storage.Blobs;
using Digest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>Reads a drop as soon as it lies in <c>incoming</c>.</summary>
public sealed class IngestEssayFunction(Core.Workflows.IngestEssay workflow)
{
    /// <summary>Runs for each new or replaced blob; five failures put it on the poison queue.</summary>
    [Function("IngestEssay")]
    public Task RunAsync(
        [BlobTrigger(StorageNames.Incoming + "/{name}", Source = TriggerSources.Drops)] BlobClient drop,
        CancellationToken cancellationToken) =>
        workflow.RunAsync(drop.Name, cancellationToken);
}
