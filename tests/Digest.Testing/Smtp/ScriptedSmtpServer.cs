using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Digest.Testing.Smtp;

/// <summary>A real SMTP server over TCP on the loopback interface that follows a script: it accepts, refuses, delays and fails as a test wants.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private static readonly Lazy<X509Certificate2> Certificate = new(SelfSigned);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentDictionary<Task, byte> _conversations = new();
    private readonly Queue<long> _lastMessages = new();
    private readonly Lock _rate = new();
    private readonly Task _accepting;
    private int _open;
    private int _mostOpen;
    private int _connections;

    public ScriptedSmtpServer(SmtpServerOptions? options = null)
    {
        Options = options ?? new SmtpServerOptions();
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public SmtpServerOptions Options { get; set; }

    public int Port { get; }

    /// <summary>Everything the server took responsibility for, in order.</summary>
    public IReadOnlyCollection<ReceivedMail> Received => _received;

    /// <summary>Connections made so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Most connections that were open at once.</summary>
    public int MostOpenConnections => Volatile.Read(ref _mostOpen);

    internal static X509Certificate2 ServerCertificate => Certificate.Value;

    internal CancellationToken Stopping => _stop.Token;

    /// <summary>How often a recipient was named in a RCPT.</summary>
    public int AttemptsFor(string recipient) => _attempts.GetValueOrDefault(recipient);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations.Keys);
        _stop.Dispose();
    }

    internal int Attempt(string recipient) => _attempts.AddOrUpdate(recipient, 1, (_, n) => n + 1);

    internal void Take(ReceivedMail mail)
    {
        _received.Enqueue(mail);
        Options.OnAccepted?.Invoke(mail);
    }

    /// <summary>True while the rate limit leaves room for one more message in this second.</summary>
    internal bool MayTake()
    {
        if (Options.MaxMessagesPerSecond == int.MaxValue)
        {
            return true;
        }

        lock (_rate)
        {
            var now = Environment.TickCount64;
            while (_lastMessages.TryPeek(out var oldest) && now - oldest >= 1000)
            {
                _lastMessages.Dequeue();
            }

            if (_lastMessages.Count >= Options.MaxMessagesPerSecond)
            {
                return false;
            }

            _lastMessages.Enqueue(now);
            return true;
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var conversation = ServeAsync(client);
                _conversations[conversation] = 0;
                _ = conversation.ContinueWith(done => _conversations.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var number = Interlocked.Increment(ref _connections);
        var open = Interlocked.Increment(ref _open);
        try
        {
            using (client)
            {
                client.NoDelay = true;
                int most;
                while (open > (most = Volatile.Read(ref _mostOpen)) && Interlocked.CompareExchange(ref _mostOpen, open, most) != most)
                {
                }

                using var conversation = new SmtpConversation(this, client, number, refuse: open > Options.MaxConnections);
                await conversation.RunAsync();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, as clients do.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
