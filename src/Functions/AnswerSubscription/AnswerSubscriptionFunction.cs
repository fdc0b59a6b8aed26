using Digest.Core.Deliveries;
using Digest.Core.Subscribers;
using Digest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.AnswerSubscription;

/// <summary>Sends the mails about single subscriptions.</summary>
public sealed class AnswerSubscriptionFunction(Core.Workflows.AnswerSubscription workflow, ILogger<AnswerSubscriptionFunction> logger)
{
    /// <summary>Runs for each task on the queue.</summary>
    [Function("AnswerSubscription")]
    public async Task RunAsync([QueueTrigger(StorageNames.SubscriptionQueue)] SubscriptionTask task, CancellationToken cancellationToken)
    {
        var outcome = await workflow.RunAsync(task, cancellationToken);
        switch (outcome?.Result)
        {
            case SendResult.Deferred or SendResult.Postponed:
                logger.LogWarning("The answer to a subscriber is put off: {Reply} {Words}", outcome.ReplyCode, outcome.Detail);
                break;
            case SendResult.SenderRefused:
                logger.LogError("Mail to single subscribers has stopped and waits for an operator; it is tried again: {Reply} {Words}", outcome.ReplyCode, outcome.Detail);
                break;
        }
    }
}
