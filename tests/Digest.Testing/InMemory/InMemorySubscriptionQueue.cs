using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Testing.InMemory;

/// <summary>The queue of mails to single subscribers in memory; the test takes its tasks when it wants.</summary>
public sealed class InMemorySubscriptionQueue : ISubscriptionQueue
{
    private readonly ConcurrentQueue<SubscriptionTask> _tasks = new();

    public IReadOnlyCollection<SubscriptionTask> Tasks => _tasks;

    public bool TryTake([NotNullWhen(true)] out SubscriptionTask? task) => _tasks.TryDequeue(out task);

    /// <summary>How long the task that was put last stays invisible.</summary>
    public TimeSpan LastDelay { get; private set; }

    public Task EnqueueAsync(SubscriptionTask task, TimeSpan delay, CancellationToken cancellationToken)
    {
        LastDelay = delay;
        _tasks.Enqueue(task);
        return Task.CompletedTask;
    }
}
