using System.ComponentModel.DataAnnotations;
using Digest.Core.Rendering;

namespace Digest.Core.Subscribers;

/// <summary>Subscribing and leaving: section <c>Digest:Subscriptions</c>.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>
    /// Public address of the HTTP functions, such as https://digest.example.org/api/ (a slash at its end is added where
    /// there is none): links in mails lead there for ever. Null for <c>api/</c> below Digest:Site:BaseUrl.
    /// </summary>
    public Uri? FunctionsUrl { get; set => field = value is null ? null : SiteAddress.Folder(value); }

    /// <summary>Version of the form and its wording, kept with each consent. Change it when the form's words change.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Wording { get; set; } = "form-1: Get it by mail, once a week";

    /// <summary>Requests from one network (IPv4 /24, IPv6 /48) in an hour before it is asked to wait.</summary>
    [Range(1, 100_000, ErrorMessage = "Digest:Subscriptions:RequestsPerNetworkAndHour must be from 1 to 100000.")]
    public int RequestsPerNetworkAndHour { get; set; } = 30;

    /// <summary>
    /// Proxies in front of the app that add the address they were asked from to X-Forwarded-For: 1 for Azure's own front end,
    /// 2 with a CDN or Front Door before it. With a number too low all readers count as one network, with one too high a
    /// client that goes past the CDN may name any network it likes.
    /// </summary>
    [Range(1, 10, ErrorMessage = "Digest:Subscriptions:TrustedProxies must be from 1 to 10.")]
    public int TrustedProxies { get; set; } = 1;

    /// <summary>Mails to one mailbox in a day, plus-addresses counted as one; further requests are answered and do nothing.</summary>
    [Range(1, 100, ErrorMessage = "Digest:Subscriptions:MailsPerMailboxAndDay must be from 1 to 100.")]
    public int MailsPerMailboxAndDay { get; set; } = 3;
}
