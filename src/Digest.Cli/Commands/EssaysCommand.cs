using System.CommandLine;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest essays list|pin|hold|release</c>: the essays and their place in the next issue.</summary>
internal static class EssaysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("essays", "Lists the essays; pins one to the top of the next issue, holds one back, or releases it.")
    {
        List(),
        Place("pin", "Puts an essay first in the next issue.", EssayPlacement.Pinned),
        Place("hold", "Keeps an essay out of the issues until it is released.", EssayPlacement.Held),
        Place("release", "Lets an essay take its turn again.", EssayPlacement.Normal),
    };

    private static Command List()
    {
        var waiting = new Option<bool>("--waiting") { Description = "Only essays that no issue has carried." };
        var command = new Command("list", "Lists the essays with their ids.") { waiting };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var only = parsed.GetValue(waiting);
                await foreach (var entry in services.GetRequiredService<IEssayStore>().ListAsync(cancel))
                {
                    if (!only || entry.IssueId is null)
                    {
                        var place = entry.IssueId ?? (entry.Placement == EssayPlacement.Normal ? "waiting" : entry.Placement.ToString().ToLowerInvariant());
                        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{place,-12} {entry.Id}  {entry.Title}");
                    }
                }

                return 0;
            },
            token));
        return command;
    }

    private static Command Place(string verb, string description, EssayPlacement placement)
    {
        var essay = new Argument<string>("essay") { Description = "Id of the essay; digest essays list shows them." };
        var command = new Command(verb, description) { essay };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var id = parsed.GetRequiredValue(essay);
                if (await services.GetRequiredService<IEssayStore>().PlaceAsync(id, placement, cancel))
                {
                    return 0;
                }

                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no essay {id}.");
                return 2;
            },
            token));
        return command;
    }
}
