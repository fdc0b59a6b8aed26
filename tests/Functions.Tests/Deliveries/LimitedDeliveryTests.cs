using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Deliveries;

public sealed class LimitedDeliveryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_pass_that_meets_the_overall_limit_ends_and_comes_back_later()
    {
        var readers = Newsletter.Neighbours(30);
        await using var letter = new Newsletter(azurite, wrap: sender => new LimitedSender(sender, 10));
        letter.Options.ConcurrencyPerShard = 1;
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        var counts = (await letter.Ledger.ListAsync(Newsletter.Issue, default).SingleAsync()).Counts!;
        Assert.Equal((10, 20), (counts.Accepted, counts.Waiting));
        Assert.Equal(TimeSpan.FromMinutes(2), Assert.Single(letter.Queue.Delays));
    }

    private sealed class LimitedSender(IMailSender sender, int most) : IMailSender
    {
        private int _sent;

        public async Task<SendOutcome> SendAsync(System.Net.Mail.MailMessage message, CancellationToken cancellationToken) => Interlocked.Increment(ref _sent) > most
            ? new SendOutcome(SendResult.Postponed, null, null, "Used up.") { ConcernsAll = true }
            : await sender.SendAsync(message, cancellationToken);
    }
}
