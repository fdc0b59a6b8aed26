namespace Digest.Testing.Smtp;

/// <summary>Where in the conversation the server asks its script what to do.</summary>
public enum SmtpMoment
{
    Connect,
    Ehlo,
    StartTls,

    /// <summary>After the 220 to STARTTLS, where the client waits for the TLS handshake.</summary>
    Handshake,
    Auth,
    Mail,
    Rcpt,
    Data,

    /// <summary>After 354, while the message is coming in.</summary>
    Body,

    /// <summary>After the message's last line, before the reply.</summary>
    EndOfData,
}

/// <summary>A moment of one conversation.</summary>
/// <param name="Moment">Where it stands.</param>
/// <param name="Recipient">The recipient of the transaction, from <see cref="SmtpMoment.Rcpt"/> on.</param>
/// <param name="Attempt">How often this recipient was named in a RCPT so far, this time counted; 0 before.</param>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="Message">Number of the transaction on this connection, from 1.</param>
public sealed record SmtpStep(SmtpMoment Moment, string? Recipient, int Attempt, int Connection, int Message);

/// <summary>What the server does instead of the usual thing.</summary>
public abstract record SmtpAct
{
    /// <summary>Answers with this and goes on (after 421 it closes).</summary>
    public sealed record Reply(int Code, string Text) : SmtpAct;

    /// <summary>Closes the connection without a word. At <see cref="SmtpMoment.Body"/> it does so in the middle of the message.</summary>
    public sealed record Drop : SmtpAct;

    /// <summary>At the end of the data: keeps the message, and closes before the 250 is sent.</summary>
    public sealed record KeepAndDrop : SmtpAct;

    /// <summary>Waits, then goes on as usual.</summary>
    public sealed record Wait(TimeSpan Time) : SmtpAct;
}

/// <summary>What the server offers and how it behaves.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>Called at every moment; null means: as usual.</summary>
    public Func<SmtpStep, SmtpAct?> Script { get; init; } = _ => null;

    /// <summary>Offers STARTTLS with a self-signed certificate.</summary>
    public bool StartTls { get; init; }

    /// <summary>Speaks TLS from the first byte.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>Refuses mail before a login with these; null for no login.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>Offers SMTPUTF8.</summary>
    public bool SmtpUtf8 { get; init; } = true;

    /// <summary>Further connections get 421.</summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>Messages a connection may send; then 421.</summary>
    public int MaxMessagesPerConnection { get; init; } = int.MaxValue;

    /// <summary>Messages in any second; beyond it 450 4.7.1 to the RCPT.</summary>
    public int MaxMessagesPerSecond { get; init; } = int.MaxValue;

    /// <summary>Called for each message the server takes, before its 250.</summary>
    public Action<ReceivedMail>? OnAccepted { get; init; }
}

/// <summary>A message the server took responsibility for.</summary>
/// <param name="Sender">Envelope sender.</param>
/// <param name="Recipient">Envelope recipient.</param>
/// <param name="Data">The message, lines ending in LF, dots unstuffed, one char a byte.</param>
/// <param name="Acknowledged">False when the connection was cut before the 250.</param>
public sealed record ReceivedMail(string Sender, string Recipient, string Data, bool Acknowledged)
{
    /// <summary>The first value of a header, unfolded, or null.</summary>
    public string? Header(string name)
    {
        var unfolded = Data[..Math.Max(0, Data.IndexOf("\n\n", StringComparison.Ordinal))].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
        return unfolded.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
    }
}
