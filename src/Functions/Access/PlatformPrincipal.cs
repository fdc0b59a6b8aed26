using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Digest.Functions.Access;

/// <summary>Who signed in, as App Service authentication says it in its header: base64 of a JSON list of claims.</summary>
/// <param name="ObjectId">Object id of the Entra account, or null.</param>
/// <param name="SignInName">Name the account signs in with, or null.</param>
/// <param name="Roles">App roles.</param>
internal sealed record PlatformPrincipal(string? ObjectId, string? SignInName, IReadOnlySet<string> Roles)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int LongestHeader = 64 * 1024;
    private const string Entra = "aad";

    // Short names of the v2 endpoint, and the long ones that the platform maps them to.
    private static readonly string[] ObjectIdClaims = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];
    private static readonly string[] NameClaims = ["upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"];
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>Reads the header.</summary>
    /// <param name="header">Its values: exactly one is a principal.</param>
    /// <returns>Null when there is none, it is none, or somebody other than Entra vouches for it.</returns>
    public static PlatformPrincipal? Read(StringValues header)
    {
        if (header is not [{ Length: > 0 and <= LongestHeader } text])
        {
            return null;
        }

        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(text));
            var root = principal.RootElement;
            if (!string.Equals(root.GetProperty("auth_typ").GetString(), Entra, StringComparison.Ordinal))
            {
                return null;
            }

            var claims = root.GetProperty("claims").EnumerateArray()
                .Select(c => (Type: c.GetProperty("typ").GetString() ?? "", Value: c.GetProperty("val").GetString() ?? "")).ToList();
            string? One(string[] types) => claims.Find(c => types.Contains(c.Type, StringComparer.Ordinal)) is { Value.Length: > 0 } claim ? claim.Value : null;
            return new PlatformPrincipal(
                One(ObjectIdClaims), One(NameClaims),
                claims.Where(c => RoleClaims.Contains(c.Type, StringComparer.Ordinal)).Select(c => c.Value).ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
