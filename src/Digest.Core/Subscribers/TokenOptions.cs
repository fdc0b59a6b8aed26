using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace Digest.Core.Subscribers;

/// <summary>
/// The keys that sign links in mails: section <c>Digest:Tokens</c>. To rotate, add a key and name it as current; keep
/// the old ones for as long as mails signed with them lie in mailboxes, which is for ever.
/// </summary>
public sealed class TokenOptions : IValidatableObject
{
    private const int ShortestKey = 32;

    /// <summary>Key id (letters and digits, at most 16) to key (base64, at least 32 bytes).</summary>
    public Dictionary<string, string> Keys { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Id of the key that signs; may be left out while there is one key only.</summary>
    public string? Current { get; set; }

    /// <summary>How long a confirmation link may be used.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "60.00:00:00", ErrorMessage = "Digest:Tokens:ConfirmWithin must be from ten minutes to sixty days.")]
    public TimeSpan ConfirmWithin { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Id of the signing key.</summary>
    public string? SigningKeyId => Current ?? (Keys.Count == 1 ? Keys.Keys.First() : null);

    /// <summary>A new key, as the settings want it.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(ShortestKey));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Keys.Count == 0)
        {
            yield return new ValidationResult("No key signs the links in mails. Set Digest:Tokens:Keys:k1 to 32 random bytes in base64 (openssl rand -base64 32).");
            yield break;
        }

        if (SigningKeyId is not { } id || !Keys.ContainsKey(id))
        {
            yield return new ValidationResult("Set Digest:Tokens:Current to the id of one of Digest:Tokens:Keys.");
        }

        foreach (var (keyId, key) in Keys)
        {
            if (keyId.Length is 0 or > 16 || !keyId.All(char.IsAsciiLetterOrDigit))
            {
                yield return new ValidationResult($"Digest:Tokens:Keys:{keyId} must be named with at most 16 letters and digits.");
            }

            var bytes = new byte[key.Length];
            if (!Convert.TryFromBase64String(key, bytes, out var length) || length < ShortestKey)
            {
                yield return new ValidationResult($"Digest:Tokens:Keys:{keyId} must be at least {ShortestKey} bytes in base64.");
            }
        }
    }
}
