using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MailMessage = System.Net.Mail.MailMessage;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;

namespace Digest.Functions.Mail;

/// <summary>Sends with MailKit over a pool of connections: the sender of the Azure build.</summary>
/// <param name="options">The server.</param>
/// <param name="clock">Ages idle connections.</param>
/// <param name="identity">Gives the token to log in with, where <see cref="SmtpOptions.OAuthScope"/> asks for one; otherwise null.</param>
public sealed class MailKitSender(SmtpOptions options, TimeProvider clock, TokenCredential? identity = null) : IMailSender, IDisposable
{
    private readonly ConcurrentStack<(Session Session, long LastUsed)> _idle = new();
    private readonly SemaphoreSlim _connections = new(options.Connections);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await _connections.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return SmtpReplies.SortFailure(SmtpPhase.Session, "Cancelled before it was tried.");
        }

        try
        {
            using var mime = MimeMessage.CreateFromMailMessage(message);
            var session = Rent();
            var used = session.Client.IsConnected;
            var outcome = await TryAsync(session, message, mime, cancellationToken);
            if (outcome.IsConnectionFailure && used && !cancellationToken.IsCancellationRequested)
            {
                // The server had closed a connection that lay idle, or has had enough of it: that says nothing about this message.
                session.Dispose();
                session = new Session();
                outcome = await TryAsync(session, message, mime, cancellationToken);
            }

            Return(session);
            return outcome;
        }
        finally
        {
            _connections.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryPop(out var idle))
        {
            idle.Session.Dispose();
        }

        _connections.Dispose();
    }

    private async Task<SendOutcome> TryAsync(Session session, MailMessage message, MimeMessage mime, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        session.Progress = SmtpPhase.Session;
        try
        {
            if (!session.Client.IsConnected)
            {
                await OpenAsync(session, deadline.Token);
            }

            // MailKit writes the address as it is, whether the server can take it or not.
            if (!Ascii.IsValid(message.To[0].User) && !session.Client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                return SmtpReplies.NeedsSmtpUtf8;
            }

            var reply = await session.Client.SendAsync(mime, deadline.Token, session);
            return SmtpReplies.Sort(SmtpPhase.EndOfData, 250, reply);
        }
        catch (Exception e)
        {
            return Sort(e, session, cancellationToken);
        }
    }

    private async Task OpenAsync(Session session, CancellationToken cancellationToken)
    {
        await session.Client.ConnectAsync(options.Host, options.Port, Security, cancellationToken);
        if (options.UserName is null)
        {
            session.IsOpen = true;
            return;
        }

        if (identity is not null && options.OAuthScope is { } scope)
        {
            var token = await identity.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            await session.Client.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName, token.Token), cancellationToken);
        }
        else
        {
            await session.Client.AuthenticateAsync(options.UserName, options.Password ?? "", cancellationToken);
        }

        session.IsOpen = true;
    }

    private SendOutcome Sort(Exception failure, Session session, CancellationToken cancellationToken) => failure switch
    {
        SmtpCommandException e => SmtpReplies.Sort(PhaseOf(e, session), (int)e.StatusCode, e.Message),
        // MailKit wraps the reply to AUTH: 454 is a server that is busy, 535 a wrong password.
        AuthenticationException { InnerException: SmtpCommandException e } => SmtpReplies.Sort(SmtpPhase.Session, (int)e.StatusCode, e.Message),
        AuthenticationException or ServiceNotAuthenticatedException => SmtpReplies.SessionRefused($"The mail server refuses the login: {failure.Message}"),
        // MailKit wraps whatever ends the handshake, and names the certificate only when it was the certificate.
        SslHandshakeException { ServerCertificate: not null } => SmtpReplies.SessionRefused($"The mail server's certificate is not good: {failure.Message}"),
        SslHandshakeException => SmtpReplies.SortFailure(SmtpPhase.Session, $"The TLS handshake failed: {failure.GetBaseException().Message}"),
        NotSupportedException when session.Progress == SmtpPhase.Session => SmtpReplies.SessionRefused(
            options.Security == SmtpSecurity.StartTls && !session.Client.Capabilities.HasFlag(SmtpCapabilities.StartTLS)
                ? "The mail server does not offer STARTTLS, and Digest:Smtp:Security requires it."
                : failure.Message),
        OperationCanceledException => SmtpReplies.SortCancellation(session.Progress, options.Timeout, cancellationToken.IsCancellationRequested),
        // A lost connection, a name that does not resolve, a token that is not to be had, and whatever nobody has thought of.
        _ => SmtpReplies.SortFailure(session.Progress, failure.Message),
    };

    private static SmtpPhase PhaseOf(SmtpCommandException failure, Session session) => failure.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => SmtpPhase.Mail,
        SmtpErrorCode.RecipientNotAccepted => SmtpPhase.Recipient,
        SmtpErrorCode.MessageNotAccepted => SmtpPhase.EndOfData,
        _ => !session.IsOpen ? SmtpPhase.Session : SmtpPhase.Unknown,
    };

    private SecureSocketOptions Security => options.Security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private Session Rent()
    {
        while (_idle.TryPop(out var idle))
        {
            if (idle.Session.Client.IsConnected && clock.GetElapsedTime(idle.LastUsed) < options.IdleLimit)
            {
                return idle.Session;
            }

            idle.Session.Dispose();
        }

        return new Session();
    }

    private void Return(Session session)
    {
        // After a refused command MailKit resets the transaction (RSET), and the connection can go on. One that was never let in can't.
        if (session.IsOpen && session.Client.IsConnected)
        {
            _idle.Push((session, clock.GetTimestamp()));
        }
        else
        {
            session.Dispose();
        }
    }

    /// <summary>
    /// A connection that tells how far its transaction has come: MailKit reports bytes as it writes the message, after
    /// the server's 354 and not before.
    /// </summary>
    private sealed class Session : ITransferProgress, IDisposable
    {
        public SmtpClient Client { get; } = new();

        /// <summary>True once it is connected and, where that is asked for, logged in.</summary>
        public bool IsOpen { get; set; }

        public SmtpPhase Progress { get; set; }

        // The size is that of the whole message: with its last bytes written the final dot may follow at any moment.
        public void Report(long bytesTransferred, long totalSize) =>
            Progress = bytesTransferred >= totalSize ? SmtpPhase.EndOfData : SmtpPhase.Data;

        public void Report(long bytesTransferred) => Progress = SmtpPhase.EndOfData;

        public void Dispose() => Client.Dispose();
    }
}
