using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Mail;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;
using Digest.Core.Telemetry;

namespace Digest.Core.Workflows;

/// <summary>
/// The sending part of <see cref="DeliverDigest"/>: claims deliveries in the ledger some at a time, sends them side by
/// side, and writes the outcomes with the next claim, so that a shard costs one storage write for each claim.
/// </summary>
internal sealed class ShardPass(
    IOpenLedger ledger, ImmutableSortedDictionary<string, Subscriber> subscribers, IMailSender sender,
    Func<Subscriber, MailMessage> compose, Func<Task<bool>> isHeld, Func<SendOutcome, bool> refusesSender,
    DeliveryOptions options, TimeProvider clock)
{
    private static readonly TimeSpan WhileLimited = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooksForHold = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<LedgerEntry> _unwritten = new();
    private volatile SendOutcome? _refusal;
    private volatile bool _limited;
    private int _connectionFailures;

    /// <summary>The shard as the ledger tells it.</summary>
    public ShardDeliveries Deliveries { get; } = new(ledger.Entries);

    /// <summary>Writes the plan, or what has changed since the last pass.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!Deliveries.IsPlanned)
        {
            var active = subscribers.Values.Where(s => s.State == SubscriberState.Active).Select(s => s.Id).ToArray();
            await WriteAsync([new LedgerEntry(now, DeliveryState.Planned, active)], cancellationToken);
            return;
        }

        var gone = Deliveries.All
            .Where(d => d.State is DeliveryState.Planned or DeliveryState.Deferred or DeliveryState.Sending or DeliveryState.Uncertain
                && !IsActive(d.SubscriberId))
            .Select(d => d.SubscriberId).ToArray();
        await WriteAsync(
            [
                .. DeliveryPolicy.Recover(Deliveries, now, options) is { } lost ? [lost] : Array.Empty<LedgerEntry>(),
                .. gone.Length > 0 ? [new LedgerEntry(now, DeliveryState.Skipped, gone)] : Array.Empty<LedgerEntry>(),
            ],
            cancellationToken);
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>The refusal that concerns the whole issue: of the sender, or of one recipient too many; or null.</returns>
    /// <exception cref="LeaseLostException">Another worker has the shard; what was in flight is for them to judge.</exception>
    public async Task<SendOutcome?> SendAsync(DeliveryControl control, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var looked = started;
        using var slots = new SemaphoreSlim(options.ConcurrencyPerShard);
        var running = new HashSet<Task>();
        bool MayStart() => _refusal is null && !_limited
            && Volatile.Read(ref _connectionFailures) < options.MaxConnectionFailures
            && clock.GetElapsedTime(started) < options.PassTimeLimit
            && !ledger.LeaseLost.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested;
        try
        {
            foreach (var claim in Due(control).Chunk(options.ClaimSize))
            {
                if (clock.GetElapsedTime(looked) >= BetweenLooksForHold)
                {
                    looked = clock.GetTimestamp();
                    if (await isHeld())
                    {
                        break;
                    }
                }

                if (!MayStart())
                {
                    break;
                }

                await WriteAsync([.. Drain(), new LedgerEntry(clock.GetUtcNow(), DeliveryState.Sending, claim)], CancellationToken.None);
                var untried = new List<string>();
                foreach (var id in claim)
                {
                    await slots.WaitAsync(CancellationToken.None);
                    if (MayStart())
                    {
                        running.RemoveWhere(task => task.IsCompletedSuccessfully);
                        running.Add(SendOneAsync(Deliveries.Find(id)!, slots));
                    }
                    else
                    {
                        untried.Add(id);
                        slots.Release();
                    }
                }

                if (untried.Count > 0)
                {
                    _unwritten.Enqueue(new LedgerEntry(clock.GetUtcNow(), DeliveryState.Planned, untried));
                }
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }

        await WriteAsync(Drain(), CancellationToken.None);
        return _refusal;
    }

    /// <summary>When the next delivery of this shard is due; null when none is without an operator.</summary>
    public DateTimeOffset? NextTry(DeliveryControl control)
    {
        var next = Deliveries.All.Select(d => DeliveryPolicy.NextTry(d, control, options)).Where(due => due is not null).Min();
        // After failures to reach the server even what is due waits; so it does while other shards use up what may be sent.
        var earliest = _connectionFailures >= options.MaxConnectionFailures ? clock.GetUtcNow() + options.FirstRetry
            : _limited ? clock.GetUtcNow() + WhileLimited
            : DateTimeOffset.MinValue;
        return next is null ? null : next > earliest ? next : earliest;
    }

    private List<string> Due(DeliveryControl control)
    {
        var now = clock.GetUtcNow();
        return [.. Deliveries.All
            .Where(d => DeliveryPolicy.NextTry(d, control, options) <= now && IsActive(d.SubscriberId))
            .Select(d => d.SubscriberId)];
    }

    private bool IsActive(string subscriberId) => subscribers.GetValueOrDefault(subscriberId) is { State: SubscriberState.Active };

    private async Task SendOneAsync(Delivery delivery, SemaphoreSlim slots)
    {
        try
        {
            var outcome = await HandOverAsync(subscribers[delivery.SubscriberId]);
            DigestTelemetry.Delivered(outcome.Result);
            if (outcome.Result == SendResult.SenderRefused || refusesSender(outcome))
            {
                _refusal = outcome;
            }

            _limited |= outcome.ConcernsAll;
            _ = outcome.IsConnectionFailure ? Interlocked.Increment(ref _connectionFailures) : Interlocked.Exchange(ref _connectionFailures, 0);
            _unwritten.Enqueue(DeliveryPolicy.After(delivery, outcome, clock.GetUtcNow(), options));
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<SendOutcome> HandOverAsync(Subscriber subscriber)
    {
        MailMessage message;
        try
        {
            message = compose(subscriber);
        }
        catch (Exception e)
        {
            // One mail that can't be made must not stop its shard. Without a reply or a status it is nobody's bounce.
            return new SendOutcome(SendResult.RecipientRefused, null, null, $"The mail could not be made: {e.GetType().Name}.");
        }

        using (message)
        {
            try
            {
                // Who waits for a turn may have lost the shard meanwhile; another worker sends then.
                return await sender.SendAsync(message, ledger.LeaseLost);
            }
            catch (Exception e)
            {
                // Senders do not throw. Whatever one does throw all the same must cost neither the shard nor, unseen, a reader's issue.
                return SmtpReplies.SortFailure(SmtpPhase.Unknown, $"The sender failed: {e.GetType().Name}: {e.Message}");
            }
        }
    }

    private List<LedgerEntry> Drain()
    {
        var entries = new List<LedgerEntry>();
        while (_unwritten.TryDequeue(out var entry))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task WriteAsync(List<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await ledger.AppendAsync(entries, cancellationToken);
        foreach (var entry in entries)
        {
            Deliveries.Apply(entry);
        }
    }
}
