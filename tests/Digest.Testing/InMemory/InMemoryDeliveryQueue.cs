using System.Collections.Concurrent;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The delivery queue in memory: everything that was ever put on it.</summary>
public sealed class InMemoryDeliveryQueue(Interruption? interruption = null) : IDeliveryQueue
{
    private readonly ConcurrentQueue<DeliveryTask> _tasks = new();
    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    /// <summary>The tasks in the order in which they were put.</summary>
    public IReadOnlyCollection<DeliveryTask> Tasks => _tasks;

    /// <summary>How long each of them stays invisible.</summary>
    public IReadOnlyCollection<TimeSpan> Delays => _delays;

    public Task EnqueueAsync(DeliveryTask task, TimeSpan delay, CancellationToken cancellationToken)
    {
        interruption?.Step();
        _tasks.Enqueue(task);
        _delays.Enqueue(delay);
        return Task.CompletedTask;
    }
}
