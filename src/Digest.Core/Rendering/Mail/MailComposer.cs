using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Core.Rendering.Mail;

/// <summary>Makes one recipient's message from an issue's mail.</summary>
public static class MailComposer
{
    /// <summary>
    /// Composes the message. The same issue and recipient give the same headers, parts and Message-ID whenever it is made,
    /// so that a receiver can tell a second attempt from a second mail; only the boundary between the parts is the sender's
    /// own and differs.
    /// </summary>
    /// <param name="template">The issue's mail.</param>
    /// <param name="options">The sender.</param>
    /// <param name="recipient">The recipient's address.</param>
    /// <param name="unsubscribe">The recipient's own one-click unsubscribe address (RFC 8058).</param>
    /// <returns>The message; the caller disposes of it.</returns>
    /// <exception cref="FormatException"><paramref name="recipient"/> is not an email address.</exception>
    public static MailMessage Compose(MailTemplate template, MailOptions options, string recipient, Uri unsubscribe)
    {
        var message = new MailMessage
        {
            From = new MailAddress(options.FromAddress, options.FromName, Encoding.UTF8),
            Subject = OneLine(template.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        try
        {
            message.To.Add(new MailAddress(recipient));
            AddHeaders(message, template, options, recipient, unsubscribe);
            var link = unsubscribe.AbsoluteUri;
            AddView(message, Fill(template.Text, link), MediaTypeNames.Text.Plain);
            AddView(message, Fill(template.Html, System.Net.WebUtility.HtmlEncode(link)), MediaTypeNames.Text.Html);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>The Message-ID of an issue's mail to a recipient, with angle brackets.</summary>
    public static string MessageId(string issueId, string recipient, string fromAddress)
    {
        // The digest does not tell the recipient's address to whoever sees the id.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issueId}\n{recipient.Trim().ToLowerInvariant()}"));
        return $"<{issueId.ToLowerInvariant()}.{Convert.ToHexStringLower(digest.AsSpan(0, 16))}@{new MailAddress(fromAddress).Host}>";
    }

    private static void AddHeaders(MailMessage message, MailTemplate template, MailOptions options, string recipient, Uri unsubscribe)
    {
        var unsubscribeBy = options.UnsubscribeMailto is { } mailto
            ? $"<{unsubscribe.AbsoluteUri}>, <mailto:{mailto}?subject=unsubscribe>"
            : $"<{unsubscribe.AbsoluteUri}>";
        var headers = message.Headers;
        headers.Add("Date", template.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", System.Globalization.CultureInfo.InvariantCulture)
            + template.Date.ToString("zzz", System.Globalization.CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal));
        headers.Add("Message-ID", MessageId(template.IssueId, recipient, options.FromAddress));
        headers.Add("List-Id", $"<{options.ListId}>");
        headers.Add("List-Unsubscribe", unsubscribeBy);
        headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.Add("Auto-Submitted", "auto-generated");
    }

    private static string Fill(string content, string unsubscribe) =>
        content.Replace(MailTemplate.UnsubscribePlaceholder, unsubscribe, StringComparison.Ordinal);

    /// <summary>Adds a part; parts stand in the order in which they are added, the plainest first (RFC 2046 section 5.1.4).</summary>
    internal static void AddView(MailMessage message, string content, string mediaType)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n"));
        // SmtpClient writes quoted-printable line ends as =0D=0A, against RFC 2045 section 6.7; base64 is right everywhere.
        message.AlternateViews.Add(new AlternateView(new MemoryStream(bytes), new ContentType(mediaType) { CharSet = "utf-8" })
        {
            TransferEncoding = TransferEncoding.Base64,
        });
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
