using System.CommandLine;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest issue [list]|set</c>: what an editor wants different in an issue to come, and what was decided so far.</summary>
internal static class IssueCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var list = List();
        return new Command("issue", "Shows the issues and the decisions of the schedule; sets what the next issue says.") { Set(), list }.DoingAs(list);
    }

    private static Command Set()
    {
        var id = IssueNames.Named("Id of an issue to come; digest preview names the next one.");
        var subject = new Option<string?>("--subject") { Description = "Subject of the mail." };
        subject.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value))
            {
                result.AddError("The subject is empty; a mail without one looks like spam.");
            }
        });
        var preheader = new Option<string?>("--preheader") { Description = "Line that mail programs show after the subject." };
        var intro = new Option<string?>("--intro") { Description = "Opening sentence." };
        var lead = new Option<string?>("--lead") { Description = "Id of the essay that leads." };
        var differences = new Option<bool?>("--show-differences") { Description = "Shows readers where the essays differ." };
        var command = new Command("set", "Sets what is different in an issue to come; what is not named stays as it was.") { id, subject, preheader, intro, lead, differences };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var issueId = parsed.GetRequiredValue(id);
                if (await services.GetRequiredService<IIssueStore>().FindAsync(issueId, cancel) is not null)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"Issue {issueId} is out; it can't be changed any more.");
                    return 2;
                }

                if (HasPassed(services, issueId))
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"The week of {issueId} has passed; digest preview names the next issue.");
                    return 2;
                }

                if (parsed.GetValue(lead) is { } leader && await WhyNotLeadAsync(services, leader, cancel) is { } why)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(why);
                    return 2;
                }

                var archive = services.GetRequiredService<IssueArchive>();
                var present = await archive.FindOverridesAsync(issueId, cancel) ?? new IssueOverrides();
                await archive.SaveOverridesAsync(
                    issueId,
                    new IssueOverrides
                    {
                        Subject = parsed.GetValue(subject) ?? present.Subject,
                        Preheader = parsed.GetValue(preheader) ?? present.Preheader,
                        Intro = parsed.GetValue(intro) ?? present.Intro,
                        Lead = parsed.GetValue(lead) ?? present.Lead,
                        ShowDifferences = parsed.GetValue(differences) ?? present.ShowDifferences,
                    },
                    cancel);
                await parsed.InvocationConfiguration.Output.WriteLineAsync("Set. Look at it with digest preview.");
                return 0;
            },
            token));
        return command;
    }

    /// <summary>An issue of last week may still be made as long as one may be late.</summary>
    private static bool HasPassed(IServiceProvider services, string issueId)
    {
        var late = services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(-services.GetRequiredService<IssueOptions>().MaxHoursLate);
        var local = TimeZoneInfo.ConvertTime(late, services.GetRequiredService<IssueSchedule>().Zone);
        return IssueId.TryReadWeek(issueId, out var monday) && monday.AddDays(7) <= DateOnly.FromDateTime(local.DateTime);
    }

    private static async Task<string?> WhyNotLeadAsync(IServiceProvider services, string essayId, CancellationToken cancellationToken) =>
        EssayId.IsValid(essayId) && await services.GetRequiredService<IEssayStore>().FindEntryAsync(essayId, cancellationToken) is { } entry
            ? entry.IssueId is { } carried ? $"“{entry.Title}” can't lead: issue {carried} has it already." : null
            : $"There is no essay {essayId} to lead; digest essays --waiting shows those that wait with their ids.";

    private static Command List()
    {
        var command = new Command("list", "Lists the issues and what was decided at the scheduled times, newest first; what runs when none of these is named.");
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var issues = services.GetRequiredService<IIssueStore>();
                var decisions = await issues.ListDecisionsAsync(now, cancel).ToListAsync(cancel);

                // Who made an issue at once decided nothing about a scheduled time: it is listed for itself.
                var decided = decisions.Select(d => d.IssueId).ToHashSet(StringComparer.Ordinal);
                var lines = decisions.Select(d => (d.Scheduled, Outcome: d.Outcome.ToString(), Id: d.IssueId, Text: d.Reason))
                    .Concat((await issues.RecentAsync(cancel)).Issues.Where(i => !decided.Contains(i.Id))
                        .Select(i => (i.Scheduled, Outcome: "Extra", Id: (string?)i.Id, Text: $"{Amount.Of(i.EssayCount, "essay")}: {i.Subject}")))
                    .OrderByDescending(line => line.Scheduled).ToList();
                var output = parsed.InvocationConfiguration.Output;
                foreach (var line in lines)
                {
                    await output.WriteLineAsync($"{line.Scheduled:yyyy-MM-dd HH:mm zzz}  {line.Outcome,-16} {line.Id,-12} {line.Text}");
                }

                if (lines.Count == 0)
                {
                    await output.WriteLineAsync("There is no issue yet, and nothing was decided.");
                }

                return 0;
            },
            token));
        return command;
    }
}
