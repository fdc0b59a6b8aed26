using Digest.Core.Subscribers;

namespace Digest.Core.Ports;

/// <summary>The queue <c>digest-subscriptions</c>: mails to single subscribers, sent apart from the request that caused them.</summary>
public interface ISubscriptionQueue
{
    /// <summary>Puts a task on the queue.</summary>
    /// <param name="task">What is asked for.</param>
    /// <param name="delay">How long it stays invisible; zero to seven days.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task EnqueueAsync(SubscriptionTask task, TimeSpan delay, CancellationToken cancellationToken);
}
