using System.Collections.Concurrent;
using System.Net.Sockets;
using Azure.Core;
using Azure.Identity;
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
public sealed class MailKitSender(SmtpOptions options, TimeProvider clock) : IMailSender, IDisposable
{
    private readonly ConcurrentStack<(Session Session, long LastUsed)> _idle = new();
    private readonly SemaphoreSlim _connections = new(options.Connections);
    private readonly DefaultAzureCredential? _identity = options.OAuthScope is null ? null : new DefaultAzureCredential();

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
            var outcome = await TryAsync(session, mime, cancellationToken);
            if (outcome.IsConnectionFailure && used && !cancellationToken.IsCancellationRequested)
            {
                // The server had closed a connection that lay idle, or has had enough of it: that says nothing about this message.
                session.Dispose();
                session = new Session();
                outcome = await TryAsync(session, mime, cancellationToken);
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

    private async Task<SendOutcome> TryAsync(Session session, MimeMessage mime, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        session.Progress = SmtpPhase.Session;
        try
        {
            if (!session.Client.IsConnected)
            {
                await session.Client.ConnectAsync(options.Host, options.Port, Security, deadline.Token);
                await AuthenticateAsync(session.Client, deadline.Token);
            }

            var reply = await session.Client.SendAsync(mime, deadline.Token, session);
            return SmtpReplies.Sort(SmtpPhase.EndOfData, 250, reply);
        }
        catch (SmtpCommandException e)
        {
            var phase = e.ErrorCode switch
            {
                SmtpErrorCode.SenderNotAccepted => SmtpPhase.Mail,
                SmtpErrorCode.RecipientNotAccepted => SmtpPhase.Recipient,
                SmtpErrorCode.MessageNotAccepted => SmtpPhase.EndOfData,
                _ => session.Progress == SmtpPhase.Session ? SmtpPhase.Session : SmtpPhase.Unknown,
            };
            return SmtpReplies.Sort(phase, (int)e.StatusCode, e.Message);
        }
        catch (NotSupportedException e) when (session.Progress == SmtpPhase.Session)
        {
            return options.Security == SmtpSecurity.StartTls && !session.Client.Capabilities.HasFlag(SmtpCapabilities.StartTLS)
                ? SmtpReplies.SessionRefused("The mail server does not offer STARTTLS, and Digest:Smtp:Security requires it.")
                : e.Message.Contains("SMTPUTF8", StringComparison.OrdinalIgnoreCase) ? SmtpReplies.NeedsSmtpUtf8
                : SmtpReplies.SessionRefused(e.Message);
        }
        catch (SslHandshakeException e)
        {
            return SmtpReplies.SessionRefused($"The mail server's certificate is not good: {e.Message}");
        }
        catch (Exception e) when (e is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return SmtpReplies.SessionRefused($"The mail server refuses the login: {e.Message}");
        }
        catch (Exception e) when (e is SmtpProtocolException or ServiceNotConnectedException or IOException or SocketException)
        {
            return SmtpReplies.SortFailure(session.Progress, e.Message);
        }
        catch (OperationCanceledException)
        {
            return SmtpReplies.SortFailure(session.Progress, $"No answer within {options.Timeout.TotalSeconds:0.#} seconds.");
        }
    }

    private async Task AuthenticateAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (options.UserName is null)
        {
            return;
        }

        if (_identity is not null)
        {
            var token = await _identity.GetTokenAsync(new TokenRequestContext([options.OAuthScope!]), cancellationToken);
            await client.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName, token.Token), cancellationToken);
        }
        else
        {
            await client.AuthenticateAsync(options.UserName, options.Password ?? "", cancellationToken);
        }
    }

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
        // After a refused command MailKit resets the transaction (RSET), and the connection can go on.
        if (session.Client.IsConnected)
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

        public SmtpPhase Progress { get; set; }

        // The size is that of the whole message: with its last bytes written the final dot may follow at any moment.
        public void Report(long bytesTransferred, long totalSize) =>
            Progress = bytesTransferred >= totalSize ? SmtpPhase.EndOfData : SmtpPhase.Data;

        public void Report(long bytesTransferred) => Progress = SmtpPhase.EndOfData;

        public void Dispose() => Client.Dispose();
    }
}
