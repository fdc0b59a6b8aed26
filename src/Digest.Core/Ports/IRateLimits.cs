namespace Digest.Core.Ports;

/// <summary>Counts that hold across instances of the app.</summary>
public interface IRateLimits
{
    /// <summary>Counts one more event of a key in the window that <paramref name="now"/> falls into.</summary>
    /// <param name="key">What is counted: letters, digits and hyphens. Never an address or a network in the clear.</param>
    /// <param name="window">Length of the fixed windows, counted from the Unix epoch.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many there were in this window, this one included.</returns>
    Task<long> CountAsync(string key, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken);
}
