using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>All that is kept of one subscriber.</summary>
/// <param name="Subscriber">The record, consent included; null when there is none.</param>
/// <param name="Erased">What is kept after an erasure, or null.</param>
/// <param name="Deliveries">What the ledgers say of them, by issue. A ledger holds the id only.</param>
public sealed record SubscriberExport(Subscriber? Subscriber, ErasedSuppression? Erased, IReadOnlyList<ExportedDelivery> Deliveries);

/// <summary>A line of a ledger about one subscriber.</summary>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="At">When.</param>
/// <param name="State">The state from then on.</param>
/// <param name="Detail">The server's words, or null.</param>
public sealed record ExportedDelivery(string IssueId, DateTimeOffset At, DeliveryState State, string? Detail);

/// <summary>Gives a subscriber all that is kept of them (GDPR article 15).</summary>
public sealed class ExportSubscriber(ISubscriberStore subscribers, ErasedReaders erased, IDeliveryLedger ledgers, IIssueStore issues)
{
    /// <summary>Gathers all that is kept.</summary>
    public async Task<SubscriberExport> RunAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var id = address.SubscriberId;
        var deliveries = new List<ExportedDelivery>();
        await foreach (var issue in issues.ListAsync(cancellationToken))
        {
            var (entries, _) = await ledgers.ReadAsync(issue.Id, Subscriber.ShardOf(id), 0, cancellationToken);
            deliveries.AddRange(entries.Where(e => e.Subscribers.Contains(id)).Select(e => new ExportedDelivery(issue.Id, e.At, e.State, e.Detail)));
        }

        return new SubscriberExport(await subscribers.FindAsync(id, cancellationToken), await erased.FindAsync(id, cancellationToken), deliveries);
    }
}
