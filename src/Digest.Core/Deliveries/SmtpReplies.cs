using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Core.Deliveries;

/// <summary>How far a transaction had come, in the words of RFC 5321.</summary>
public enum SmtpPhase
{
    /// <summary>Connecting, greeting, EHLO, STARTTLS, AUTH: the session, before any transaction.</summary>
    Session,

    /// <summary>MAIL FROM.</summary>
    Mail,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA or the message itself; the server had not seen its end.</summary>
    Data,

    /// <summary>The end of the message was sent, or may have been.</summary>
    EndOfData,

    /// <summary>A reply came and it is not known to which command; <see cref="SmtpReplies"/> then goes by its code alone.</summary>
    Unknown,
}

/// <summary>
/// Sorts what an SMTP server says, and how a connection fails, into outcomes. The one place where this is decided:
/// every sender uses it, so they mean the same thing by the same words.
/// </summary>
public static partial class SmtpReplies
{
    private const int LongestDetail = 300;

    // Enhanced codes (RFC 3463, RFC 7372, IANA registry; the last ones are the big providers' own) that speak of the
    // sender, the login, the volume or the message, in whatever phase they come.
    private static readonly HashSet<string> SenderCodes = new(StringComparer.Ordinal)
    {
        "5.1.7", "5.1.8", // sender's address bad, sender's domain bad
        "5.3.4", "5.6.0", "5.6.1", "5.6.3", // message too big for the system, content not supported
        "5.4.5", // daily quota (Gmail, Workspace)
        "5.5.1", "5.5.4", "5.5.6", // bad command or arguments
        "5.7.3", "5.7.4", "5.7.5", "5.7.8", "5.7.9", "5.7.10", "5.7.11", "5.7.14", // authentication and encryption
        "5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.24", "5.7.25", "5.7.26", "5.7.27", // DKIM, SPF, reverse DNS, DMARC
        "5.7.29", "5.7.30", "5.7.40", "5.7.57", "5.7.60", "5.7.64", // provider: unauthenticated mail, send-as refused
        "5.7.501", "5.7.502", "5.7.503", "5.7.508", "5.7.509", "5.7.705", "5.7.708", // Exchange Online: sender banned or over quota
    };

    /// <summary>Sorts a server's reply.</summary>
    /// <param name="phase">The command it answers.</param>
    /// <param name="code">Reply code, 200 to 599.</param>
    /// <param name="text">The reply's text, with or without an enhanced status code at its start.</param>
    public static SendOutcome Sort(SmtpPhase phase, int code, string? text)
    {
        var status = EnhancedStatus(text);
        return new SendOutcome(Result(phase, code, status, text ?? ""), code, status, Detail(text)) { IsOfSession = phase == SmtpPhase.Session };
    }

    /// <summary>Sorts a connection that failed without a reply.</summary>
    /// <param name="phase">How far the transaction had come.</param>
    /// <param name="failure">The failure's words.</param>
    public static SendOutcome SortFailure(SmtpPhase phase, string failure) =>
        new(phase is SmtpPhase.EndOfData or SmtpPhase.Unknown ? SendResult.Uncertain : SendResult.Deferred, null, null, Detail(failure));

    /// <summary>A try that was cancelled: by who asked for it, as when the lease on the ledger is lost, or because the server kept silent.</summary>
    /// <param name="phase">How far it had come.</param>
    /// <param name="timeout">How long the server had.</param>
    /// <param name="byCaller">Whether the caller cancelled it.</param>
    public static SendOutcome SortCancellation(SmtpPhase phase, TimeSpan timeout, bool byCaller) => SortFailure(
        phase,
        byCaller
            ? "Cut off by the sender before the server answered."
            : string.Create(CultureInfo.InvariantCulture, $"No answer within {timeout.TotalSeconds:0.#} seconds."));

    /// <summary>A session that must not go on: encryption is required and not to be had, or the login was refused.</summary>
    /// <param name="failure">What an operator must know.</param>
    public static SendOutcome SessionRefused(string failure) => new(SendResult.SenderRefused, null, null, Detail(failure));

    /// <summary>An address with letters beyond ASCII before its @, at a server without SMTPUTF8 (RFC 6531).</summary>
    public static SendOutcome NeedsSmtpUtf8 { get; } = new(
        SendResult.RecipientRefused, null, "5.6.7", "The address needs SMTPUTF8, which the mail server does not offer.");

