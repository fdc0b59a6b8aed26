using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.Testing;

/// <summary>
/// Ports for the servers of a test. They lie below the ranges from which Linux (32768) and Windows (49152) take ports of outgoing connections
/// and of listeners that ask for any, and each is given once among all test processes: a port that is merely free when asked for is
/// sometimes taken by another process before its server starts.
/// </summary>
public static class LoopbackPort
{
    private const int First = 12_000;
    private const int Count = 20_000;
    private const int MostTries = 1_000;

    // A file held open marks a port as taken; the system lets go of it when the process ends.
    private static readonly ConcurrentBag<FileStream> Claims = [];
    private static readonly DirectoryInfo Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "digest-test-ports"));

    /// <summary>A port on which nothing listens over TCP or UDP, and which no other test is given.</summary>
    public static int Take()
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var port = First + Random.Shared.Next(Count);
            if (IsFree(port) && Claim(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException("No free port was found on the loopback interface.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            using var datagrams = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool Claim(int port)
    {
        try
        {
            Claims.Add(new FileStream(
                Path.Combine(Folder.FullName, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
