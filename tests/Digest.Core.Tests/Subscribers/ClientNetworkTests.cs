using System.Net;
using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1234:5678::1", "2001:db8:1234::/48")]
    public void A_network_is_as_far_as_a_household_reaches(string address, string network) =>
        Assert.Equal(network, ClientNetwork.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("198.51.100.9, 203.0.113.77:51234", "127.0.0.1", "203.0.113.77")]
    [InlineData("203.0.113.77", "10.0.0.4", "203.0.113.77")]
    [InlineData("198.51.100.9", "203.0.113.77", "203.0.113.77")]
    [InlineData("rubbish", "127.0.0.1", "127.0.0.1")]
    [InlineData(null, "203.0.113.77", "203.0.113.77")]
    [InlineData("2001:db8::1", "::1", "2001:db8::1")]
    public void Only_the_hop_that_our_own_proxy_noted_is_believed(string? forwarded, string remote, string client) =>
        Assert.Equal(IPAddress.Parse(client), ClientNetwork.ClientOf(forwarded, IPAddress.Parse(remote), trustedProxies: 1));

    [Theory]
    [InlineData("198.51.100.9, 203.0.113.77, 192.0.2.1:4711", "203.0.113.77")]
    [InlineData("203.0.113.77, 192.0.2.1:4711", "203.0.113.77")]
    [InlineData("192.0.2.1:4711", "192.0.2.1")]
    [InlineData("rubbish, 192.0.2.1:4711", "192.0.2.1")]
    public void Behind_a_CDN_the_hop_that_it_noted_counts(string forwarded, string client) =>
        Assert.Equal(IPAddress.Parse(client), ClientNetwork.ClientOf(forwarded, IPAddress.Loopback, trustedProxies: 2));
}
