using System.Diagnostics;
using System.Text;
using Xunit;

namespace Digest.Cli.Tests.Commands;

/// <summary>A terminal in an empty folder, with environment variables of its own, in which <c>digest</c> runs as a process.</summary>
internal sealed class Terminal : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("digest-terminal-").FullName;

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs a command to its end; what it was to print holds no colours and no stack trace.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(string line)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "digest.dll"), .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a command that must fail with one sentence, and gives that.</summary>
    public async Task<string> FailAsync(string line)
    {
        var (code, _, errors) = await RunAsync(line);
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors.Trim();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
