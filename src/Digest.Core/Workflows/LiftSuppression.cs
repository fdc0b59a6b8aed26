using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>What became of a request to lift a suppression.</summary>
public enum LiftResult
{
    /// <summary>Nothing suppresses this address.</summary>
    NotSuppressed,

    /// <summary>They get the digest again.</summary>
    Active,

    /// <summary>They do not get the digest and may subscribe again.</summary>
    MaySubscribe,
}

/// <summary>Lifts a suppression, by an operator and for a reason that is kept with the reader.</summary>
public sealed class LiftSuppression(ISubscriberStore subscribers, ErasedReaders erased, TimeProvider clock)
{
    /// <summary>Lifts it.</summary>
    /// <param name="address">Whose.</param>
    /// <param name="reason">Why, for whoever asks later.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    public async Task<LiftResult> RunAsync(EmailAddress address, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var now = clock.GetUtcNow();
        var wasSuppressed = false;
        var subscriber = await subscribers.ChangeAsync(
            address.SubscriberId,
            known =>
            {
                wasSuppressed = known?.Suppression is not null;
                return known is null ? null : SubscriberStates.Lift(known, reason, by, now);
            },
            cancellationToken);
        if (wasSuppressed)
        {
            return subscriber is { State: SubscriberState.Active } ? LiftResult.Active : LiftResult.MaySubscribe;
        }

        if (await erased.FindAsync(address.SubscriberId, cancellationToken) is null)
        {
            return LiftResult.NotSuppressed;
        }

        await erased.ForgetAsync(address.SubscriberId, cancellationToken);
        return LiftResult.MaySubscribe;
    }
}
