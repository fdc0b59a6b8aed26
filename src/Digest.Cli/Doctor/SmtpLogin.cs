using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Digest.Functions.Mail;

namespace Digest.Cli.Doctor;

/// <summary>Connects to the mail server, secures the connection, logs in and says goodbye: nothing is sent (RFC 5321, 3207, 4954).</summary>
/// <param name="options">The server.</param>
internal sealed class SmtpLogin(SmtpOptions options)
{
    private const string Subject = "Mail server";
    private const int LongestLine = 4096;
    private const int MostLines = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Tries it.</summary>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            return await LogInAsync(deadline.Token);
        }
        catch (AuthenticationException e)
        {
            return Finding.Fail(Subject, $"The certificate of {options.Host} is not good: {e.Message}");
        }
        catch (Exception e) when (e is SocketException or IOException or FormatException)
        {
            return Finding.Fail(Subject, $"{options.Host}:{options.Port} does not answer as a mail server: {e.Message} Check Digest:Smtp:Host and Digest:Smtp:Port.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Fail(Subject, $"{options.Host}:{options.Port} does not answer within {Patience.TotalSeconds:0} seconds. Check Digest:Smtp:Host, Digest:Smtp:Port and firewalls.");
        }
    }

    private async Task<Finding> LogInAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Host, options.Port, cancellationToken);
        Stream stream = client.GetStream();
        SslStream? secured = null;
        try
        {
            if (options.Security == SmtpSecurity.ImplicitTls)
            {
                stream = secured = await SecureAsync(stream, cancellationToken);
            }

            await ExpectAsync(stream, 220, cancellationToken);
            var offers = await HelloAsync(stream, cancellationToken);
            if (options.Security == SmtpSecurity.StartTls)
            {
                if (!offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase))
                {
                    return Finding.Fail(Subject, $"{options.Host} does not offer STARTTLS, which Digest:Smtp:Security requires. Use ImplicitTls on port 465, or another port.");
                }

                await TellAsync(stream, "STARTTLS", 220, cancellationToken);
                stream = secured = await SecureAsync(stream, cancellationToken);
                offers = await HelloAsync(stream, cancellationToken);
            }

            var login = options.UserName is null ? null : await AuthenticateAsync(stream, offers, cancellationToken);
            await WriteAsync(stream, "QUIT", cancellationToken);
            return login ?? Finding.Ok(Subject, $"{options.Host}:{options.Port} answers{(secured is null ? "" : $" over {secured.SslProtocol}")}; no login is configured.");
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task<Finding> AuthenticateAsync(Stream stream, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        if (options.OAuthScope is not null)
        {
            return Finding.Warn(Subject, $"{options.Host} answers. The login is made with the app's identity, which can't be tried from here.");
        }

        if (stream is not SslStream && options.Host is not ("127.0.0.1" or "localhost"))
        {
            return Finding.Fail(Subject, "The password was not sent, because the connection is not secured. Set Digest:Smtp:Security to StartTls or ImplicitTls.");
        }

        var mechanisms = offers.FirstOrDefault(o => o.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ', '=') ?? [];
        if (!mechanisms.Contains("PLAIN", StringComparer.Ordinal))
        {
            return Finding.Warn(Subject, $"{options.Host} answers and does not offer the login PLAIN, the only one this check knows; it was not tried.");
        }

        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{options.UserName}\0{options.Password}"));
        await WriteAsync(stream, "AUTH PLAIN " + secret, cancellationToken);
        var (code, _) = await ReadAsync(stream, cancellationToken);
        return code == 235
            ? Finding.Ok(Subject, $"{options.Host}:{options.Port} accepts the login.")
            : Finding.Fail(Subject, $"{options.Host} refuses the login with {code}. Check Digest:Smtp:UserName and Digest:Smtp:Password.");
    }

    private async Task<SslStream> SecureAsync(Stream stream, CancellationToken cancellationToken)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host }, cancellationToken);
        return secured;
    }

    private static async Task<IReadOnlyList<string>> HelloAsync(Stream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, "EHLO localhost", cancellationToken);
        return await ExpectAsync(stream, 250, cancellationToken);
    }

    private static async Task TellAsync(Stream stream, string command, int code, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, command, cancellationToken);
        await ExpectAsync(stream, code, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ExpectAsync(Stream stream, int code, CancellationToken cancellationToken)
    {
        var (answered, lines) = await ReadAsync(stream, cancellationToken);
        return answered == code ? lines : throw new FormatException($"It answers with {answered}.");
    }

    private static async Task<(int Code, IReadOnlyList<string> Lines)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(stream, cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
            {
                throw new FormatException("Its answer is not SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return (code, lines);
            }
        }

        throw new FormatException("Its answer has no end.");
    }

    // A byte at a time: what follows STARTTLS must not be read ahead of the handshake.
    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < LongestLine)
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                throw new IOException("It closed the connection.");
            }

            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        throw new FormatException("A line of its answer has no end.");
    }

    private static async Task WriteAsync(Stream stream, string line, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
}
