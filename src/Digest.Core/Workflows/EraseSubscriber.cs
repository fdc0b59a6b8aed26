using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>
/// Erases a reader (GDPR article 17). Ledgers keep the id, a hash that leads to nobody without the address. That somebody
/// had left, bounced or complained is kept as a keyed hash, so that no list brings them back.
/// </summary>
public sealed class EraseSubscriber(ISubscriberStore subscribers, ErasedReaders erased, TimeProvider clock)
{
    /// <summary>Erases the record. After a crash it may be run again.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> RunAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (await subscribers.FindAsync(address.SubscriberId, cancellationToken) is not { } known)
        {
            return false;
        }

        // Kept first: a crash between the two leaves too much rather than too little.
        if (known.State is SubscriberState.Unsubscribed or SubscriberState.Suppressed)
        {
            await erased.KeepAsync(known, clock.GetUtcNow(), cancellationToken);
        }

        await subscribers.ChangeAsync(known.Id, _ => null, cancellationToken);
        return true;
    }
}
