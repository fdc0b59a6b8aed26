using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Functions.Mail;
using Digest.Testing;
using Digest.Testing.Smtp;
using static Digest.Testing.Smtp.SmtpMoment;
using Xunit;

namespace Digest.Functions.Tests.Mail;

/// <summary>
/// What every <see cref="IMailSender"/> must say of what a server does. A sender may be less certain than another where
/// its library hides how far it had come (<see cref="KnowsEndOfData"/>), never more.
/// </summary>
public abstract class MailSenderContract
{
    private const string Reader = "reader@example.org";

    /// <summary>True when the sender can tell a connection lost while the data went out from one lost after their end.</summary>
    protected abstract bool KnowsEndOfData { get; }

    protected abstract IMailSender Create(SmtpOptions options);

    [Fact]
    public async Task A_message_that_is_taken_is_accepted_with_its_headers_and_parts_whole()
    {
        await using var server = new ScriptedSmtpServer();
        var outcome = await SendAsync(server);
        Assert.Equal(SendResult.Accepted, outcome.Result);
        var mail = Assert.Single(server.Received);
        Assert.Equal(Reader, mail.Recipient);
        Assert.Equal("sender@example.org", mail.Sender);
        Assert.Equal("<issue.1@example.org>", mail.Header("Message-ID"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.True(mail.Data.IndexOf("text/plain", StringComparison.Ordinal) < mail.Data.IndexOf("text/html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(550, "5.1.1 No such user", SendResult.RecipientRefused)]
    [InlineData(550, "No such user here", SendResult.RecipientRefused)]
    [InlineData(552, "5.2.2 Mailbox full", SendResult.RecipientRefused)]
    [InlineData(550, "5.7.1 Blocked by the recipient's policy", SendResult.RecipientRefused)]
    [InlineData(554, "5.7.1 <reader@example.org>: Relay access denied", SendResult.SenderRefused)]
    [InlineData(550, "5.4.5 Daily user sending limit exceeded", SendResult.SenderRefused)]
    [InlineData(450, "4.2.0 Greylisted, try again later", SendResult.Deferred)]
    [InlineData(451, "4.7.1 Try again", SendResult.Deferred)]
    [InlineData(452, "4.2.2 Mailbox full", SendResult.Deferred)]
    [InlineData(421, "4.3.2 Shutting down", SendResult.Deferred)]
    public async Task A_reply_to_RCPT_is_sorted(int code, string text, SendResult expected)
    {
        await using var server = ServerThat(Rcpt, new SmtpAct.Reply(code, text));
        var outcome = await SendAsync(server);
        Assert.Equal(expected, outcome.Result);
        Assert.Equal(code, outcome.ReplyCode);
        Assert.Equal(text.StartsWith('N') ? null : text[..5], outcome.EnhancedStatus);
        Assert.DoesNotContain(Reader, outcome.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(550, "5.7.1 Sender rejected", SendResult.SenderRefused)]
    [InlineData(553, "5.1.8 Sender domain does not exist", SendResult.SenderRefused)]
    [InlineData(552, "5.3.4 Message too big", SendResult.SenderRefused)]
    [InlineData(451, "4.3.0 Temporary failure", SendResult.Deferred)]
    public async Task A_reply_to_MAIL_is_sorted(int code, string text, SendResult expected)
    {
        await using var server = ServerThat(SmtpMoment.Mail, new SmtpAct.Reply(code, text));
        var outcome = await SendAsync(server);
        Assert.Equal(expected, outcome.Result);
        Assert.Equal(code, outcome.ReplyCode);
    }

    [Theory]
    [InlineData(554, "5.7.1 Looks like spam", SendResult.SenderRefused)]
    [InlineData(552, "5.2.2 Mailbox full", SendResult.RecipientRefused)]
    [InlineData(550, "5.1.1 No such user", SendResult.RecipientRefused)]
    [InlineData(451, "4.7.1 Greylisted", SendResult.Deferred)]
    [InlineData(554, "5.6.0 Message content refused", SendResult.SenderRefused)]
    public async Task A_reply_to_the_end_of_the_data_is_sorted(int code, string text, SendResult expected)
    {
        await using var server = ServerThat(EndOfData, new SmtpAct.Reply(code, text));
        var outcome = await SendAsync(server);
        Assert.Equal(expected, outcome.Result);
        Assert.Equal(code, outcome.ReplyCode);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(Connect)]
    [InlineData(Ehlo)]
    [InlineData(SmtpMoment.Mail)]
    [InlineData(Rcpt)]
    [InlineData(SmtpMoment.Data)]
    public async Task A_connection_lost_before_the_data_is_a_deferral(SmtpMoment moment)
    {
        await using var server = ServerThat(moment, new SmtpAct.Drop());
        var outcome = await SendAsync(server);
        Assert.Equal(SendResult.Deferred, outcome.Result);
        Assert.True(outcome.IsConnectionFailure);
    }

    [Fact]
    public async Task A_connection_lost_in_the_data_is_never_taken_for_a_delivery()
    {
        await using var server = ServerThat(Body, new SmtpAct.Drop());
        var outcome = await SendAsync(server, body: new string('x', 4_000_000));
        Assert.Equal(KnowsEndOfData ? SendResult.Deferred : SendResult.Uncertain, outcome.Result);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_connection_cut_before_the_250_is_uncertain_although_the_server_has_the_message()
    {
        await using var server = ServerThat(EndOfData, new SmtpAct.KeepAndDrop());
        var outcome = await SendAsync(server);
        Assert.Equal(SendResult.Uncertain, outcome.Result);
        Assert.False(Assert.Single(server.Received).Acknowledged);
    }

    [Fact]
    public async Task A_server_that_is_silent_after_the_data_makes_it_uncertain()
    {
        await using var server = ServerThat(EndOfData, new SmtpAct.Wait(TimeSpan.FromMinutes(10)));
        var outcome = await SendAsync(server, timeout: TimeSpan.FromSeconds(1));
        Assert.Equal(SendResult.Uncertain, outcome.Result);
    }

    [Fact]
    public async Task A_server_that_is_silent_before_the_data_makes_it_a_deferral()
    {
        await using var server = ServerThat(Rcpt, new SmtpAct.Wait(TimeSpan.FromMinutes(10)));
        var outcome = await SendAsync(server, timeout: TimeSpan.FromSeconds(1));
        Assert.Equal(SendResult.Deferred, outcome.Result);
    }

    [Theory]
    [InlineData(Rcpt, SendResult.Deferred)]
    [InlineData(EndOfData, SendResult.Uncertain)]
    public async Task A_caller_that_cuts_a_mail_off_is_not_taken_for_a_silent_server(SmtpMoment moment, SendResult expected)
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions
        {
            Script = step =>
            {
                if (step.Moment != moment)
                {
                    return null;
                }

                stop.CancelAfter(TimeSpan.FromMilliseconds(200));
                return new SmtpAct.Wait(TimeSpan.FromMinutes(10));
            },
        });
        var sender = Create(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Timeout = TimeSpan.FromSeconds(60) });
        using var message = Message();
        var outcome = await sender.SendAsync(message, stop.Token);
        (sender as IDisposable)?.Dispose();
        Assert.Equal(expected, outcome.Result);
        Assert.Equal("Cut off by the sender before the server answered.", outcome.Detail);
    }

    [Fact]
    public async Task No_server_at_all_is_a_deferral()
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = LoopbackPort.Take(), Timeout = TimeSpan.FromSeconds(5) };
        var sender = Create(options);
        using var message = Message();
        var outcome = await sender.SendAsync(message, CancellationToken.None);
        Assert.Equal(SendResult.Deferred, outcome.Result);
        Assert.True(outcome.IsConnectionFailure);
    }

    [Fact]
    public async Task Required_STARTTLS_that_is_not_offered_stops_the_issue()
    {
        await using var server = new ScriptedSmtpServer();
        var outcome = await SendAsync(server, security: SmtpSecurity.StartTls);
        Assert.Equal(SendResult.SenderRefused, outcome.Result);
        Assert.Contains("STARTTLS", outcome.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task STARTTLS_with_a_certificate_nobody_vouches_for_stops_the_issue()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { StartTls = true });
        var outcome = await SendAsync(server, security: SmtpSecurity.StartTls);
        Assert.Equal(SendResult.SenderRefused, outcome.Result);
        Assert.Contains("certificate", outcome.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_connection_lost_in_the_TLS_handshake_is_a_deferral()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { StartTls = true, Script = step => step.Moment == Handshake ? new SmtpAct.Drop() : null });
        var outcome = await SendAsync(server, security: SmtpSecurity.StartTls);
        Assert.Equal(SendResult.Deferred, outcome.Result);
        Assert.True(outcome.IsConnectionFailure);
    }

    [Fact]
    public async Task Silence_in_the_TLS_handshake_is_a_deferral()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { StartTls = true, Script = step => step.Moment == Handshake ? new SmtpAct.Wait(TimeSpan.FromMinutes(10)) : null });
        var outcome = await SendAsync(server, security: SmtpSecurity.StartTls, timeout: TimeSpan.FromSeconds(1));
        Assert.Equal(SendResult.Deferred, outcome.Result);
        Assert.True(outcome.IsConnectionFailure);
    }

