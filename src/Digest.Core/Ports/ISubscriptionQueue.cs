using Digest.Core.Subscribers;

namespace Digest.Core.Ports;

/// <summary>The queue <c>digest-subscriptions</c>: mails to single subscribers, sent apart from the request that caused them.</summary>
public interface ISubscriptionQueue
{
    /// <summary>Puts a task on the queue.</summary>
    Task EnqueueAsync(SubscriptionTask task, CancellationToken cancellationToken);
}
