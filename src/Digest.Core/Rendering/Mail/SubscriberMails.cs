using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Digest.Core.Subscribers;

namespace Digest.Core.Rendering.Mail;

/// <summary>A mail to one subscriber about the subscription itself.</summary>
public enum SubscriberMail
{
    /// <summary>Asks the owner of an address to confirm it.</summary>
    Confirm,

    /// <summary>Tells the owner that somebody asked although the address gets the digest already.</summary>
    AlreadySubscribed,

    /// <summary>Says welcome, and how to leave.</summary>
    Welcome,
}

/// <summary>Makes the mails about a subscription.</summary>
public sealed class SubscriberMails(SubscriberLinks links, SiteOptions site, MailOptions options)
{
    /// <summary>Makes a mail.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="subscriber">To whom.</param>
    /// <param name="confirmBy">When the link of a confirmation mail ends.</param>
    /// <returns>The message; the caller disposes of it.</returns>
    public async Task<MailMessage> ComposeAsync(SubscriberMail kind, Subscriber subscriber, DateTimeOffset confirmBy)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var letter = Letter(kind, subscriber, confirmBy);
        var html = "<!DOCTYPE html>\n" + await ComponentRenderer.RenderAsync<SubscriberMailDocument>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SubscriberMailDocument.Letter)] = letter,
            [nameof(SubscriberMailDocument.Site)] = site,
            [nameof(SubscriberMailDocument.Mail)] = options,
        });
        var message = new MailMessage
        {
            From = new MailAddress(options.FromAddress, options.FromName, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        try
        {
            message.To.Add(new MailAddress(EmailAddress.Parse(subscriber.Address).Envelope));
            // The same request gives the same id, so a mailbox can tell a second attempt from a second mail.
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{subscriber.Id}/{(subscriber.Request ?? subscriber.Consent).Requested:O}"));
            message.Headers.Add("Message-ID", $"<{kind.ToString().ToLowerInvariant()}.{Convert.ToHexStringLower(digest.AsSpan(0, 16))}@{message.From.Host}>");
            message.Headers.Add("Auto-Submitted", "auto-generated");
            if (kind != SubscriberMail.Confirm)
            {
                message.Headers.Add("List-Id", $"<{options.ListId}>");
                message.Headers.Add("List-Unsubscribe", $"<{links.Unsubscribe(subscriber.Id).AbsoluteUri}>");
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }

            MailComposer.AddView(message, Text(letter), System.Net.Mime.MediaTypeNames.Text.Plain);
            MailComposer.AddView(message, html, System.Net.Mime.MediaTypeNames.Text.Html);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private SubscriberLetter Letter(SubscriberMail kind, Subscriber subscriber, DateTimeOffset confirmBy) => kind switch
    {
        SubscriberMail.Confirm => new(
            $"Confirm your subscription to {site.Title}",
            $"Somebody, most likely you, asked to get {site.Title} at this address.",
            "Confirm",
            links.Confirm(subscriber.Id, confirmBy),
            $"The link works until {confirmBy:d MMMM yyyy}. If it was not you, do nothing: without the confirmation you get no further mail."),
        SubscriberMail.AlreadySubscribed => new(
            $"You are subscribed to {site.Title}",
            $"Somebody, most likely you, asked to get {site.Title} at this address. It is subscribed already; there is nothing to do.",
            "Unsubscribe",
            links.Unsubscribe(subscriber.Id),
            "If you no longer want it, the link takes you off the list."),
        _ => new(
            $"Welcome to {site.Title}",
            $"Your address is confirmed. {site.Title} comes to you from the next issue on.",
            "Read earlier issues",
            new SiteAddress(site).Of(SiteAddress.Archive),
            "To leave, use the link in any issue, or this one:",
            links.Unsubscribe(subscriber.Id)),
    };

    private string Text(SubscriberLetter letter) =>
        $"{letter.Message}\n\n{letter.Action}: {letter.Link.AbsoluteUri}\n\n{letter.Note}{(letter.Leave is { } leave ? $"\n{leave.AbsoluteUri}" : "")}\n\n-- \n{options.FromName}, {options.PostalAddress}\n";
}

/// <summary>The words of a mail about a subscription.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Message">What it is about.</param>
/// <param name="Action">Words of the button.</param>
/// <param name="Link">Where the button leads.</param>
/// <param name="Note">What else to know.</param>
/// <param name="Leave">An unsubscribe link behind the note, or null.</param>
public sealed record SubscriberLetter(string Subject, string Message, string Action, Uri Link, string Note, Uri? Leave = null);
