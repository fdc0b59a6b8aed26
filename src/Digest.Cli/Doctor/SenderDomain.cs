using System.Net.Mail;
using Digest.Core.Rendering;

namespace Digest.Cli.Doctor;

/// <summary>
/// Whether the world may believe that mail of the sender's domain is the sender's: SPF (RFC 7208), DKIM (RFC 6376),
/// DMARC (RFC 7489), and the address in List-Unsubscribe. Large mailbox providers refuse bulk mail without them.
/// </summary>
/// <param name="texts">TXT records of a name; throws <see cref="IOException"/> when nobody answers.</param>
internal sealed class SenderDomain(Func<string, CancellationToken, Task<IReadOnlyList<string>>> texts)
{
    // Selectors can't be listed: these are what the large services use. Another one is named with --dkim-selector.
    private static readonly string[] KnownSelectors = ["selector1", "selector2", "default", "dkim", "mail", "google", "k1", "s1"];

    /// <summary>Looks at everything.</summary>
    /// <param name="mail">The sender.</param>
    /// <param name="unsubscribe">Address that List-Unsubscribe leads to.</param>
    /// <param name="selectors">Selectors of DKIM to look for; the usual ones when there are none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(
        MailOptions mail, Uri unsubscribe, IReadOnlyList<string> selectors, CancellationToken cancellationToken)
    {
        var domain = new MailAddress(mail.FromAddress).Host;
        try
        {
            return
            [
                Spf(domain, await texts(domain, cancellationToken)),
                await DkimAsync(domain, selectors, cancellationToken),
                await DmarcAsync(domain, cancellationToken),
                ListUnsubscribe(domain, unsubscribe),
            ];
        }
        catch (IOException e)
        {
            return [Finding.Warn("DNS", $"{e.Message} SPF, DKIM and DMARC of {domain} were not looked at."), ListUnsubscribe(domain, unsubscribe)];
        }
    }

    private static Finding Spf(string domain, IReadOnlyList<string> records)
    {
        var policies = records.Where(r => r.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || r.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase)).ToList();
        return policies switch
        {
            [] => Finding.Fail("SPF", $"{domain} has no SPF record. Add a TXT record that names your mail server, such as \"v=spf1 include:spf.example.net -all\"."),
            [var one] when one.EndsWith("+all", StringComparison.OrdinalIgnoreCase) || one.EndsWith(" all", StringComparison.OrdinalIgnoreCase) =>
                Finding.Fail("SPF", $"The SPF record of {domain} allows everybody to send. End it with -all or ~all."),
            [var one] when one.Contains("-all", StringComparison.OrdinalIgnoreCase) || one.Contains("~all", StringComparison.OrdinalIgnoreCase)
                || one.Contains("redirect=", StringComparison.OrdinalIgnoreCase) => Finding.Ok("SPF", $"{domain}: {one}"),
            [var one] => Finding.Warn("SPF", $"The SPF record of {domain} does not say what holds for other servers. End it with -all or ~all: {one}"),
            _ => Finding.Fail("SPF", $"{domain} has {policies.Count} SPF records; receivers take none of them then. Join them into one."),
        };
    }

    private async Task<Finding> DkimAsync(string domain, IReadOnlyList<string> selectors, CancellationToken cancellationToken)
    {
        foreach (var selector in selectors.Count > 0 ? selectors : KnownSelectors)
        {
            var keys = await texts($"{selector}._domainkey.{domain}", cancellationToken);
            if (keys.FirstOrDefault(k => TagOf(k, "p") is not null) is { } key)
            {
                return TagOf(key, "p") is { Length: > 0 }
                    ? Finding.Ok("DKIM", $"{domain} has a key under the selector {selector}.")
                    : Finding.Fail("DKIM", $"The key under the selector {selector} of {domain} is revoked. Sign with another selector.");
            }
        }

        return selectors.Count > 0
            ? Finding.Fail("DKIM", $"{domain} has no key under {string.Join(", ", selectors)}. Add the TXT record that your mail service names.")
            : Finding.Warn("DKIM", $"{domain} has no key under the usual selectors. Name yours with --dkim-selector.");
    }

    private async Task<Finding> DmarcAsync(string domain, CancellationToken cancellationToken)
    {
        // RFC 7489, 6.6.3: the domain itself, then the organisational domain above it.
        foreach (var candidate in new[] { domain, OrganisationOf(domain) }.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var records = await texts("_dmarc." + candidate, cancellationToken);
            if (records.FirstOrDefault(r => r.StartsWith("v=DMARC1", StringComparison.Ordinal)) is { } record)
            {
                return TagOf(record, "p")?.ToUpperInvariant() switch
                {
                    "REJECT" or "QUARANTINE" => Finding.Ok("DMARC", $"{candidate}: {record}"),
                    "NONE" => Finding.Warn("DMARC", $"The policy of {candidate} only watches (p=none). Change it to quarantine or reject when the reports are clean."),
                    _ => Finding.Fail("DMARC", $"The DMARC record of {candidate} has no policy. Add p=none, p=quarantine or p=reject."),
                };
            }
        }

        return Finding.Fail("DMARC", $"{domain} has no DMARC record. Add a TXT record _dmarc.{OrganisationOf(domain)}: \"v=DMARC1; p=none; rua=mailto:…\".");
    }

    private static Finding ListUnsubscribe(string domain, Uri unsubscribe) =>
        unsubscribe.Scheme != Uri.UriSchemeHttps
            ? Finding.Fail("List-Unsubscribe", $"One-click unsubscribing (RFC 8058) needs https, and the links lead to {unsubscribe.GetLeftPart(UriPartial.Authority)}. Set Digest:Subscriptions:FunctionsUrl.")
            : string.Equals(OrganisationOf(unsubscribe.Host), OrganisationOf(domain), StringComparison.OrdinalIgnoreCase)
                ? Finding.Ok("List-Unsubscribe", $"Leads to {unsubscribe.Host}, of the sender's own domain.")
                : Finding.Warn("List-Unsubscribe", $"Leads to {unsubscribe.Host}, which is not of the sender's domain {OrganisationOf(domain)}; filters like it better when it is. Give the functions a name there and set Digest:Subscriptions:FunctionsUrl.");

    /// <summary>
    /// The organisational domain as far as it is known without the public suffix list: the last two labels, or three where
    /// the last two are short, as in co.uk.
    /// </summary>
    internal static string OrganisationOf(string domain)
    {
        var labels = domain.TrimEnd('.').Split('.');
        var count = labels.Length >= 3 && labels[^1].Length == 2 && labels[^2].Length <= 3 ? 3 : 2;
        return string.Join('.', labels.TakeLast(count));
    }

    private static string? TagOf(string record, string tag) => record.Split(';')
        .Select(part => part.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(tag, StringComparison.Ordinal))
        .Select(pair => pair[1].Trim())
        .FirstOrDefault();
}
