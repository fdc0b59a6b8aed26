using System.Net.Mail;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Deliveries;

/// <summary>What a sender throws although it should not: no shard fails by it, and no reader is missed in silence.</summary>
public sealed class FailingSenderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_sender_that_throws_leaves_everybody_uncertain_until_later_and_then_they_get_it()
    {
        var readers = Newsletter.Neighbours(3);
        var fails = true;
        await using var letter = new Newsletter(azurite, wrap: sender => new ThrowingSender(sender, () => fails));
        await letter.PublishAsync(readers);
        Assert.Equal(PassEnd.Requeued, await letter.PassAsync(readers[0]));
        var delivery = (await letter.DeliveryAsync(readers[0]))!;
        Assert.Equal((DeliveryState.Uncertain, Newsletter.Start + letter.Options.FirstRetry), (delivery.State, delivery.Due));

        fails = false;
        letter.Clock.Advance(letter.Options.FirstRetry);
        Assert.Equal(PassEnd.Finished, await letter.PassAsync(readers[0]));
        Assert.Equal(readers.Order(), letter.Server.Received.Select(m => m.Recipient).Order());
    }

    private sealed class ThrowingSender(IMailSender sender, Func<bool> fails) : IMailSender
    {
        public Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken) =>
            fails() ? throw new InvalidOperationException("out of order") : sender.SendAsync(message, cancellationToken);
    }
}
