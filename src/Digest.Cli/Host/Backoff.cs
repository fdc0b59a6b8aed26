namespace Digest.Cli.Host;

/// <summary>
/// How long a poller waits: shortly while there is work, longer the longer there is none, never beyond the longest wait.
/// Somebody who knows of work wakes it at once.
/// </summary>
internal sealed class Backoff : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>A drop is noticed within this time, however long the host was idle before: two listings a second cost nothing here.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private TimeSpan _next = Shortest;

    /// <summary>Waits.</summary>
    /// <param name="hadWork">Whether the last look found anything.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    public async Task WaitAsync(bool hadWork, CancellationToken cancellationToken)
    {
        _next = hadWork ? Shortest : TimeSpan.FromTicks(Math.Min(_next.Ticks * 3 / 2, Longest.Ticks));
        if (await _wake.WaitAsync(_next, cancellationToken))
        {
            _next = Shortest;
        }
    }

    /// <summary>Ends a wait now.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();
}
