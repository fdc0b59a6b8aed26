using System.CommandLine;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest assemble [--now]</c>: makes the issue that is due, or an extra one at once.</summary>
internal static class AssembleCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var now = new Option<bool>("--now") { Description = "Makes an issue of what waits, whatever the schedule says." };
        var command = new Command("assemble", "Makes the issue that is due, publishes it and puts it on the delivery queue.") { now };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var request = parsed.GetValue(now) ? AssembleRequest.Now : AssembleRequest.WhenDue;
                var result = await services.GetRequiredService<AssembleDigest>().RunAsync(request, cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(result.IssueId is null ? result.Reason : $"{result.IssueId}: {result.Reason}");
                return 0;
            },
            token));
        return command;
    }
}