    /// <summary>
    /// True for a refused recipient whose address itself is bad: unknown user or domain, disabled mailbox (RFC 3463 5.1.x,
    /// 5.2.1), or a bare 550, 551 or 553. Any other status speaks of something that may pass.
    /// </summary>
    /// <param name="code">Reply code, or null.</param>
    /// <param name="status">Enhanced status code, or null.</param>
    public static bool SpeaksOfAddress(int? code, string? status) => status switch
    {
        null or "5.0.0" => code is 550 or 551 or 553,
        "5.2.1" => true,
        _ => status.StartsWith("5.1.", StringComparison.Ordinal),
    };

    /// <summary>The enhanced status code a reply begins with, or null.</summary>
    public static string? EnhancedStatus(string? text) =>
        EnhancedStatusPattern().Match(text ?? "") is { Success: true } match ? match.Value.Trim() : null;

    private static SendResult Result(SmtpPhase phase, int code, string? status, string text) => code switch
    {
        >= 200 and < 300 => phase is SmtpPhase.EndOfData or SmtpPhase.Unknown ? SendResult.Accepted : SendResult.Deferred,
        // 454 in the session: TLS or the login is out of order for the moment (RFC 3207, RFC 4954).
        >= 400 and < 500 => SpeaksOfQuota(text) ? SendResult.SenderRefused : SendResult.Deferred,
        // 530, 534, 535, 538: authentication or encryption required (RFC 4954, RFC 3207), whatever the phase.
        530 or 534 or 535 or 538 => SendResult.SenderRefused,
        _ when status is not null && SenderCodes.Contains(status) => SendResult.SenderRefused,
        _ when SpeaksOfRelaying(text) || SpeaksOfQuota(text) => SendResult.SenderRefused,
        // 5.6.7: the address needs SMTPUTF8 and a server on the way cannot: this recipient alone.
        _ when status is "5.6.7" => SendResult.RecipientRefused,
        _ => phase switch
        {
            SmtpPhase.Recipient => SendResult.RecipientRefused,
            // The message goes to one recipient a time, yet after DATA it is the message that is judged, unless the
            // status says it is the mailbox (5.1.x, 5.2.x). Taking a content filter's refusal for a bounce would
            // suppress every subscriber.
            SmtpPhase.Data or SmtpPhase.EndOfData or SmtpPhase.Unknown when IsMailboxStatus(status) => SendResult.RecipientRefused,
            _ => SendResult.SenderRefused,
        },
    };

    private static bool IsMailboxStatus(string? status) =>
        status is not null && (status.StartsWith("5.1.", StringComparison.Ordinal) || status.StartsWith("5.2.", StringComparison.Ordinal));

    private static bool SpeaksOfRelaying(string text) =>
        text.Contains("relay", StringComparison.OrdinalIgnoreCase)
        && (text.Contains("denied", StringComparison.OrdinalIgnoreCase)
            || text.Contains("not permitted", StringComparison.OrdinalIgnoreCase)
            || text.Contains("unable to", StringComparison.OrdinalIgnoreCase)
            || text.Contains("not allowed", StringComparison.OrdinalIgnoreCase));

    // "quota" alone is a full mailbox (5.2.2) as often as a sender's limit.
    private static bool SpeaksOfQuota(string text) =>
        text.Contains("sending quota", StringComparison.OrdinalIgnoreCase)
        || text.Contains("sending limit", StringComparison.OrdinalIgnoreCase)
        || text.Contains("sending rate", StringComparison.OrdinalIgnoreCase) && text.Contains("daily", StringComparison.OrdinalIgnoreCase)
        || text.Contains("daily message quota", StringComparison.OrdinalIgnoreCase);

    private static string Detail(string? text)
    {
        var line = AddressPattern().Replace(string.Join(' ', (text ?? "").Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), "<address>");
        return line.Length <= LongestDetail ? line : line[..LongestDetail];
    }

    [GeneratedRegex(@"^\s*[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedStatusPattern();

    [GeneratedRegex(@"<?[^\s<>()@,;:]+@[^\s<>()@,;:]+>?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
