using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Digest.Cli.Tools;

/// <summary>
/// A server run by Node. Its process id is kept in a file: a host that was killed leaves its servers running, and the
/// next one takes charge of them again.
/// </summary>
public sealed class NodeService : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly Process? _process;
    private readonly string _pidFile;

    private NodeService(Process? process, string pidFile)
    {
        _process = process;
        _pidFile = pidFile;
    }

    /// <summary>Starts the server, or takes the one that answers already.</summary>
    /// <param name="name">What it is, for messages: "storage emulator".</param>
    /// <param name="arguments">Script and arguments for Node.</param>
    /// <param name="folder">Where its log and process id are kept.</param>
    /// <param name="ports">TCP ports it listens on, each with the option that changes it.</param>
    /// <param name="answers">Tells whether this very server answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
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
        if (await answers(cancellationToken))
        {
            return new NodeService(Adopt(pidFile), pidFile);
        }

        foreach (var (port, option) in ports)
        {
            if (await IsTakenAsync(port, cancellationToken))
            {
                throw new ToolException(
                    $"Port {port} is taken by another program, and the {name} needs it: stop that program, or give another port with {option}.");
            }
        }

        var log = Path.Combine(folder, "server.log");
        var process = await LaunchAsync(arguments, log, cancellationToken);
        await File.WriteAllTextAsync(pidFile, Identity(process), cancellationToken);
        var service = new NodeService(process, pidFile);
        var waited = Stopwatch.StartNew();
        while (!await answers(cancellationToken))
        {
            if (process.HasExited || waited.Elapsed > LongestStart)
            {
                await service.DisposeAsync();
                throw new ToolException($"The {name} did not start. Its last words are in {log}: {LastWords(log)}");
            }

            await Task.Delay(50, cancellationToken);
        }

        return service;
    }

    /// <summary>Stops the server if this host started it (or took it over from a killed one).</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        using (_process)
        {
            await StopAsync(_process);
        }

        File.Delete(_pidFile);
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

    private static async Task<Process> LaunchAsync(IReadOnlyList<string> arguments, string log, CancellationToken cancellationToken)
    {
        var launcher = Path.Combine(AppContext.BaseDirectory, "Tools", "node", "detach.cjs");
        using var start = Process.Start(new ProcessStartInfo("node", [launcher, log, .. arguments]) { RedirectStandardOutput = true })
            ?? throw new ToolException("node could not be started.");
        var pid = await start.StandardOutput.ReadToEndAsync(cancellationToken);
        await start.WaitForExitAsync(cancellationToken);
        return int.TryParse(pid, CultureInfo.InvariantCulture, out var id) && Find(id) is { } process
            ? process
            : throw new ToolException($"A server did not start. Its last words are in {log}: {LastWords(log)}");
    }

    private static Process? Find(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The server named by the file, if it still runs and is the same process (ids are used again).</summary>
    private static Process? Adopt(string pidFile)
    {
        if (!File.Exists(pidFile) || File.ReadAllText(pidFile) is not { Length: > 0 } identity)
        {
            return null;
        }

        if (!int.TryParse(identity.Split(' ')[0], CultureInfo.InvariantCulture, out var id) || Find(id) is not { } process)
        {
            return null;
        }

        if (string.Equals(Identity(process), identity, StringComparison.Ordinal))
        {
            return process;
        }

        process.Dispose();
        return null;
    }

    private static string Identity(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime():yyyy-MM-ddTHH:mm:ss}");

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
