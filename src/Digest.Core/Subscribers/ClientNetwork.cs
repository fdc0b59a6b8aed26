using System.Net;
using System.Net.Sockets;

namespace Digest.Core.Subscribers;

/// <summary>The network a request comes from, as far as one household or office reaches.</summary>
public static class ClientNetwork
{
    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 one, as text.</summary>
    public static string Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var kept = bytes.Length == 4 ? 3 : 6;
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }

    /// <summary>
    /// The client's address: what the outermost of the app's own proxies noted, where there is one. What stands before
    /// that was written by the client and means nothing.
    /// </summary>
    /// <param name="forwardedFor">Value of X-Forwarded-For, or null.</param>
    /// <param name="remote">The connection's own remote address, or null.</param>
    /// <param name="trustedProxies">Proxies of the app's own that each add an entry, 1 or more.</param>
    public static IPAddress? ClientOf(string? forwardedFor, IPAddress? remote, int trustedProxies)
    {
        var behindProxy = remote is null || IPAddress.IsLoopback(remote) || IsPrivate(remote);
        return behindProxy && forwardedFor is not null
            ? forwardedFor.Split(',').TakeLast(trustedProxies).Select(AddressOf).FirstOrDefault(noted => noted is not null) ?? remote
            : remote;
    }

    // Azure writes IPv4 with a port.
    private static IPAddress? AddressOf(string hop) =>
        IPAddress.TryParse(hop.AsSpan().Trim(), out var address) ? address
            : IPEndPoint.TryParse(hop.AsSpan().Trim(), out var endpoint) ? endpoint.Address
            : null;

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254)
            : address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
    }
}
