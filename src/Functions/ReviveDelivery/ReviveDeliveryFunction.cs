using Digest.Core.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.ReviveDelivery;

/// <summary>Finds shards whose task was lost, with a worker that died on every try or on the poison queue.</summary>
public sealed class ReviveDeliveryFunction(DirectDelivery workflow, ILogger<ReviveDeliveryFunction> logger)
{
    // Longer than the longest wait of a deferred delivery would be safer still; a task too many only costs a few reads.
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
