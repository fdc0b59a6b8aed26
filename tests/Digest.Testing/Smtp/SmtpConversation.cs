using System.Net.Sockets;
using System.Text;

namespace Digest.Testing.Smtp;

/// <summary>One connection of <see cref="ScriptedSmtpServer"/>: RFC 5321 with pipelining: the mail transactions.</summary>
internal sealed partial class SmtpConversation(ScriptedSmtpServer server, TcpClient client, int number, bool refuse) : IDisposable
{
    private Stream _stream = client.GetStream();
    private StreamReader? _openReader;
    private string? _sender;
    private string? _recipient;
    private bool _international;
    private int _attempt;
    private int _messages;
    private bool _alive = true;

    private StreamReader Reader => _openReader ??= new StreamReader(_stream, Encoding.Latin1, false, 4096, leaveOpen: true);

    public void Dispose()
    {
        _openReader?.Dispose();
        _stream.Dispose();
    }

    public async Task RunAsync()
    {
        if (server.Options.ImplicitTls)
        {
            await EncryptAsync();
        }

        if (refuse)
        {
            await SendAsync("421 4.7.0 Too many connections from your host");
            return;
        }

        if (!await MayGoOnAsync(SmtpMoment.Connect))
        {
            return;
        }

        await SendAsync("220 localhost ESMTP scripted");
        while (await Reader.ReadLineAsync(server.Stopping) is { } line)
        {
            if (!await AnswerAsync(line))
            {
                return;
            }
        }
    }

    private async Task<bool> AnswerAsync(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
        switch (verb)
        {
            case "EHLO" or "HELO":
                return !await MayGoOnAsync(SmtpMoment.Ehlo) ? _alive : await SendAsync(verb == "EHLO" ? Extensions() : "250 localhost");
            case "STARTTLS" when server.Options.StartTls:
                return await StartTlsAsync();
            case "AUTH" when server.Options.Login is not null:
                return await LogInAsync(line);
            case "MAIL":
                return await MailAsync(line);
            case "RCPT":
                return await RecipientAsync(line);
            case "DATA":
                return await DataAsync();
            case "RSET":
                _sender = _recipient = null;
                return await SendAsync("250 2.0.0 OK");
            case "NOOP":
                return await SendAsync("250 2.0.0 OK");
            case "QUIT":
                await SendAsync("221 2.0.0 Bye");
                return false;
            default:
                return await SendAsync("502 5.5.1 Command not implemented");
        }
    }

    private async Task<bool> MailAsync(string line)
    {
        _messages++;
        if (_messages > server.Options.MaxMessagesPerConnection)
        {
            await SendAsync("421 4.7.0 Too many messages on this connection");
            return false;
        }

        if (server.Options.Login is not null && !_loggedIn)
        {
            return await SendAsync("530 5.7.0 Authentication required");
        }

        if (!await MayGoOnAsync(SmtpMoment.Mail))
        {
            return _alive;
        }

        _sender = PathOf(line);
        _international = line.EndsWith(" SMTPUTF8", StringComparison.OrdinalIgnoreCase) || line.Contains(" SMTPUTF8 ", StringComparison.OrdinalIgnoreCase);
        return await SendAsync("250 2.1.0 OK");
    }

    private async Task<bool> RecipientAsync(string line)
    {
        _recipient = PathOf(line);
        _attempt = server.Attempt(_recipient);
        if (_sender is null)
        {
            return await SendAsync("503 5.5.1 MAIL first");
        }

        // RFC 6531: an address beyond ASCII only in a transaction that was begun with SMTPUTF8.
        if (!_international && !Ascii.IsValid(_recipient))
        {
            _recipient = null;
            return await SendAsync("553 5.6.7 The address needs SMTPUTF8");
        }

        if (!await MayGoOnAsync(SmtpMoment.Rcpt))
        {
            _recipient = null;
            return _alive;
        }

        if (!server.MayTake())
        {
            _recipient = null;
            return await SendAsync("450 4.7.1 Too many messages, slow down");
        }

        return await SendAsync("250 2.1.5 OK");
    }

    private async Task<bool> DataAsync()
    {
        if (_sender is null || _recipient is null)
        {
            return await SendAsync("503 5.5.1 RCPT first");
        }

        if (!await MayGoOnAsync(SmtpMoment.Data))
        {
            return _alive;
        }

        await SendAsync("354 Go ahead");
        var data = new StringBuilder();
        var act = Act(SmtpMoment.Body);
        while (await Reader.ReadLineAsync(server.Stopping) is { } line)
        {
            if (line == ".")
            {
                return await EndOfDataAsync(data.ToString());
            }

            if (act is SmtpAct.Drop)
            {
                Reset();
                return false;
            }

            if (act is SmtpAct.Wait wait)
            {
                await Task.Delay(wait.Time, server.Stopping);
                act = null;
            }

            data.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return false;
    }

    private async Task<bool> EndOfDataAsync(string data)
    {
        var act = Act(SmtpMoment.EndOfData);
        var mail = new ReceivedMail(_sender!, _recipient!, data, Acknowledged: act is not SmtpAct.KeepAndDrop);
        switch (act)
        {
            case SmtpAct.Reply(var code, var text):
                _sender = _recipient = null;
                return await SendAsync($"{code} {text}") && code != 421;
            case SmtpAct.Drop:
                Reset();
                return false;
            case SmtpAct.KeepAndDrop:
                server.Take(mail);
                Reset();
                return false;
            case SmtpAct.Wait wait:
                await Task.Delay(wait.Time, server.Stopping);
                break;
        }

        server.Take(mail);
        _sender = _recipient = null;
        return await SendAsync("250 2.0.0 Taken");
    }

    /// <summary>Does what the script wants at this moment; true when the usual answer is still due.</summary>
    private async Task<bool> MayGoOnAsync(SmtpMoment moment)
    {
        switch (Act(moment))
        {
            case SmtpAct.Reply(var code, var text):
                await SendAsync($"{code} {text}");
                _alive = code != 421;
                return false;
            case SmtpAct.Drop or SmtpAct.KeepAndDrop:
                Reset();
                _alive = false;
                return false;
            case SmtpAct.Wait wait:
                await Task.Delay(wait.Time, server.Stopping);
                return true;
            default:
                return true;
        }
    }

    private SmtpAct? Act(SmtpMoment moment) => server.Options.Script(new SmtpStep(
        moment, _recipient, _recipient is null ? 0 : _attempt, number, _messages));

    // A reset tells the client at once; a quiet close would let it write into the void.
    private void Reset() => client.Client.LingerState = new LingerOption(enable: true, seconds: 0);

    private static string PathOf(string line)
    {
        var open = line.IndexOf('<', StringComparison.Ordinal);
        var close = line.IndexOf('>', StringComparison.Ordinal);
        return open < 0 || close < open ? "" : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(open + 1)..close]));
    }

    private async Task<bool> SendAsync(string reply)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), server.Stopping);
        return true;
    }
}
