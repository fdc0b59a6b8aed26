using System.Net.Mail;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Mail;

/// <summary>
/// Keeps to what the mail server allows, overall and for single providers of mailboxes: rates over all instances of the app,
/// connections for this one. The overall rate makes a message wait; a provider's limit, once it would make it wait for
/// long, puts the message off, so that readers elsewhere do not wait for it.
/// </summary>
public sealed class ThrottledMailSender : IMailSender, IDisposable
{
    /// <summary>The longest that a message waits for the overall rate; well below a function's time limit, less a pass over a shard.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private const string Overall = "overall";
    private static readonly TimeSpan LongestWaitForProvider = TimeSpan.FromSeconds(2);

    private readonly IMailSender _sender;
    private readonly SharedRate? _overall;
    private readonly List<IDisposable> _owned = [];
    private readonly Dictionary<string, Provider> _byDomain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares the limits.</summary>
    /// <param name="sender">Sends what may be sent.</param>
    /// <param name="options">The limits.</param>
    /// <param name="budget">Shares the rates with the other instances.</param>
    /// <param name="clock">The time.</param>
    public ThrottledMailSender(IMailSender sender, SmtpOptions options, ISendingBudget budget, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _sender = sender;
        _overall = Rate(Overall, options.PerSecond, LongestWait);
        foreach (var (name, limit) in options.Providers)
        {
            var provider = new Provider(
                name,
                limit.Connections is { } most ? Own(new SemaphoreSlim(most)) : null,
                Rate("provider-" + name, limit.PerSecond, LongestWaitForProvider));
            foreach (var domain in limit.Domains)
            {
                _byDomain[domain] = provider;
            }
        }

        SharedRate? Rate(string name, double? perSecond, TimeSpan longestWait) =>
            perSecond is { } rate ? Own(new SharedRate(name, rate, longestWait, budget, clock)) : null;
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return _byDomain.TryGetValue(message.To[0].Host, out var provider)
                ? await SendWithinProviderAsync(provider, message, cancellationToken)
                : await SendWithinOverallAsync(message, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return SmtpReplies.SortFailure(SmtpPhase.Session, "Cancelled before it was tried.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }

        (_sender as IDisposable)?.Dispose();
    }

    private static SendOutcome Postponed(Provider provider) =>
        new(SendResult.Postponed, null, null, $"The limit for {provider.Name} is used up for the moment.");

    private async Task<SendOutcome> SendWithinProviderAsync(Provider provider, MailMessage message, CancellationToken cancellationToken)
    {
        if (provider.Slots is { } slots && !await slots.WaitAsync(LongestWaitForProvider, cancellationToken))
        {
            return Postponed(provider);
        }

        try
        {
            return provider.Rate is { } rate && !await TakeTurnAsync(rate, cancellationToken)
                ? Postponed(provider)
                : await SendWithinOverallAsync(message, cancellationToken);
        }
        finally
        {
            provider.Slots?.Release();
        }
    }

    private async Task<SendOutcome> SendWithinOverallAsync(MailMessage message, CancellationToken cancellationToken) =>
        _overall is not null && !await TakeTurnAsync(_overall, cancellationToken)
            ? new SendOutcome(SendResult.Postponed, null, null, "The overall limit is used up for the moment.") { ConcernsAll = true }
            : await _sender.SendAsync(message, cancellationToken);

    // The calendar is in storage: one that can't be read gives no turns, and the message waits.
    private static async Task<bool> TakeTurnAsync(SharedRate rate, CancellationToken cancellationToken)
    {
        try
        {
            return await rate.WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }

    private T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    private sealed record Provider(string Name, SemaphoreSlim? Slots, SharedRate? Rate);
}
