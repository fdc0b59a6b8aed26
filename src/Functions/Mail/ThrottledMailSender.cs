using System.Net.Mail;
using System.Threading.RateLimiting;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Mail;

/// <summary>
/// Keeps to the rate the mail server allows, overall and for single providers of mailboxes. The overall limit makes a
/// message wait; a provider's limit, once it would make it wait for long, puts the message off, so that readers
/// elsewhere do not wait for it. The limits hold for each instance of the app: divide by the most instances it may have.
/// </summary>
public sealed class ThrottledMailSender : IMailSender, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly IMailSender _sender;
    private readonly RateLimiter? _overall;
    private readonly List<RateLimiter> _limiters = [];
    private readonly Dictionary<string, Provider> _byDomain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prepares the limits.</summary>
    /// <param name="sender">Sends what may be sent.</param>
    /// <param name="options">The limits.</param>
    public ThrottledMailSender(IMailSender sender, SmtpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _sender = sender;
        _overall = Rate(options.PerSecond);
        foreach (var (name, limit) in options.Providers)
        {
            var slots = limit.Connections is { } most
                ? Own(new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = int.MaxValue }))
                : null;
            var provider = new Provider(name, slots, Rate(limit.PerSecond));
            foreach (var domain in limit.Domains)
            {
                _byDomain[domain] = provider;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_byDomain.TryGetValue(message.To[0].Host, out var provider))
        {
            return await SendWithinOverallAsync(message, cancellationToken);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestWait);
        try
        {
            using var slot = provider.Slots is null ? null : await provider.Slots.AcquireAsync(1, patience.Token);
            using var turn = provider.Rate is null ? null : await provider.Rate.AcquireAsync(1, patience.Token);
            return await SendWithinOverallAsync(message, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome(SendResult.Postponed, null, null, $"The limit for {provider.Name} is used up for the moment.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var limiter in _limiters)
        {
            limiter.Dispose();
        }

        (_sender as IDisposable)?.Dispose();
    }

    private async Task<SendOutcome> SendWithinOverallAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var turn = _overall is null ? null : await _overall.AcquireAsync(1, CancellationToken.None);
        return await _sender.SendAsync(message, cancellationToken);
    }

    private RateLimiter? Rate(double? perSecond)
    {
        if (perSecond is not { } rate)
        {
            return null;
        }

        // Small steps spread the messages over the second: servers count in windows of their own.
        var perStep = Math.Max(1, (int)(rate / 20));
        return Own(new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = perStep,
            TokensPerPeriod = perStep,
            ReplenishmentPeriod = TimeSpan.FromSeconds(perStep / rate),
            QueueLimit = int.MaxValue,
            AutoReplenishment = true,
        }));
    }

    private T Own<T>(T limiter)
        where T : RateLimiter
    {
        _limiters.Add(limiter);
        return limiter;
    }

    private sealed record Provider(string Name, RateLimiter? Slots, RateLimiter? Rate);
}
