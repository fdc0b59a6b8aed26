using System.Collections.Concurrent;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>A hub in memory: everything it was ever told.</summary>
public sealed class InMemoryFeedHub : IFeedHub
{
    private readonly ConcurrentQueue<Uri> _feeds = new();

    /// <summary>The feeds in the order in which they were announced.</summary>
    public IReadOnlyCollection<Uri> Feeds => _feeds;

    public Task AnnounceAsync(IReadOnlyList<Uri> feeds, CancellationToken cancellationToken)
    {
        foreach (var feed in feeds)
        {
            _feeds.Enqueue(feed);
        }

        return Task.CompletedTask;
    }
}
