using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Digest.Cli.Doctor;

/// <summary>Asks one name server for TXT records: over UDP, and over TCP when the answer did not fit.</summary>
/// <param name="server">The name server.</param>
internal sealed class DnsClient(IPEndPoint server)
{
    private const int Tries = 2;
    private const int LargestDatagram = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The first name server of this machine, or null.</summary>
    public static DnsClient? OfThisMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().DnsAddresses)
        .Where(address => !address.IsIPv6SiteLocal)
        .Select(address => new DnsClient(new IPEndPoint(address, 53)))
        .FirstOrDefault();

    /// <summary>The TXT records of a name; none when the name does not exist.</summary>
    /// <exception cref="IOException">The name server does not answer, or refuses.</exception>
    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue);
        var question = DnsMessage.Question(id, name);
        for (var attempt = 1; ; attempt++)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Patience);
            try
            {
                var answer = DnsMessage.Read(await AskAsync(question, deadline.Token), id);
                if (answer.IsCut)
                {
                    answer = DnsMessage.Read(await AskOverTcpAsync(question, deadline.Token), id);
                }

                return answer.Code is 0 or 3
                    ? answer.Texts
                    : throw new IOException($"The name server {server.Address} answers {name} with code {answer.Code}.");
            }
            catch (Exception e) when (e is SocketException or FormatException or EndOfStreamException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                if (attempt == Tries)
                {
                    throw new IOException($"The name server {server.Address} does not answer.", e);
                }
            }
        }
    }

    private async Task<byte[]> AskAsync(byte[] question, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(question, cancellationToken);
        var buffer = new byte[LargestDatagram];
        var length = await socket.ReceiveAsync(buffer, cancellationToken);
        return buffer[..length];
    }

    // RFC 1035, 4.2.2: two bytes of length before each message.
    private async Task<byte[]> AskOverTcpAsync(byte[] question, CancellationToken cancellationToken)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, cancellationToken);
        await using var stream = client.GetStream();
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)question.Length);
        await stream.WriteAsync((byte[])[.. length, .. question], cancellationToken);
        await stream.ReadExactlyAsync(length, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return answer;
    }
}
