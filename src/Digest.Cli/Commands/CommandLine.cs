using System.CommandLine;
using Digest.Core.Boilerplate;

namespace Digest.Cli.Commands;

/// <summary>Runs a command line. What whoever typed it can mend is told in a sentence; only what nobody expected has a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>Runs it.</summary>
    /// <param name="root">The command with all others below it.</param>
    /// <param name="args">What was typed.</param>
    /// <param name="console">Where output goes.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Command root, string[] args, InvocationConfiguration console)
    {
        console.EnableDefaultExceptionHandler = false;
        try
        {
            return await root.Parse(args).InvokeAsync(console);
        }
        catch (RuleSetException e)
        {
            await console.Error.WriteLineAsync($"A rule in src/Digest.Core/Boilerplate/Rules can't be used. {e.Message}");
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C needs no words.
        }
        catch (Exception e)
        {
            await console.Error.WriteLineAsync($"Unhandled exception: {e}");
        }

        return 1;
    }
}
