using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Mail;
using System.Text;
using Azure.Storage.Blobs;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Functions.Mail;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.InMemory;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Functions.Tests.Mail;

public sealed class ThrottledMailSenderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_provider_that_has_had_enough_puts_off_its_own_readers_and_nobody_elses()
    {
        using var inner = new CountingSender();
        using var sender = Throttled(inner, new SmtpOptions
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
        using var sender = Throttled(inner, new SmtpOptions
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
        using var sender = Throttled(inner, new SmtpOptions { PerSecond = 200 });
        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => SendAsync(sender, $"reader{i}@example.org")));
        Assert.All(results, result => Assert.Equal(SendResult.Accepted, result));
    }

    [Fact]
    public async Task Instances_share_the_overall_rate()
    {
        const int Messages = 40;
        const double PerSecond = 20;
        var taken = new ConcurrentQueue<long>();
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { OnAccepted = _ => taken.Enqueue(Stopwatch.GetTimestamp()) });
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(AzuriteFixture.Prefix() + "-limits");
        var options = new SmtpOptions { Port = server.Port, PerSecond = PerSecond };
        var instances = Enumerable.Range(0, 2).Select(_ => new ThrottledMailSender(
            new SmtpClientSender(options, TimeProvider.System), options, new BlobSendingBudget(container), TimeProvider.System)).ToList();
        var results = await Task.WhenAll(Enumerable.Range(0, Messages).Select(async i =>
        {
            using var message = new MailMessage("digest@example.org", $"reader{i}@example.org") { Subject = "Issue" };
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("Hello.", Encoding.UTF8, "text/plain"));
            return (await instances[i % 2].SendAsync(message, CancellationToken.None)).Result;
        }));
        instances.ForEach(i => i.Dispose());
        Assert.All(results, result => Assert.Equal(SendResult.Accepted, result));

        // Forty at twenty a second take two seconds however fast the machine is; on a clock of each their own, half of that. A stretch may
        // be used up to a tenth of a second late, which is what the bound leaves room for.
        var took = Stopwatch.GetElapsedTime(taken.Min(), taken.Max());
        Assert.True(took.TotalSeconds > (Messages - 1) / PerSecond - 0.25, $"{Messages} messages at {PerSecond} a second took {took}.");
    }

    [Fact]
    public async Task A_calendar_that_can_not_be_read_puts_the_message_off_and_nothing_is_sent()
    {
        using var inner = new CountingSender();
        using var sender = new ThrottledMailSender(inner, new SmtpOptions { PerSecond = 5 }, new BrokenBudget(), TimeProvider.System);
        Assert.Equal(SendResult.Postponed, await SendAsync(sender, "reader@example.org"));
        Assert.Equal(0, inner.Sent);
    }

    [Fact]
    public async Task Who_is_told_to_stop_while_waiting_for_a_turn_sends_nothing()
    {
        using var inner = new CountingSender();
        using var sender = Throttled(inner, new SmtpOptions { PerSecond = 0.05 });
        using var stop = new CancellationTokenSource();
        using var message = new MailMessage("digest@example.org", "reader@example.org");
        Assert.Equal(SendResult.Accepted, (await sender.SendAsync(message, stop.Token)).Result);
        var waiting = sender.SendAsync(message, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(SendResult.Deferred, (await waiting).Result);
        Assert.Equal(1, inner.Sent);
    }

    private static ThrottledMailSender Throttled(CountingSender inner, SmtpOptions options) =>
        new(inner, options, new InMemorySendingBudget(), TimeProvider.System);

    private static async Task<SendResult> SendAsync(ThrottledMailSender sender, string to)
    {
        using var message = new MailMessage("digest@example.org", to);
        return (await sender.SendAsync(message, CancellationToken.None)).Result;
    }

    private sealed class BrokenBudget : ISendingBudget
    {
        public Task<DateTimeOffset?> BookAsync(string name, TimeSpan length, TimeSpan within, DateTimeOffset now, CancellationToken cancellationToken) =>
            throw new IOException("storage does not answer");
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
