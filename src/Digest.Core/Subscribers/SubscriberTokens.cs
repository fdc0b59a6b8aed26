using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Core.Subscribers;

/// <summary>What a token lets its bearer do.</summary>
public enum TokenPurpose
{
    /// <summary>Leave. Never expires.</summary>
    Unsubscribe,

    /// <summary>Confirm an address. Expires.</summary>
    Confirm,
}

/// <summary>
/// Signed tokens for links in mails: <c>purpose.key-id.subscriber.expiry.mac</c>, each part in base64url or plain
/// ASCII, at most 150 characters. The MAC is HMAC-SHA256 over all that stands before it, so a token is verified
/// without a look into the store; the key id says which key, so tokens survive a change of keys.
/// </summary>
public sealed class SubscriberTokens
{
    private const int LongestToken = 200;

    private readonly Dictionary<string, byte[]> _keys;
    private readonly string _signingKeyId;

    private readonly Func<byte[], byte[], byte[]> _hmac;

    // Signs for key ids that do not exist, so that these take as long as the ones that do.
    private readonly byte[] _noKey;

    /// <summary>Prepares the keys.</summary>
    /// <param name="options">Validated options.</param>
    /// <exception cref="InvalidOperationException">There is no key to sign with.</exception>
    public SubscriberTokens(TokenOptions options)
        : this(options, HMACSHA256.HashData)
    {
    }

    /// <summary>As above, with the MAC (key, text) as a parameter, so that its uses can be counted.</summary>
    internal SubscriberTokens(TokenOptions options, Func<byte[], byte[], byte[]> hmac)
    {
        ArgumentNullException.ThrowIfNull(options);
        _hmac = hmac;
        _keys = options.Keys.ToDictionary(pair => pair.Key, pair => Convert.FromBase64String(pair.Value), StringComparer.Ordinal);
        _signingKeyId = options.SigningKeyId is { } id && _keys.ContainsKey(id)
            ? id
            : throw new InvalidOperationException("No key signs the links in mails. Set Digest:Tokens:Keys and Digest:Tokens:Current.");
        _noKey = SHA256.HashData(_keys[_signingKeyId]);
    }

    /// <summary>A token.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="subscriberId">Whose it is.</param>
    /// <param name="expires">When it ends; null for never.</param>
    public string Sign(TokenPurpose purpose, string subscriberId, DateTimeOffset? expires)
    {
        var id = Base64Url.EncodeToString(Convert.FromHexString(subscriberId));
        var expiry = expires is { } end ? end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "0";
        var signed = $"{Letter(purpose)}.{_signingKeyId}.{id}.{expiry}";
        return $"{signed}.{Mac(_keys[_signingKeyId], signed)}";
    }

    /// <summary>The subscriber a token speaks for, or null when it is not genuine, for something else, or expired.</summary>
    /// <param name="purpose">What it must be for.</param>
    /// <param name="token">What somebody sent.</param>
    /// <param name="now">The time.</param>
    public string? Verify(TokenPurpose purpose, string? token, DateTimeOffset now)
    {
        if (token is null || token.Length > LongestToken || !Ascii.IsValid(token))
        {
            return null;
        }

        var parts = token.Split('.');
        if (parts.Length != 5)
        {
            return null;
        }

        // The MAC is made anew and compared as text, not decoded: base64 has spare bits, and a token that differs in
        // one of them is not the token that was signed.
        var expected = Mac(_keys.GetValueOrDefault(parts[1], _noKey), token[..(token.Length - parts[4].Length - 1)]);
        var genuine = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(parts[4]))
            && _keys.ContainsKey(parts[1]);
        if (!genuine || parts[0] != Letter(purpose))
        {
            return null;
        }

        var expiry = long.Parse(parts[3], CultureInfo.InvariantCulture);
        return expiry != 0 && now.ToUnixTimeSeconds() > expiry ? null : Convert.ToHexStringLower(Base64Url.DecodeFromChars(parts[2]));
    }

    /// <summary>A keyed hash for what must be recognised again but not known, such as a network address.</summary>
    public string HashOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_keys[_signingKeyId], Encoding.UTF8.GetBytes("hash:" + text)).AsSpan(0, 16));

    /// <summary>
    /// Keyed hashes that an address is recognised by after it was erased: one with each key, the signing key's first, so
    /// that what was hashed before a change of keys is recognised after it.
    /// </summary>
    public IReadOnlyList<string> KeyedHashesOf(string text) => [.. _keys.OrderBy(key => !string.Equals(key.Key, _signingKeyId, StringComparison.Ordinal))
        .Select(key => $"{key.Key}:{Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes("erased:" + text)))}")];

    private static string Letter(TokenPurpose purpose) => purpose == TokenPurpose.Unsubscribe ? "u" : "c";

    private string Mac(byte[] key, string signed) =>
        Base64Url.EncodeToString(_hmac(key, Encoding.ASCII.GetBytes("digest-token:" + signed)));
}
