using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Digest.Core.Rendering;

/// <summary>Who the mail is from and what the law wants in it: section <c>Digest:Mail</c>.</summary>
public sealed record MailOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Digest:Mail";

    /// <summary>Address the digest is sent from; SPF, DKIM and DMARC of its domain must allow it.</summary>
    [Required]
    public string FromAddress { get; init; } = "digest@localhost.localdomain";

    /// <summary>Name shown beside it.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string FromName { get; init; } = "The Weekly Digest";

    /// <summary>List-Id (RFC 2919) without angle brackets, a name below a domain of yours.</summary>
    [Required, RegularExpression("^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$", ErrorMessage = "Digest:Mail:ListId must look like a host name: weekly.digest.example.org.")]
    public string ListId { get; init; } = "weekly.digest.localhost.localdomain";

    /// <summary>Address that takes unsubscribe mails, or null for none.</summary>
    public string? UnsubscribeMailto { get; init; }

    /// <summary>Postal address of the publisher, in one line.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string PostalAddress { get; init; } = "1 Example Street, 12345 Example Town";

    /// <summary>Why the reader gets this mail.</summary>
    [Required, StringLength(300, MinimumLength = 1)]
    public string Reason { get; init; } = "You get this because you subscribed to the digest.";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddress.TryCreate(FromAddress, out _))
        {
            yield return new ValidationResult($"Digest:Mail:FromAddress \"{FromAddress}\" is not an email address.", [nameof(FromAddress)]);
        }

        if (UnsubscribeMailto is not null && !MailAddress.TryCreate(UnsubscribeMailto, out _))
        {
            yield return new ValidationResult($"Digest:Mail:UnsubscribeMailto \"{UnsubscribeMailto}\" is not an email address.", [nameof(UnsubscribeMailto)]);
        }
    }
}
