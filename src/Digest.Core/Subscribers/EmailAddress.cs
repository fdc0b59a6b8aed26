using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Core.Subscribers;

/// <summary>
/// An address that mail can be sent to: <c>local-part@domain</c> of RFC 5321 with the internationalised forms of
/// RFC 6531. Quoted local parts and address literals (<c>"a b"@[192.0.2.1]</c>) are legal there and refused here:
/// no reader has one, and every form they open accepts rubbish.
/// </summary>
public sealed record EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    private EmailAddress(string written, string localPart, string domain)
    {
        Written = written;
        LocalPart = localPart;
        Domain = domain;
    }

    /// <summary>The address as it was written, trimmed.</summary>
    public string Written { get; }

    /// <summary>The part before the @ as it was written, in Unicode form NFC.</summary>
    public string LocalPart { get; }

    /// <summary>The domain in its ASCII form (punycode for internationalised names), lower case.</summary>
    public string Domain { get; }

    /// <summary>
    /// The form that decides whether two addresses are one subscriber: lower case throughout. RFC 5321 lets a server
    /// tell letter case in the local part apart; none that readers use does. A <c>+tag</c> belongs to the identity:
    /// who subscribes with a tag wants mail at that tag.
    /// </summary>
    public string Normalised => $"{LocalPart.ToLowerInvariant()}@{Domain}";

    /// <summary>The address to use in the envelope: the local part as written, the domain in ASCII.</summary>
    public string Envelope => $"{LocalPart}@{Domain}";

    /// <summary>The mailbox behind plus-addresses, for rate limits: <c>a+x@d</c> and <c>a+y@d</c> are one mailbox.</summary>
    public string Mailbox
    {
        get
        {
            var plus = LocalPart.IndexOf('+', StringComparison.Ordinal);
            return plus > 0 ? $"{LocalPart[..plus].ToLowerInvariant()}@{Domain}" : Normalised;
        }
    }

    /// <summary>True when the local part is not ASCII: the server must speak SMTPUTF8 (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(LocalPart);

    /// <summary>The subscriber's id: SHA-256 of <see cref="Normalised"/> in UTF-8, 64 hex digits.</summary>
    public string SubscriberId => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalised)));

    /// <summary>Reads an address.</summary>
    /// <param name="text">What somebody wrote; white space around it is ignored.</param>
    /// <param name="address">The address when the result is true.</param>
    /// <param name="problem">What is wrong, as a sentence, when the result is false.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        var written = text?.Trim() ?? "";
        if (written.Length is 0 or > 320)
        {
            problem = written.Length == 0 ? "The address is empty." : "The address is too long.";
            return false;
        }

        var at = written.LastIndexOf('@');
        if (at <= 0 || at == written.Length - 1)
        {
            problem = "An address has a name, an @ and a domain, like name@example.org.";
            return false;
        }

        var localProblem = LocalPartProblem(written[..at], out var localPart);
        problem = DomainProblem(written[(at + 1)..], out var domain) ?? localProblem;
        if (problem is not null)
        {
            return false;
        }

        if (Encoding.UTF8.GetByteCount(localPart) + 1 + domain.Length > 254)
        {
            problem = "The address is too long.";
            return false;
        }

        address = new EmailAddress(written, localPart, domain);
        return true;
    }

    /// <summary>Reads an address that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    // dot-atom of RFC 5322 section 3.2.3, with RFC 6531's non-ASCII letters.
    private static string? LocalPartProblem(string text, out string localPart)
    {
        localPart = "";
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || !(c < 128 ? IsAtext(c) || c == '.' : IsReadable(c)))
            {
                return $"The part before the @ has a character that addresses can't have: {Show(c)}.";
            }
        }

        if (text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal))
        {
            return "The part before the @ has a dot at its start, at its end, or two in a row.";
        }

        localPart = text.Normalize(NormalizationForm.FormC);
        return Encoding.UTF8.GetByteCount(localPart) > 64 ? "The part before the @ is too long." : null;
    }

    private static string? DomainProblem(string text, out string domain)
    {
        domain = "";
        try
        {
            domain = Idn.GetAscii(text.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return "The part after the @ is not a domain name.";
        }

        var labels = domain.Split('.');
        var topLevel = labels[^1];
        return labels.Length < 2 || topLevel.Length < 2 || topLevel.All(char.IsAsciiDigit) || domain.Length > 253
            ? "The part after the @ is not a full domain name, like example.org."
            : null;
    }

    private static bool IsAtext(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool IsReadable(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;

    private static string Show(char c) => c switch
    {
        ' ' => "a space",
        _ when char.IsControl(c) || char.IsSurrogate(c) => $"U+{(int)c:X4}",
        _ => c.ToString(),
    };
}
