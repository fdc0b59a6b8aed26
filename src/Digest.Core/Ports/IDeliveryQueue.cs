using Digest.Core.Deliveries;

namespace Digest.Core.Ports;

/// <summary>The queue <c>digest-deliveries</c>.</summary>
public interface IDeliveryQueue
{
    /// <summary>Puts a task on the queue. The same task may be put twice: the one that comes first does the work, the other one ends.</summary>
    /// <param name="task">What to deliver.</param>
    /// <param name="delay">How long it stays invisible; zero to seven days.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task EnqueueAsync(DeliveryTask task, TimeSpan delay, CancellationToken cancellationToken);
}
