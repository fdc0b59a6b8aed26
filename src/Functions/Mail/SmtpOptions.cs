using System.ComponentModel.DataAnnotations;

namespace Digest.Functions.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a server on this machine only.</summary>
    None,

    /// <summary>STARTTLS is required (RFC 3207); a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314), usually on port 465. Azure build only: System.Net.Mail can't.</summary>
    ImplicitTls,
}

/// <summary>The mail server and what it allows: section <c>Digest:Smtp</c>.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>Host name of the submission server.</summary>
    [Required(ErrorMessage = "Set Digest:Smtp:Host to the name of the mail server.")]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Port: 587 for STARTTLS, 465 for TLS, 25 or a test server's own for none.</summary>
    [Range(1, 65535, ErrorMessage = "Digest:Smtp:Port must be from 1 to 65535.")]
    public int Port { get; set; } = 1025;

    /// <summary>Protection of the connection.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.None;

    /// <summary>Name to log in with; null for no login.</summary>
    public string? UserName { get; set; }

    /// <summary>Password to log in with.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// Log in with the app's managed identity (XOAUTH2) instead of a password: the scope to ask a token for, such as
    /// <c>https://outlook.office365.com/.default</c>; null for a password. Azure build only.
    /// </summary>
    public string? OAuthScope { get; set; }

    /// <summary>Connections at once, over all shards that this instance works on.</summary>
    [Range(1, 200, ErrorMessage = "Digest:Smtp:Connections must be from 1 to 200.")]
    public int Connections { get; set; } = 10;

    /// <summary>Messages a second, over all shards and instances; null for no limit.</summary>
    [Range(0.01, 100_000, ErrorMessage = "Digest:Smtp:PerSecond must be from 0.01 to 100000.")]
    public double? PerSecond { get; set; }

    /// <summary>Limits for providers of mailboxes, by a name of your own.</summary>
    public Dictionary<string, ProviderLimit> Providers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How long one message may take, connecting included, before the connection counts as lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Digest:Smtp:Timeout must be at most ten minutes.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection that was idle for longer is closed rather than used: servers drop idle ones without a word.</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, limit) in Providers)
        {
            if (limit.Domains.Count == 0)
            {
                yield return new ValidationResult($"Digest:Smtp:Providers:{name}:Domains must name at least one domain.");
            }

            if (limit.Connections is < 1 or > 200 || limit.PerSecond is < 0.01 or > 100_000)
            {
                yield return new ValidationResult($"Digest:Smtp:Providers:{name} must have Connections from 1 to 200 and PerSecond from 0.01 to 100000, where it has them.");
            }
        }
    }
}

/// <summary>What a provider of mailboxes takes from us: <c>Digest:Smtp:Providers:NAME</c>.</summary>
public sealed class ProviderLimit
{
    /// <summary>Domains of its addresses, such as <c>gmail.com</c> and <c>googlemail.com</c>.</summary>
    public List<string> Domains { get; init; } = [];

    /// <summary>Messages under way at once from one instance; null for no limit of its own.</summary>
    public int? Connections { get; set; }

    /// <summary>Messages a second, over all instances; null for no limit of its own.</summary>
    public double? PerSecond { get; set; }
}
