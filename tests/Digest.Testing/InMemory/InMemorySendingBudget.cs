using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The calendars of one process.</summary>
public sealed class InMemorySendingBudget : ISendingBudget
{
    private readonly Dictionary<string, DateTimeOffset> _booked = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public Task<DateTimeOffset?> BookAsync(string rate, TimeSpan stretch, TimeSpan longestWait, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var free = _booked.TryGetValue(rate, out var until) && until > now ? until : now;
            if (free - now > longestWait)
            {
                return Task.FromResult<DateTimeOffset?>(null);
            }

            _booked[rate] = free + stretch;
            return Task.FromResult<DateTimeOffset?>(free);
        }
    }
}
