using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Digest.Cli.Tools;

/// <summary>
/// A server run by Node, of one folder. Its process id is kept in a file there: a host that was killed leaves its servers
/// running, and the folder's next one takes charge of them again. A server that the file does not name belongs to somebody
/// else. Who starts servers in a folder holds its <see cref="Up.DataFolder"/>.
/// </summary>
public sealed class NodeService : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    /// <summary>Ids are used again, but not this soon; and clocks are set a little now and then.</summary>
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly string _pidFile;

    private NodeService(Process process, string pidFile)
    {
        _process = process;
        _pidFile = pidFile;
    }

    /// <summary>Starts the server, or takes charge of the one that an earlier host left in the folder.</summary>
    /// <param name="name">What it is, for messages: "storage emulator".</param>
    /// <param name="arguments">Script and arguments for Node.</param>
    /// <param name="folder">Where its log and process id are kept.</param>
    /// <param name="ports">TCP ports it listens on, each with the option that changes it.</param>
    /// <param name="answers">Tells whether a server of this kind answers on the ports.</param>
    /// <param name="cancellationToken">Gives up; a server that was just started is stopped again.</param>
    /// <exception cref="ToolException">A port is taken by something else, or the server does not come up.</exception>
    public static async Task<NodeService> StartAsync(
        string name,
        IReadOnlyList<string> arguments,
        string folder,
        IReadOnlyList<(int Port, string Option)> ports,
        Func<CancellationToken, Task<bool>> answers,
        CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var pidFile = Path.Combine(folder, "server.pid");
        var isAnswered = await answers(cancellationToken);
        if (Find(pidFile) is { } left)
        {
            var service = new NodeService(left, pidFile);
            if (isAnswered)
            {
                return service;
            }

            // It hangs, or listens on the ports of another start: two servers must not share a folder.
            await service.DisposeAsync();
        }

        await RequirePortsAsync(name, ports, isAnswered, cancellationToken);
        return await LaunchAsync(name, arguments, Path.Combine(folder, "server.log"), pidFile, answers, cancellationToken);
    }

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            await StopAsync(_process);
        }

        File.Delete(_pidFile);
    }

    private static async Task RequirePortsAsync(
        string name, IReadOnlyList<(int Port, string Option)> ports, bool isAnswered, CancellationToken cancellationToken)
    {
        foreach (var (port, option) in ports)
        {
            if (await IsTakenAsync(port, cancellationToken))
            {
                throw new ToolException(isAnswered
                    ? $"Port {port} is taken by the {name} of another folder: stop it, or give another port with {option}."
                    : $"Port {port} is taken by another program, and the {name} needs it: stop that program, or give another port with {option}.");
            }
        }
    }

    private static async Task StopAsync(Process process)
    {
        using var limit = new CancellationTokenSource(LongestStop);
        try
        {
            // Asked politely first: the emulator writes its index to disk when it is told to end.
            if (!OperatingSystem.IsWindows())
            {
                using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await process.WaitForExitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It did not listen.
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<NodeService> LaunchAsync(
        string name, IReadOnlyList<string> arguments, string log, string pidFile, Func<CancellationToken, Task<bool>> answers, CancellationToken cancellationToken)
    {
        File.Delete(pidFile);
        var launcher = Path.Combine(AppContext.BaseDirectory, "Tools", "node", "detach.cjs");
        using (var start = Process.Start(new ProcessStartInfo("node", [launcher, pidFile, log, .. arguments])) ?? throw new ToolException("node could not be started."))
        {
            // A moment, and not to be given up in the middle of it: only then is it known what to stop.
            await start.WaitForExitAsync(CancellationToken.None);
        }

        var service = new NodeService(Find(pidFile) ?? throw new ToolException(NotStarted(name, log)), pidFile);
        try
        {
            var waited = Stopwatch.StartNew();
            while (!await answers(cancellationToken))
            {
                if (service._process.HasExited || waited.Elapsed > LongestStart)
                {
                    throw new ToolException(NotStarted(name, log));
                }

                await Task.Delay(50, cancellationToken);
            }

            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server named by the file, if it still runs and is the same process.</summary>
    private static Process? Find(string pidFile)
    {
        if (!File.Exists(pidFile)
            || File.ReadAllText(pidFile).Split(' ') is not [var id, var started]
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var pid)
            || !DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }

        Process? process = null;
        try
        {
            process = Process.GetProcessById(pid);
            if ((process.StartTime.ToUniversalTime() - time.UtcDateTime).Duration() < SameStart)
            {
                return process;
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended, or is somebody else's.
        }

        process?.Dispose();
        return null;
    }

    private static string NotStarted(string name, string log) => $"The {name} did not start. Its last words are in {log}: {LastWords(log)}";

    private static async Task<bool> IsTakenAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string LastWords(string log)
    {
        try
        {
            return string.Join(' ', File.ReadLines(log).Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(3));
        }
        catch (IOException)
        {
            return "(no log)";
        }
    }
}
