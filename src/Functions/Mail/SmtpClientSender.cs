using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using Digest.Core.Deliveries;
using Digest.Core.Ports;

namespace Digest.Functions.Mail;

/// <summary>
/// Sends with System.Net.Mail over a pool of connections: the sender of the local build. What it can't do, MailKitSender
/// does: implicit TLS, pipelining, OAuth. What is known of each failure, and how, stands at <see cref="WatchedStream"/>;
/// where nothing is known the outcome is uncertain.
/// </summary>
/// <param name="options">The server.</param>
/// <param name="clock">Ages idle connections.</param>
public sealed class SmtpClientSender(SmtpOptions options, TimeProvider clock) : IMailSender, IDisposable
{
    private readonly ConcurrentStack<Connection> _idle = new();
    private readonly SemaphoreSlim _connections = new(options.Connections);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (options.Security == SmtpSecurity.ImplicitTls)
        {
            return SmtpReplies.SessionRefused("This build can't speak TLS from the first byte. Set Digest:Smtp:Security to StartTls, or run the Azure build.");
        }

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
            var parts = Watch(message);
            var connection = Rent();
            var outcome = await TryAsync(connection, message, parts, cancellationToken);
            if (outcome.IsConnectionFailure && connection.Used && !cancellationToken.IsCancellationRequested)
            {
                // The server had closed a connection that lay idle, or has had enough of it: that says nothing about this message.
                connection.Client.Dispose();
                connection = new Connection(NewClient());
                outcome = await TryAsync(connection, message, parts, cancellationToken);
            }

            Return(connection, outcome);
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
        while (_idle.TryPop(out var connection))
        {
            connection.Client.Dispose();
        }

        _connections.Dispose();
    }

    private async Task<SendOutcome> TryAsync(Connection connection, MailMessage message, WatchedStream[] parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            part.Reset();
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.Timeout);
        try
        {
            // The client does not look at the token while it waits for the reply to the end of the data: WaitAsync does.
            await connection.Client.SendMailAsync(message, deadline.Token).WaitAsync(deadline.Token);
            return SmtpReplies.Sort(SmtpPhase.EndOfData, 250, "");
        }
        catch (SmtpFailedRecipientException e) when (HasReply(e))
        {
            return SmtpReplies.Sort(SmtpPhase.Recipient, (int)e.StatusCode, ReplyText(e));
        }
        catch (SmtpException e) when (HasReply(e))
        {
            // The reply answers MAIL or DATA when no data were asked for, and the end of the data otherwise.
            return SmtpReplies.Sort(Phase(parts) == SmtpPhase.EndOfData ? SmtpPhase.EndOfData : SmtpPhase.Mail, (int)e.StatusCode, ReplyText(e));
        }
        catch (SmtpException e) when (e.InnerException is AuthenticationException tls)
        {
            return SmtpReplies.SessionRefused($"The mail server's certificate is not good: {tls.Message}");
        }
        catch (SmtpException e) when (e.InnerException is null && e.Message.Contains("ASCII", StringComparison.Ordinal))
        {
            // The client looked at what the server offers and gave up by itself; its words are all there is to tell by.
            return SmtpReplies.NeedsSmtpUtf8;
        }
        catch (SmtpException e) when (IsUnprotected(e))
        {
            return SmtpReplies.SessionRefused("The mail server does not offer STARTTLS, and Digest:Smtp:Security requires it.");
        }
        catch (SmtpException e)
        {
            return SmtpReplies.SortFailure(Phase(parts), (e.InnerException?.InnerException ?? e.InnerException ?? e).Message);
        }
        catch (OperationCanceledException)
        {
            return SmtpReplies.SortCancellation(Phase(parts), options.Timeout, cancellationToken.IsCancellationRequested);
        }
    }

    private static SmtpPhase Phase(WatchedStream[] parts) =>
        !parts.Any(p => p.Begun) ? SmtpPhase.Session : parts[^1].Ended ? SmtpPhase.EndOfData : SmtpPhase.Data;

    private static bool HasReply(SmtpException e) => (int)e.StatusCode is >= 200 and < 600;

    private bool IsUnprotected(SmtpException e) =>
        options.Security == SmtpSecurity.StartTls && e.InnerException is null && e.StatusCode == SmtpStatusCode.GeneralFailure;

    private static string ReplyText(SmtpException e)
    {
        const string Before = "The server response was: ";
        var at = e.Message.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? e.Message : e.Message[(at + Before.Length)..];
    }

    private static WatchedStream[] Watch(MailMessage message)
    {
        if (message.AlternateViews.Count == 0)
        {
            throw new ArgumentException("The message has no alternate views; their streams are what tells how far a failed send had come.", nameof(message));
        }

        var watched = new List<WatchedStream>();
        for (var i = 0; i < message.AlternateViews.Count; i++)
        {
            var view = message.AlternateViews[i];
            if (view.ContentStream is not WatchedStream stream)
            {
                stream = new WatchedStream(view.ContentStream);
                message.AlternateViews[i] = new AlternateView(stream, view.ContentType) { TransferEncoding = view.TransferEncoding };
            }

            watched.Add(stream);
        }

        return [.. watched];
    }

    private Connection Rent()
    {
        while (_idle.TryPop(out var connection))
        {
            if (clock.GetElapsedTime(connection.LastUsed) < options.IdleLimit)
            {
                return connection;
            }

            connection.Client.Dispose();
        }

        return new Connection(NewClient());
    }

    private void Return(Connection connection, SendOutcome outcome)
    {
        if (outcome.Result == SendResult.Accepted)
        {
            connection.Used = true;
            connection.LastUsed = clock.GetTimestamp();
            _idle.Push(connection);
        }
        else
        {
            connection.Client.Dispose();
        }
    }

    private SmtpClient NewClient() => new(options.Host, options.Port)
    {
        EnableSsl = options.Security == SmtpSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = options.UserName is null ? null : new NetworkCredential(options.UserName, options.Password),
        DeliveryFormat = SmtpDeliveryFormat.International,
    };

    private sealed class Connection(SmtpClient client)
    {
        public SmtpClient Client { get; } = client;

        public bool Used { get; set; }

        public long LastUsed { get; set; }
    }
}
