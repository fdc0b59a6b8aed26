using Digest.Core.Ports;

namespace Digest.Functions.Mail;

/// <summary>
/// A rate that holds over all instances of the app: each books stretches of about two seconds on the shared calendar and
/// gives out turns in its own, evenly spaced. So the calendar costs a read and a write for every two seconds of sending,
/// however many instances there are.
/// </summary>
/// <param name="name">Which rate.</param>
/// <param name="perSecond">Turns a second.</param>
/// <param name="longestWait">A turn that is further away is not given.</param>
/// <param name="budget">The calendar.</param>
/// <param name="clock">The time; instances must agree on it as far as the rate is to be exact.</param>
internal sealed class SharedRate(string name, double perSecond, TimeSpan longestWait, ISendingBudget budget, TimeProvider clock) : IDisposable
{
    private const double SecondsBooked = 2;

    // A turn may be taken this late; older ones are lost, or idling would be paid back with a burst.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _one = new(1);
    private readonly TimeSpan _apart = TimeSpan.FromSeconds(1 / perSecond);
    private readonly int _perStretch = Math.Max(1, (int)(perSecond * SecondsBooked));
    private DateTimeOffset _next;
    private int _left;

    /// <summary>The next turn, which is the caller's alone.</summary>
    /// <returns>When it is; null when it would be too far away.</returns>
    public async Task<DateTimeOffset?> NextTurnAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            while (_left > 0 && _next + Late < now)
            {
                Advance();
            }

            if (_left == 0)
            {
                if (await budget.BookAsync(name, _apart * _perStretch, longestWait, now, cancellationToken) is not { } begins)
                {
                    return null;
                }

                (_next, _left) = (begins, _perStretch);
            }

            var turn = _next;
            if (turn - now > longestWait)
            {
                return null;
            }

            Advance();
            return turn;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Waits for the next turn.</summary>
    /// <returns>False when it would be too far away.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (await NextTurnAsync(cancellationToken) is not { } turn)
        {
            return false;
        }

        var wait = turn - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private void Advance()
    {
        _next += _apart;
        _left--;
    }
}
