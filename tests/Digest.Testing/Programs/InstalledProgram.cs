using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Digest.Testing.Programs;

/// <summary>A program of the system that a test puts our output before: a feed reader, a filter, a parser.</summary>
public static class InstalledProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Where the program is; the test is skipped when it is not installed.</summary>
    /// <param name="name">Name of the program.</param>
    /// <param name="package">Debian package it comes with.</param>
    public static string Find(string name, string package)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not installed; on Debian it comes with the package {package}.");
        return path!;
    }

    /// <summary>Runs a program to its end and gives what it wrote.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads, or null for nothing.</param>
    /// <param name="home">Its home folder: nothing of the user's own settings is read or changed.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string path, IEnumerable<string> arguments, string? input, string home)
    {
        using var process = Start(path, arguments, home);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            Stop(process);
            throw new TimeoutException($"{path} did not end, or did not read its input.", e);
        }
    }

    /// <summary>Starts a program that goes on until it is stopped.</summary>
    public static Process Start(string path, IEnumerable<string> arguments, string home)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home,
        };
        start.Environment["HOME"] = home;
        start.Environment["XDG_CONFIG_HOME"] = Path.Combine(home, "config");
        start.Environment["XDG_DATA_HOME"] = Path.Combine(home, "data");
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    /// <summary>Stops a program and what it started.</summary>
    public static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended.
        }
    }
}