    [Fact]
    public async Task A_wrong_password_stops_the_issue()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Login = ("digest", "right") });
        var outcome = await SendAsync(server, login: ("digest", "wrong"));
        Assert.Equal(SendResult.SenderRefused, outcome.Result);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_right_password_logs_in()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Login = ("digest", "right") });
        var outcome = await SendAsync(server, login: ("digest", "right"));
        Assert.Equal(SendResult.Accepted, outcome.Result);
    }

    [Fact]
    public async Task An_internationalised_address_reaches_a_server_that_can_take_it()
    {
        await using var server = new ScriptedSmtpServer();
        var outcome = await SendAsync(server, to: "jürgen@xn--mller-kva.example");
        Assert.Equal(SendResult.Accepted, outcome.Result);
        Assert.StartsWith("jürgen@", Assert.Single(server.Received).Recipient, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internationalised_address_is_refused_where_the_server_cannot_take_it()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { SmtpUtf8 = false });
        var outcome = await SendAsync(server, to: "jürgen@example.org");
        Assert.Equal(SendResult.RecipientRefused, outcome.Result);
        Assert.Equal("5.6.7", outcome.EnhancedStatus);
        Assert.Equal(0, server.AttemptsFor("jürgen@example.org"));
    }

    [Fact]
    public async Task Connections_are_used_again_and_never_more_than_allowed()
    {
        await using var server = new ScriptedSmtpServer();
        var sender = Create(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Connections = 3 });
        await Parallel.ForEachAsync(Enumerable.Range(0, 30), new ParallelOptions { MaxDegreeOfParallelism = 10 }, async (i, token) =>
        {
            using var message = Message($"reader{i}@example.org");
            Assert.Equal(SendResult.Accepted, (await sender.SendAsync(message, token)).Result);
        });
        (sender as IDisposable)?.Dispose();
        Assert.Equal(30, server.Received.Count);
        Assert.InRange(server.Connections, 1, 3);
    }

    [Fact]
    public async Task A_connection_the_server_closed_while_idle_costs_no_attempt()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { MaxMessagesPerConnection = 1 });
        var sender = Create(new SmtpOptions { Host = "127.0.0.1", Port = server.Port });
        for (var i = 0; i < 3; i++)
        {
            using var message = Message($"reader{i}@example.org");
            Assert.Equal(SendResult.Accepted, (await sender.SendAsync(message, CancellationToken.None)).Result);
        }

        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task A_full_server_defers()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { MaxConnections = 0 });
        var outcome = await SendAsync(server);
        Assert.Equal(SendResult.Deferred, outcome.Result);
    }

    private static ScriptedSmtpServer ServerThat(SmtpMoment moment, SmtpAct act) =>
        new(new SmtpServerOptions { Script = step => step.Moment == moment ? act : null });

    private async Task<SendOutcome> SendAsync(
        ScriptedSmtpServer server, string to = Reader, string body = "Hello.", SmtpSecurity security = SmtpSecurity.None,
        (string User, string Password)? login = null, TimeSpan? timeout = null)
    {
        var sender = Create(new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            UserName = login?.User,
            Password = login?.Password,
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        });
        using var message = Message(to, body);
        var outcome = await sender.SendAsync(message, CancellationToken.None);
        (sender as IDisposable)?.Dispose();
        return outcome;
    }

    private static MailMessage Message(string to = Reader, string body = "Hello.")
    {
        var message = new MailMessage("sender@example.org", to) { Subject = "Issue" };
        message.Headers.Add("Message-ID", "<issue.1@example.org>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        foreach (var (text, type) in new[] { (body, MediaTypeNames.Text.Plain), ($"<p>{body}</p>", MediaTypeNames.Text.Html) })
        {
            var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
            view.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(view);
        }

        return message;
    }
}
