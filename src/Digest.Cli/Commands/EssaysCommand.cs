using System.CommandLine;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest essays [list]|pin|hold|withdraw|release</c>: the essays and their place in the next issue.</summary>
internal static class EssaysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var list = List();
        return new Command("essays", "Lists the essays; pins one to the top of the next issue, holds one back, takes one back, or releases it.")
        {
            list,
            Place("pin", "Puts an essay first in the next issue.", EssayPlacement.Pinned),
            Place("hold", "Keeps an essay out of the issues until it is released.", EssayPlacement.Held),
            Place("withdraw", "Takes an essay back: its page becomes a note, feeds and issues are without it.", EssayPlacement.Withdrawn),
            Place("release", "Lets an essay take its turn again.", EssayPlacement.Normal),
        }.DoingAs(list);
    }

    private static Command List()
    {
        var waiting = new Option<bool>("--waiting") { Description = "Only essays that no issue has carried." };
        var command = new Command("list", "Lists the essays with their place and id, and the drops that can't be used with the reason; what runs when none of these is named.") { waiting };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                await ListAsync(services, parsed.GetValue(waiting), parsed.InvocationConfiguration.Output, cancel);
                return 0;
            },
            token));
        return command;
    }

    /// <summary>Prints a line for each essay and, as the editors' page has them, the drops that can't be used.</summary>
    /// <param name="services">The digest's services.</param>
    /// <param name="waiting">True for the essays only that no issue has carried.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task ListAsync(IServiceProvider services, bool waiting, TextWriter output, CancellationToken cancellationToken)
    {
        var essays = services.GetRequiredService<IEssayStore>();
        var entries = await essays.ListAsync(cancellationToken)
            .Where(e => !waiting || e.IssueId is null).ToListAsync(cancellationToken);
        var twins = await services.GetRequiredService<FindTwins>().RunAsync(entries, cancellationToken);
        foreach (var entry in entries)
        {
            var twin = twins.GetValueOrDefault(entry.Id);
            var note = twin is not null ? $"{twin.Words}. {twin.Advice}"
                : entry.Placement == EssayPlacement.Held ? HeldDraft.Why(entry, await essays.FindAsync(entry.Id, cancellationToken)) : null;
            await output.WriteLineAsync($"{EditorPages.PlaceOf(entry, twin),-20}  {entry.Id}  {OneLine.Of(entry.Title)}{(note is null ? "" : $" — {note}")}");
        }

        if (entries.Count == 0)
        {
            await output.WriteLineAsync(waiting ? "No essay waits." : "There is no essay yet.");
        }

        if (waiting)
        {
            return;
        }

        var problems = await services.GetRequiredService<ReviewProblems>().RunAsync(ListLength.Most, cancellationToken);
        if (problems.Problems.Count > 0)
        {
            await output.WriteLineAsync($"\n{EditorPages.ProblemsHeading(problems.Problems.Count, problems.InAll)}");
            foreach (var problem in problems.Problems)
            {
                await output.WriteLineAsync($"  {OneLine.Of(problem.SourceName)}: {problem.Problem.Message}");
            }
        }
    }

    private static Command Place(string verb, string description, EssayPlacement placement)
    {
        var essay = new Argument<string>("essay") { Description = "Id of the essay; digest essays shows them." };
        var command = new Command(verb, description) { essay };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var id = parsed.GetRequiredValue(essay);
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                if (!EssayId.IsValid(id) || await services.GetRequiredService<PlaceEssay>().RunAsync(id, placement, cancel) is not { } placed)
                {
                    await error.WriteLineAsync($"There is no essay {id}.");
                    return 2;
                }

                await (placed.Done ? output : error).WriteLineAsync($"“{placed.Title}”: {placed.Says}");
                return placed.Done ? 0 : 2;
            },
            token));
        return command;
    }
}
