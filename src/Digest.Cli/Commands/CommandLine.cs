using System.CommandLine;
using System.Xml;
using Azure;
using Azure.Identity;
using Digest.Cli.Host;
using Digest.Cli.Tools;
using Digest.Core.Boilerplate;
using Microsoft.Extensions.Options;

namespace Digest.Cli.Commands;

/// <summary>Runs a command line. What whoever typed it can mend is told in a sentence; only what nobody expected has a stack trace.</summary>
internal static class CommandLine
{
    private const string Away = "Storage does not answer. Start it with `digest up`, or set AzureWebJobsStorage to the storage you mean.";

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
        catch (OperationCanceledException)
        {
            // Ctrl+C needs no words.
        }
        catch (Exception e)
        {
            await console.Error.WriteLineAsync(Explain(e) ?? $"Unhandled exception: {e}");
        }

        return 1;
    }

    /// <summary>What to do about it, or null where nobody expected it.</summary>
    private static string? Explain(Exception e) => e switch
    {
        ToolException => e.Message,
        RuleSetException => $"A rule in src/Digest.Core/Boilerplate/Rules can't be used. {e.Message}",
        OptionsValidationException wrong => "A setting is wrong. " + string.Join(' ', wrong.Failures),
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            "Settings are wrong. " + string.Join(' ', many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)),
        AuthenticationFailedException => "Nobody is signed in to Azure, or not as somebody storage knows. Run `az login`, or set AzureWebJobsStorage to a connection string.",
        RequestFailedException { Status: 0 } => Away,
        XmlException => BlobScanner.Unlistable,
        AggregateException many when many.InnerExceptions.All(inner => inner is RequestFailedException or OperationCanceledException) => Away,
        RequestFailedException refused => $"Storage refused: {refused.ErrorCode ?? refused.Message} (status {refused.Status}).",
        IOException or UnauthorizedAccessException => e.Message,
        _ => null,
    };
}
