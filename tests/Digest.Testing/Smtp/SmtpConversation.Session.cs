using System.Net.Security;
using System.Text;

namespace Digest.Testing.Smtp;

/// <summary>What comes before the mail: the server's extensions, STARTTLS (RFC 3207), AUTH PLAIN and LOGIN (RFC 4954).</summary>
internal sealed partial class SmtpConversation
{
    private bool _loggedIn;
    private bool _encrypted;

    private string Extensions()
    {
        var lines = new List<string> { "localhost", "PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 20000000" };
        if (server.Options.SmtpUtf8)
        {
            lines.Add("SMTPUTF8");
        }

        if (server.Options.StartTls && !_encrypted)
        {
            lines.Add("STARTTLS");
        }

        if (server.Options.Login is not null)
        {
            lines.Add("AUTH PLAIN LOGIN");
        }

        return string.Join("\r\n", lines.Select((line, i) => (i == lines.Count - 1 ? "250 " : "250-") + line));
    }

    private async Task<bool> StartTlsAsync()
    {
        if (!await MayGoOnAsync(SmtpMoment.StartTls))
        {
            return _alive;
        }

        await SendAsync("220 2.0.0 Go ahead");
        if (!await MayGoOnAsync(SmtpMoment.Handshake))
        {
            return _alive;
        }

        await EncryptAsync();
        return true;
    }

    private async Task EncryptAsync()
    {
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = ScriptedSmtpServer.ServerCertificate }, server.Stopping);
        _stream = tls;
        _openReader?.Dispose();
        _openReader = null;
        _encrypted = true;
    }

    private async Task<bool> LogInAsync(string line)
    {
        if (!await MayGoOnAsync(SmtpMoment.Auth))
        {
            return _alive;
        }

        var words = line.Split(' ');
        string user;
        string password;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var parts = Base64(words.Length > 2 ? words[2] : await AskAsync("")).Split('\0');
            (user, password) = (parts[1], parts[2]);
        }
        else
        {
            user = Base64(words.Length > 2 ? words[2] : await AskAsync("VXNlcm5hbWU6"));
            password = Base64(await AskAsync("UGFzc3dvcmQ6"));
        }

        _loggedIn = (user, password) == server.Options.Login;
        return await SendAsync(_loggedIn ? "235 2.7.0 Authenticated" : "535 5.7.8 Username and password not accepted");
    }

    private async Task<string> AskAsync(string prompt)
    {
        await SendAsync("334 " + prompt);
        return await Reader.ReadLineAsync(server.Stopping) ?? throw new IOException("The client went away.");
    }

    private static string Base64(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
