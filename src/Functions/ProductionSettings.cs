using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Functions.Access;
using Digest.Functions.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Functions;

/// <summary>
/// Keeps sample values away from readers. What runs on the storage emulator may use every default; what runs on real
/// storage must say who it is, and does not start before it has.
/// </summary>
internal static class ProductionSettings
{
    /// <summary>Adds the rules, or what only the emulator may have.</summary>
    public static void AddProductionRules(this IServiceCollection services, bool isEmulator)
    {
        if (isEmulator)
        {
            // Links signed with this key end with the process; who needs them longer sets one.
            services.PostConfigure<TokenOptions>(tokens =>
            {
                if (tokens.Keys.Count == 0)
                {
                    tokens.Keys["development"] = TokenOptions.NewKey();
                }
            });
            return;
        }

        var sample = new MailOptions();
        services.AddOptions<MailOptions>()
            .Validate(mail => IsPublicDomain(mail.FromAddress), "Set Digest:Mail:FromAddress to the address the digest is sent from.")
            .Validate(mail => IsPublicDomain(mail.ListId), "Set Digest:Mail:ListId to a name below a domain of yours, such as weekly.digest.example.org.")
            .Validate(
                mail => !string.Equals(mail.PostalAddress, sample.PostalAddress, StringComparison.Ordinal),
                "Set Digest:Mail:PostalAddress to the publisher's postal address: the law wants it in every mail.");
        services.AddOptions<SiteOptions>()
            .Validate(site => IsPublicHttps(site.BaseUrl), "Set Digest:Site:BaseUrl to the public https address of the site.")
            .Validate(
                site => site.SubscribeUrl is null || IsPublicHttps(site.SubscribeUrl),
                "Set Digest:Site:SubscribeUrl to the public https address that the subscribe form posts to, or leave it out.");
        services.AddOptions<SubscriptionOptions>().Validate(
            subscriptions => subscriptions.FunctionsUrl is null || IsPublicHttps(subscriptions.FunctionsUrl),
            "Set Digest:Subscriptions:FunctionsUrl to the public https address of the functions, such as https://digest.example.org/api/, or leave it out: one-click unsubscribing (RFC 8058) wants https.");
        services.AddOptions<AccessOptions>().Validate(
            access => !access.LocalEditor, "Digest:Access:LocalEditor is for one machine with the storage emulator; name the editors in Digest:Access:Editors instead.");
        services.AddOptions<SmtpOptions>()
            .Validate(smtp => !IsLoopback(smtp.Host), "Set Digest:Smtp:Host to the name of the mail server.")
            .Validate(
                smtp => smtp.Security != SmtpSecurity.None || smtp.UserName is null,
                "Set Digest:Smtp:Security to StartTls or ImplicitTls: without it the password travels in the clear.");
    }

    private static bool IsPublicHttps(Uri address) => address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback;

    private static bool IsPublicDomain(string name) =>
        !name.EndsWith("localdomain", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
