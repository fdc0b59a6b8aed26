namespace Digest.Core.Ports;

/// <summary>The calendar of a rate that all instances of the app share: who wants to send books a stretch of time that nobody else has.</summary>
public interface ISendingBudget
{
    /// <summary>Books the next free stretch.</summary>
    /// <param name="rate">Which rate; each has a calendar of its own.</param>
    /// <param name="stretch">How long.</param>
    /// <param name="longestWait">A stretch that begins later than this is not booked.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>When it begins; null when it would begin too late, or the calendar can't be read now.</returns>
    Task<DateTimeOffset?> BookAsync(string rate, TimeSpan stretch, TimeSpan longestWait, DateTimeOffset now, CancellationToken cancellationToken);
}
