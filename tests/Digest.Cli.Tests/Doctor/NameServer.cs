using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Digest.Testing;

namespace Digest.Cli.Tests.Doctor;

/// <summary>A name server on loopback that knows some TXT records. A record longer than a datagram's 512 bytes is given over TCP only.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private readonly Dictionary<string, string[]> _records;
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public NameServer(Dictionary<string, string[]> records)
    {
        _records = new Dictionary<string, string[]>(records, StringComparer.OrdinalIgnoreCase);
        Address = new IPEndPoint(IPAddress.Loopback, LoopbackPort.Take());
        _udp = new UdpClient(Address);
        _tcp = new TcpListener(Address);
        _tcp.Start();
        _running = Task.WhenAll(AnswerUdpAsync(), AnswerTcpAsync());
    }

    public IPEndPoint Address { get; }

    public int OverTcp { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();

        // Both loops end with the token; a socket closed under a loop that is about to listen again would throw what it does not expect.
        await _running;
        _udp.Dispose();
        _tcp.Dispose();
        _stop.Dispose();
    }

    private async Task AnswerUdpAsync()
    {
        try
        {
            while (true)
            {
                var question = await _udp.ReceiveAsync(_stop.Token);
                var answer = Answer(question.Buffer);
                await _udp.SendAsync(answer.Length <= 512 ? answer : Cut(answer, question.Buffer.Length), question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerTcpAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _tcp.AcceptTcpClientAsync(_stop.Token);
                OverTcp++;
                await using var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, _stop.Token);
                var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(question, _stop.Token);
                var answer = Answer(question);
                await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] question)
    {
        var labels = new List<string>();
        for (var at = 12; question[at] != 0; at += 1 + question[at])
        {
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        }

        var found = _records.GetValueOrDefault(string.Join('.', labels));
        var answer = new List<byte>(question);
        (answer[2], answer[3], answer[7]) = (0x81, found is null ? (byte)0x83 : (byte)0x80, (byte)(found?.Length ?? 0));
        foreach (var text in found ?? [])
        {
            // A pointer to the question's name, TXT, IN, a minute to live.
            var parts = text.Chunk(255).SelectMany(part => (byte[])[(byte)part.Length, .. Encoding.ASCII.GetBytes(part)]).ToArray();
            answer.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(parts.Length >> 8), (byte)parts.Length, .. parts]);
        }

        return [.. answer];
    }

    private static byte[] Cut(byte[] answer, int questionLength)
    {
        var cut = answer[..questionLength];
        (cut[2], cut[6], cut[7]) = ((byte)(cut[2] | 0x02), 0, 0);
        return cut;
    }
}
