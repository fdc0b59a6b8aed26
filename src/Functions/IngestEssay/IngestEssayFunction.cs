using Azure.Storage.Blobs;
using Digest.Core.Essays;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Reads a drop as soon as it lies in <c>incoming</c>.</summary>
public sealed class IngestEssayFunction(Core.Workflows.IngestEssay workflow, MetricLog metrics, ILogger<IngestEssayFunction> logger)
{
    /// <summary>Runs for each new or replaced blob; five failures put it on the poison queue.</summary>
    [Function("IngestEssay")]
    public async Task RunAsync(
        [BlobTrigger(StorageNames.Incoming + "/{name}", Source = TriggerSources.Drops)] BlobClient drop,
        CancellationToken cancellationToken)
    {
        var outcome = await workflow.RunAsync(drop.Name, cancellationToken);
        logger.Log(
            outcome == IngestOutcome.Rejected ? LogLevel.Warning : LogLevel.Information,
            "Drop {Drop}, essay {EssayId}: {Outcome}", OneLine.Of(drop.Name), EssayId.FromSourceName(drop.Name), outcome);
        metrics.Write(logger);
    }
}
