namespace Digest.Testing;

/// <summary>A clock that goes faster than time: a wait of a minute is over in a fraction of a second.</summary>
/// <param name="start">What it shows at first.</param>
/// <param name="times">How much faster it goes; above 1.</param>
public sealed class QuickClock(DateTimeOffset start, int times) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + (System.GetElapsedTime(_began) * times);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Quicker(dueTime), Quicker(period));

    private TimeSpan Quicker(TimeSpan wait) => wait > TimeSpan.Zero ? wait / times : wait;
}
