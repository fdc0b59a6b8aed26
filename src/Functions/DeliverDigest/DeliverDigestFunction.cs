using Digest.Core.Deliveries;
using Digest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.DeliverDigest;

/// <summary>Sends an issue to one shard of the subscribers.</summary>
public sealed class DeliverDigestFunction(Core.Workflows.DeliverDigest workflow)
{
    /// <summary>Runs for each task on the queue.</summary>
    [Function("DeliverDigest")]
    public Task RunAsync([QueueTrigger(StorageNames.DeliveryQueue)] DeliveryTask task, CancellationToken cancellationToken) =>
        workflow.RunAsync(task, cancellationToken);
}
