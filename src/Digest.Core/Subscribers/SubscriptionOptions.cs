namespace Digest.Core.Subscribers;

/// <summary>Subscribing and leaving: section <c>Digest:Subscriptions</c>.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>
    /// Public address of the HTTP functions, with a slash at its end, such as https://digest.example.org/api/: links in
    /// mails lead there for ever. Null for <c>api/</c> below Digest:Site:BaseUrl.
    /// </summary>
    public Uri? FunctionsUrl { get; set; }
}
