using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class SubscriberLinksTests
{
    [Theory]
    [InlineData("https://digest.example.org/api", "https://digest.example.org/api/unsubscribe?t=")]
    [InlineData("https://digest.example.org/api/", "https://digest.example.org/api/unsubscribe?t=")]
    [InlineData("https://functions.example.org", "https://functions.example.org/unsubscribe?t=")]
    [InlineData(null, "https://digest.example.org/api/unsubscribe?t=")]
    public void Links_lead_below_the_address_of_the_functions_however_it_was_written(string? functions, string start)
    {
        var options = new SubscriptionOptions { FunctionsUrl = functions is null ? null : new Uri(functions) };
        var tokens = new SubscriberTokens(new TokenOptions { Keys = { ["k1"] = TokenOptions.NewKey() } });
        var links = new SubscriberLinks(tokens, options, new SiteOptions { BaseUrl = new Uri("https://digest.example.org") });
        Assert.StartsWith(start, links.Unsubscribe(EmailAddress.Parse("reader@example.org").SubscriberId).AbsoluteUri, StringComparison.Ordinal);
    }
}
