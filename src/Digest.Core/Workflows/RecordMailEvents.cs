using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>Notes bounces and complaints that come after a mail was accepted.</summary>
public sealed class RecordMailEvents(ISubscriberStore subscribers, DeliveryOptions options, TimeProvider clock)
{
    /// <summary>Notes the events. Noting them twice changes nothing more.</summary>
    /// <returns>How many were about a known subscriber.</returns>
    public async Task<int> RunAsync(IEnumerable<MailEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var now = clock.GetUtcNow();
        var known = 0;
        foreach (var happened in events)
        {
            if (EmailAddress.TryParse(happened.Recipient, out var address, out _))
            {
                var subscriber = await subscribers.ChangeAsync(
                    address.SubscriberId,
                    s => s is null ? null : SubscriberStates.AfterEvent(s, happened, options.SoftBounceLimit, now),
                    cancellationToken);
                known += subscriber is null ? 0 : 1;
            }
        }

        return known;
    }
}
