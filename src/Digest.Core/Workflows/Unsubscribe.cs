using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>Lets a subscriber leave by the link in any mail, however old.</summary>
public sealed class Unsubscribe(ISubscriberStore subscribers, SubscriberTokens tokens, TimeProvider clock)
{
    /// <summary>True when the link is genuine; needs no look into the store and changes nothing.</summary>
    public bool IsGood(string? token) => tokens.Verify(TokenPurpose.Unsubscribe, token, clock.GetUtcNow()) is not null;

    /// <summary>Leaves. Doing it twice, or after an erasure, is the same as once.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="by"><c>one-click</c> or <c>page</c>.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    /// <returns>False when the link is not genuine.</returns>
    public async Task<bool> RunAsync(string? token, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (tokens.Verify(TokenPurpose.Unsubscribe, token, now) is not { } id)
        {
            return false;
        }

        await subscribers.ChangeAsync(id, known => known is null ? null : SubscriberStates.Leave(known, by, now), cancellationToken);
        return true;
    }
}
