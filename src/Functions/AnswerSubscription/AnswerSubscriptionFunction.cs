using Digest.Core.Subscribers;
using Digest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.AnswerSubscription;

/// <summary>Sends the mails about single subscriptions.</summary>
public sealed class AnswerSubscriptionFunction(Core.Workflows.AnswerSubscription workflow)
{
    /// <summary>Runs for each task on the queue.</summary>
    [Function("AnswerSubscription")]
    public Task RunAsync([QueueTrigger(StorageNames.SubscriptionQueue)] SubscriptionTask task, CancellationToken cancellationToken) =>
        workflow.RunAsync(task, cancellationToken);
}
