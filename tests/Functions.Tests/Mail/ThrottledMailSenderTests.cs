using System.Net.Mail;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Functions.Mail;
using Xunit;

namespace Digest.Functions.Tests.Mail;

public sealed class ThrottledMailSenderTests
{
    [Fact]
    public async Task A_provider_that_has_had_enough_puts_off_its_own_readers_and_nobody_elses()
    {
        using var inner = new CountingSender();
        using var sender = new ThrottledMailSender(inner, new SmtpOptions
        {
            Providers = { ["google"] = new ProviderLimit { Domains = { "gmail.com", "googlemail.com" }, PerSecond = 0.01 } },
        });
        Assert.Equal(SendResult.Accepted, await SendAsync(sender, "ada@gmail.com"));
        Assert.Equal(SendResult.Postponed, await SendAsync(sender, "bob@GoogleMail.com"));
        Assert.Equal(SendResult.Accepted, await SendAsync(sender, "carl@example.org"));
        Assert.Equal(2, inner.Sent);
    }

    [Fact]
    public async Task A_provider_gets_no_more_at_once_than_it_may()
    {
        using var inner = new CountingSender { Hold = true };
        using var sender = new ThrottledMailSender(inner, new SmtpOptions
        {
            Providers = { ["google"] = new ProviderLimit { Domains = { "gmail.com" }, Connections = 2 } },
        });
        var first = new[] { SendAsync(sender, "a@gmail.com"), SendAsync(sender, "b@gmail.com") };
        Assert.Equal(SendResult.Postponed, await SendAsync(sender, "c@gmail.com"));
        inner.Go.Release(2);
        Assert.All(await Task.WhenAll(first), result => Assert.Equal(SendResult.Accepted, result));
        inner.Go.Release(1);
        Assert.Equal(SendResult.Accepted, await SendAsync(sender, "c@gmail.com"));
    }

    [Fact]
    public async Task The_overall_rate_makes_messages_wait_and_loses_none()
    {
        using var inner = new CountingSender();
        using var sender = new ThrottledMailSender(inner, new SmtpOptions { PerSecond = 200 });
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => SendAsync(sender, $"reader{i}@example.org")));
        Assert.All(results, result => Assert.Equal(SendResult.Accepted, result));
    }

    private static async Task<SendResult> SendAsync(ThrottledMailSender sender, string to)
    {
        using var message = new MailMessage("digest@example.org", to);
        return (await sender.SendAsync(message, CancellationToken.None)).Result;
    }

    private sealed class CountingSender : IMailSender, IDisposable
    {
        private int _sent;

        public int Sent => _sent;

        public bool Hold { get; init; }

        public SemaphoreSlim Go { get; } = new(0);

        public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            if (Hold)
            {
                await Go.WaitAsync(cancellationToken);
            }

            Interlocked.Increment(ref _sent);
            return new SendOutcome(SendResult.Accepted, 250, null, "");
        }

        public void Dispose() => Go.Dispose();
    }
}
