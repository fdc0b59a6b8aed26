using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>Confirms an address by the link in the confirmation mail.</summary>
public sealed class ConfirmSubscription(ISubscriberStore subscribers, ISubscriptionQueue queue, SubscriberTokens tokens, TimeProvider clock)
{
    /// <summary>True when the link is genuine and not expired; changes nothing.</summary>
    public bool IsGood(string? token) => tokens.Verify(TokenPurpose.Confirm, token, clock.GetUtcNow()) is not null;

    /// <summary>Confirms. Doing it twice is the same as once.</summary>
    /// <returns>True when the address gets the digest now; false when the link is not genuine, expired, or without an open request.</returns>
    public async Task<bool> RunAsync(string? token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (tokens.Verify(TokenPurpose.Confirm, token, now) is not { } id)
        {
            return false;
        }

        var wasOpen = false;
        var subscriber = await subscribers.ChangeAsync(
            id,
            known =>
            {
                wasOpen = known?.Request is not null;
                return known is null ? null : SubscriberStates.Confirm(known, now);
            },
            cancellationToken);
        if (wasOpen && subscriber is not null)
        {
            await queue.EnqueueAsync(new SubscriptionTask(SubscriptionStep.Confirmed, subscriber.Address, null), TimeSpan.Zero, cancellationToken);
        }

        return subscriber is { State: SubscriberState.Active };
    }
}
