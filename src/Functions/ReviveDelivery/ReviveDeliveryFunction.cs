using Digest.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.ReviveDelivery;

/// <summary>Finds shards whose task was lost, with a worker that died on every try or on the poison queue.</summary>
public sealed class ReviveDeliveryFunction(DirectDelivery workflow, ILogger<ReviveDeliveryFunction> logger)
{
    // Counted from when a shard was due, so deferred deliveries may wait as long as they like.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>Looks every half hour.</summary>
    [Function("ReviveDelivery")]
    public async Task RunAsync([TimerTrigger("0 10,40 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var revived = await workflow.ReviveAsync(Idle, cancellationToken);
        if (revived > 0)
        {
            logger.LogWarning("{Shards} shards of unfinished issues were put back on the queue", revived);
        }
    }
}
