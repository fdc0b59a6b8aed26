using System.Diagnostics;
using System.Security.Cryptography;

namespace Digest.Cli.Tools;

/// <summary>
/// The npm packages that the local host starts, in the versions of the lock file beside this class. They are installed
/// once per lock file into the user's cache and shared by all checkouts.
/// </summary>
public sealed class NodeTools
{
    private const int OldestNode = 20;
    private static readonly TimeSpan LongestInstall = TimeSpan.FromMinutes(10);

    private readonly string _folder;

    private NodeTools(string folder) => _folder = folder;

    /// <summary>Makes sure that the packages are there.</summary>
    /// <param name="progress">Is told what happens, in short sentences; only called when there is something to install.</param>
    /// <param name="cancellationToken">Stops an installation; the next call begins it anew.</param>
    /// <exception cref="ToolException">Node or npm is missing or too old, or the installation failed: the message says what to do.</exception>
    public static async Task<NodeTools> EnsureAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        await RequireNodeAsync(cancellationToken);
        var source = Path.Combine(AppContext.BaseDirectory, "Tools", "node");
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        var cache = CacheFolder();
        var folder = Path.Combine(cache, "node-" + Convert.ToHexStringLower(SHA256.HashData(lockFile).AsSpan(0, 6)));
        var complete = Path.Combine(folder, ".complete");
        if (File.Exists(complete))
        {
            return new NodeTools(folder);
        }

        Directory.CreateDirectory(cache);
        await using var gate = await LockAsync(folder + ".lock", progress, cancellationToken);
        if (!File.Exists(complete))
        {
            progress("Installing the storage emulator and the mailbox (once, about 300 MB in all)…");
            Directory.CreateDirectory(folder);
            foreach (var file in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
            }

            await InstallAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(complete, string.Empty, cancellationToken);
        }

        return new NodeTools(folder);
    }

    /// <summary>Path of a script inside the installed packages.</summary>
    public string Script(string path) => Path.Combine(_folder, "node_modules", path);

    private static async Task RequireNodeAsync(CancellationToken cancellationToken)
    {
        string version;
        try
        {
            (_, version) = await RunAsync("node", ["--version"], null, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new ToolException($"Node.js is missing: install Node {OldestNode} or newer (it runs the storage emulator and the mailbox), then try again.");
        }

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < OldestNode)
        {
            throw new ToolException($"Node.js {version.Trim()} is too old: install Node {OldestNode} or newer, then try again.");
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestInstall);

        // --ignore-scripts: none of these packages needs its install script, and Node 20 can't build some optional parts.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var (exitCode, output) = OperatingSystem.IsWindows()
            ? await RunAsync("cmd", ["/c", "npm", .. arguments], folder, limit.Token)
            : await RunAsync("npm", arguments, folder, limit.Token);
        if (exitCode != 0)
        {
            throw new ToolException($"npm could not install the storage emulator and the mailbox (exit code {exitCode}): {LastLines(output)}");
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program, string[] arguments, string? folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? string.Empty,
        };
        using var process = Process.Start(start) ?? throw new ToolException($"{program} could not be started.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string CacheFolder()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "digest-pipeline");
    }

    /// <summary>Two hosts (or test runs) may start at once: one installs, the other waits.</summary>
    private static async Task<FileStream> LockAsync(string path, Action<string> progress, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LongestInstall)
            {
                if (!told)
                {
                    progress("Waiting for another installation of the same tools…");
                }

                await Task.Delay(250, cancellationToken);
            }
        }
    }

    private static string LastLines(string output) =>
        string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(4));
}

/// <summary>Something on this machine keeps the local host from starting; the message says what, and what to do.</summary>
public sealed class ToolException(string message) : Exception(message);
