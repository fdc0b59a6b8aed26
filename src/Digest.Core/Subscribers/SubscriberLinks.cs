using Digest.Core.Rendering;

namespace Digest.Core.Subscribers;

/// <summary>The links in mails that act for a subscriber.</summary>
/// <param name="tokens">Signs them.</param>
/// <param name="options">Where the functions are.</param>
/// <param name="site">Where the site is.</param>
public sealed class SubscriberLinks(SubscriberTokens tokens, SubscriptionOptions options, SiteOptions site)
{
    private readonly Uri _functions = options.FunctionsUrl ?? new SiteAddress(site).Of("api/");

    /// <summary>The one-click unsubscribe address (RFC 8058).</summary>
    public Uri Unsubscribe(string subscriberId) =>
        new(_functions, "unsubscribe?t=" + tokens.Sign(TokenPurpose.Unsubscribe, subscriberId, null));

    /// <summary>The address that confirms a subscription.</summary>
    public Uri Confirm(string subscriberId, DateTimeOffset expires) =>
        new(_functions, "confirm?t=" + tokens.Sign(TokenPurpose.Confirm, subscriberId, expires));
}
