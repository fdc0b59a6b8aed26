using Digest.Core.Deliveries;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.DeliverDigest;

/// <summary>Sends an issue to one shard of the subscribers.</summary>
public sealed class DeliverDigestFunction(Core.Workflows.DeliverDigest workflow, MetricLog metrics, ILogger<DeliverDigestFunction> logger)
{
    /// <summary>Runs for each task on the queue.</summary>
    [Function("DeliverDigest")]
    public async Task RunAsync([QueueTrigger(StorageNames.DeliveryQueue)] DeliveryTask task, CancellationToken cancellationToken)
    {
        var end = await workflow.RunAsync(task, cancellationToken);
        if (end == PassEnd.Held)
        {
            logger.LogError("Delivery of issue {IssueId} has stopped and waits for an operator; `digest status` says why", task.IssueId);
        }
        else
        {
            logger.LogInformation("Issue {IssueId}, shard {Shard}: {End}", task.IssueId, task.Shard, end);
        }

        metrics.Write(logger);
    }
}
