using System.Diagnostics;
using System.Globalization;
using System.Text;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>A machine for one test: a data folder and free ports, on which <c>digest up</c> runs as a process, as often as needed.</summary>
internal sealed class LocalMachine : IAsyncDisposable
{
    private readonly List<Process> _started = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("digest-up-").FullName;

    public LocalPorts Ports { get; } = new(
        LoopbackPort.Take(), LoopbackPort.Take(), LoopbackPort.Take(), LoopbackPort.Take(), LoopbackPort.Take());

    public Uri Site => new($"http://127.0.0.1:{Ports.Site}/");

    public Uri Mailbox => new($"http://127.0.0.1:{Ports.Mailbox}/");

    /// <summary>Starts <c>digest up</c> with more options.</summary>
    public UpProcess Start(params string[] options) => StartWith(new Dictionary<string, string?>(StringComparer.Ordinal), options);

    public UpProcess StartWith(IReadOnlyDictionary<string, string?> environment, params string[] options)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "digest.dll"), "up", "--data", Folder,
            "--port", Number(Ports.Site), "--blob-port", Number(Ports.Blob), "--queue-port", Number(Ports.Queue),
            "--smtp-port", Number(Ports.Smtp), "--mailbox-port", Number(Ports.Mailbox), .. options,
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : DotNet(), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _started.Add(process);
        return new UpProcess(process);
    }

    /// <summary>Ends what the test left running, servers included.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        foreach (var pidFile in Directory.GetFiles(Folder, "server.pid", SearchOption.AllDirectories))
        {
            var pid = int.Parse((await File.ReadAllTextAsync(pidFile)).Split(' ')[0], CultureInfo.InvariantCulture);
            try
            {
                using var server = Process.GetProcessById(pid);
                server.Kill();
                await server.WaitForExitAsync();
            }
            catch (ArgumentException)
            {
                // Ended by itself.
            }
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string DotNet() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A running <c>digest up</c>.</summary>
internal sealed class UpProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    public UpProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Waits until the output has <paramref name="text"/>.</summary>
    public async Task SaysAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(!_process.HasExited && waited.Elapsed < Patience, $"'{text}' was not said. Output:\n{Output}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> EndsAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>After the end: the output has <paramref name="text"/>.</summary>
    public async Task SaidAsync(string text)
    {
        // The parameterless wait also waits for the last lines of the redirected streams.
        await _process.WaitForExitAsync();
        Assert.Contains(text, Output, StringComparison.Ordinal);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What Ctrl+C and a service manager do.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await EndsAsync();
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
