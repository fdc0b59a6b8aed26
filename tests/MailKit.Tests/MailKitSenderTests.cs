using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Functions.Mail;
using Digest.Functions.Tests.Mail;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.MailKit.Tests;

/// <summary>The contract, and what this sender alone can do.</summary>
public sealed class MailKitSenderTests : MailSenderContract
{
    protected override bool KnowsEndOfData => true;

    protected override IMailSender Create(SmtpOptions options) => new MailKitSender(options, TimeProvider.System);

    [Theory]
    [InlineData(454, "4.7.0 Too many logins", SendResult.Deferred)]
    [InlineData(421, "4.3.2 Shutting down", SendResult.Deferred)]
    [InlineData(535, "5.7.8 Not accepted", SendResult.SenderRefused)]
    [InlineData(534, "5.7.9 Mechanism too weak", SendResult.SenderRefused)]
    public async Task A_reply_to_AUTH_is_sorted_and_a_deferral_speaks_of_the_session(int code, string text, SendResult expected)
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions
        {
            Login = ("digest", "right"),
            Script = step => step.Moment == SmtpMoment.Auth ? new SmtpAct.Reply(code, text) : null,
        });
        var outcome = await SendAsync(new SmtpOptions { Port = server.Port, UserName = "digest", Password = "right" });
        Assert.Equal(expected, outcome.Result);
        Assert.Equal(expected == SendResult.Deferred, outcome.IsConnectionFailure);
        if (code is 454 or 535)
        {
            // After a 421 the connection is closed, after a 534 another mechanism is tried: what is told then is up to the library.
            Assert.Equal(code, outcome.ReplyCode);
            Assert.Contains(text, outcome.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_connection_whose_login_failed_is_not_used_again()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions
        {
            Login = ("digest", "right"),
            Script = step => step.Moment == SmtpMoment.Auth && step.Connection == 1 ? new SmtpAct.Reply(454, "4.7.0 Too many logins") : null,
        });
        using var sender = new MailKitSender(new SmtpOptions { Port = server.Port, UserName = "digest", Password = "right" }, TimeProvider.System);
        using var message = Message();
        Assert.Equal(SendResult.Deferred, (await sender.SendAsync(message, CancellationToken.None)).Result);
        Assert.Equal(SendResult.Accepted, (await sender.SendAsync(message, CancellationToken.None)).Result);
    }

    [Fact]
    public async Task TLS_from_the_first_byte_with_a_certificate_nobody_vouches_for_stops_the_issue()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { ImplicitTls = true });
        var outcome = await SendAsync(new SmtpOptions { Port = server.Port, Security = SmtpSecurity.ImplicitTls });
        Assert.Equal(SendResult.SenderRefused, outcome.Result);
        Assert.Contains("certificate", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_turns_everybody_away_in_plain_words_instead_of_TLS_is_a_deferral()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { MaxConnections = 0 });
        var outcome = await SendAsync(new SmtpOptions { Port = server.Port, Security = SmtpSecurity.ImplicitTls, Timeout = TimeSpan.FromSeconds(5) });
        Assert.Equal(SendResult.Deferred, outcome.Result);
        Assert.Contains("TLS", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_not_to_be_had_is_a_deferral_and_the_next_try_connects_anew()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Login = ("digest", "right") });
        using var sender = new MailKitSender(
            new SmtpOptions { Port = server.Port, UserName = "digest", OAuthScope = "https://mail.example/.default" }, TimeProvider.System, new NoToken());
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var message = Message();
            var outcome = await sender.SendAsync(message, CancellationToken.None);
            Assert.Equal(SendResult.Deferred, outcome.Result);
            Assert.True(outcome.IsConnectionFailure);
            Assert.Contains("no answer from the token endpoint", outcome.Detail, StringComparison.Ordinal);
            Assert.Equal(attempt, server.Connections);
        }
    }

    private static async Task<SendOutcome> SendAsync(SmtpOptions options)
    {
        using var sender = new MailKitSender(options, TimeProvider.System);
        using var message = Message();
        return await sender.SendAsync(message, CancellationToken.None);
    }

    private static MailMessage Message()
    {
        var message = new MailMessage("sender@example.org", "reader@example.org") { Subject = "Issue" };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("Hello.", Encoding.UTF8, MediaTypeNames.Text.Plain));
        return message;
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("no answer from the token endpoint");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("no answer from the token endpoint");
    }
}
