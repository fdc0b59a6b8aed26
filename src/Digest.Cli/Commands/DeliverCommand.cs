using System.CommandLine;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest deliver [ISSUE] --resume|--hold|--resend-uncertain</c>: directs an issue's delivery.</summary>
internal static class DeliverCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var issue = new Argument<string?>("issue") { Description = "The issue, such as 2026-W47; the newest one when left out.", Arity = ArgumentArity.ZeroOrOne };
        var resume = new Option<bool>("--resume") { Description = "Goes on with an issue that was held, or whose delivery got stuck." };
        var hold = new Option<bool>("--hold") { Description = "Stops sending; what is under way at this moment is finished." };
        var reason = new Option<string>("--reason") { Description = "Why it is held, for whoever looks at the status.", DefaultValueFactory = _ => "Held by an operator" };
        var resend = new Option<bool>("--resend-uncertain") { Description = "Sends what may or may not have arrived once more, with the same Message-ID." };
        var command = new Command("deliver", "Holds, resumes or completes the delivery of an issue.") { issue, resume, hold, reason, resend };
        command.Validators.Add(result =>
        {
            if (new[] { resume, hold, resend }.Count(result.GetValue) != 1)
            {
                result.AddError("Say one of --resume, --hold or --resend-uncertain.");
            }
        });
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                if (await StatusCommand.NewestAsync(services, parsed.GetValue(issue), cancel) is not { } id)
                {
                    await errors.WriteLineAsync("There is no issue yet.");
                    return 1;
                }

                var workflow = services.GetRequiredService<DirectDelivery>();
                if (parsed.GetValue(hold))
                {
                    await workflow.HoldAsync(id, parsed.GetValue(reason)!, cancel);
                    await output.WriteLineAsync($"Issue {id} is held.");
                    return 0;
                }

                var shards = parsed.GetValue(resume) ? await workflow.ResumeAsync(id, cancel) : await workflow.ResendUncertainAsync(id, cancel);
                await output.WriteLineAsync(shards == 0 ? $"Nothing is left to do for issue {id}." : $"Issue {id} goes on: {shards} shards are on the queue.");
                return 0;
            },
            token));
        return command;
    }
}
