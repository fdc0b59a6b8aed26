using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>
/// Erases a reader (GDPR article 17). Ledgers keep the id, a hash that leads to nobody without the address. A keyed hash is
/// kept, so that no list brings them back: who asks to be erased does not ask for the next issue. Their own request, by the form, does.
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
        await erased.KeepAsync(known, clock.GetUtcNow(), cancellationToken);
        await subscribers.ChangeAsync(known.Id, _ => null, cancellationToken);
        return true;
    }
}
