using Digest.Core.Ports;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Up;

/// <summary>The one subscriber of a new machine: the digest has somebody to go to.</summary>
internal static class DemoSubscriber
{
    /// <summary>An address that belongs to nobody (RFC 2606).</summary>
    public const string Address = "reader@example.org";

    /// <summary>Adds the subscriber; once they are known, nothing changes.</summary>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        using var list = new StringReader("email\n" + Address + "\n");
        await services.GetRequiredService<ImportSubscribers>().RunAsync(list, "sample subscriber of this machine", progress: null, cancellationToken);
    }

    /// <summary>Whether this subscriber gets issues: who is one of one is the only one.</summary>
    public static async Task<bool> IsActiveAsync(ISubscriberStore subscribers, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(Address, out var address, out _)
        && await subscribers.FindAsync(address.SubscriberId, cancellationToken) is { State: SubscriberState.Active };
}
