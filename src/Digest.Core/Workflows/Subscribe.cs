using System.Net;
using System.Security.Cryptography;
using System.Text;
using Digest.Core.Ports;
using Digest.Core.Subscribers;

namespace Digest.Core.Workflows;

/// <summary>A request to subscribe.</summary>
/// <param name="Address">What was written into the address field.</param>
/// <param name="Trap">What was written into the field that people do not see; null or empty from people.</param>
/// <param name="Source"><c>form</c> or <c>api</c>.</param>
/// <param name="Client">Network address of the client, or null when it is not known.</param>
public sealed record SubscribeRequest(string? Address, string? Trap, string Source, IPAddress? Client);

/// <summary>The answer to a request to subscribe. It says nothing of whether the address is known.</summary>
/// <param name="Problem">What is wrong with the request, as a sentence; null when a mail is on its way, or would be.</param>
/// <param name="TooMany">True when the network has to wait.</param>
public sealed record SubscribeAnswer(string? Problem, bool TooMany = false);

/// <summary>
/// Takes a request to subscribe. All that depends on what is known of the address is done by the queue's side
/// (<see cref="AnswerSubscription"/>), so that neither the answer nor the time it takes tells a stranger who subscribes.
/// </summary>
public sealed class Subscribe(
    IRateLimits limits, ISubscriptionQueue queue, SubscriberTokens tokens, SubscriptionOptions options, TimeProvider clock)
{
    private static readonly SubscribeAnswer CheckYourMail = new(null);

    /// <summary>Takes the request.</summary>
    public async Task<SubscribeAnswer> RunAsync(SubscribeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var network = request.Client is null ? "unknown" : tokens.HashOf(ClientNetwork.Of(request.Client));
        if (await limits.CountAsync("network-" + network, TimeSpan.FromHours(1), now, cancellationToken) > options.RequestsPerNetworkAndHour)
        {
            return new SubscribeAnswer("There were many requests from your network. Please try again in an hour.", TooMany: true);
        }

        if (!string.IsNullOrEmpty(request.Trap))
        {
            return CheckYourMail;
        }

        if (!EmailAddress.TryParse(request.Address, out var address, out var problem))
        {
            return new SubscribeAnswer(problem);
        }

        var mailbox = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Mailbox)).AsSpan(0, 16));
        if (await limits.CountAsync("mailbox-" + mailbox, TimeSpan.FromDays(1), now, cancellationToken) <= options.MailsPerMailboxAndDay)
        {
            var consent = new Consent(request.Source, now) { Wording = options.Wording, NetworkHash = request.Client is null ? null : network };
            await queue.EnqueueAsync(new SubscriptionTask(SubscriptionStep.Requested, address.Written, consent), TimeSpan.Zero, cancellationToken);
        }

        return CheckYourMail;
    }
}
