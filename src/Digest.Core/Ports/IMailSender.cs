using System.Net.Mail;
using Digest.Core.Deliveries;

namespace Digest.Core.Ports;

/// <summary>Hands mail to an SMTP server. Never throws for what a server says or does: the outcome tells.</summary>
public interface IMailSender
{
    /// <summary>Sends one message to one recipient.</summary>
    /// <param name="message">The message, complete with Message-ID; the caller disposes of it.</param>
    /// <param name="cancellationToken">Gives up; once the message's data are under way the outcome is uncertain.</param>
    Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
