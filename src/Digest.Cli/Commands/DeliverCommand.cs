using System.CommandLine;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest deliver [ISSUE] --resume|--hold|--resend-uncertain|--retry-refused|--confirm-refusals</c>: directs an issue's delivery.</summary>
internal static class DeliverCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var issue = IssueNames.OrNewest();
        var resume = new Option<bool>("--resume") { Description = "Goes on with an issue that was held, or whose delivery got stuck." };
        var hold = new Option<bool>("--hold") { Description = "Stops sending; what is under way at this moment is finished." };
        var reason = new Option<string>("--reason") { Description = "Why it is held, for whoever looks at the status.", DefaultValueFactory = _ => "Held by an operator" };
        var resend = new Option<bool>("--resend-uncertain") { Description = "Sends what may or may not have arrived once more, with the same Message-ID." };
        var retry = new Option<bool>("--retry-refused") { Description = "The sender was refused and that is mended: tries again whoever was refused, and suppresses nobody for it." };
        var confirm = new Option<bool>("--confirm-refusals") { Description = "The addresses are bad, many as they are: goes on, and suppresses whoever was refused." };
        var command = new Command("deliver", "Holds, resumes or completes the delivery of an issue.") { issue, resume, hold, reason, resend, retry, confirm };
        command.Validators.Add(result =>
        {
            if (new[] { resume, hold, resend, retry, confirm }.Count(result.GetValue) != 1)
            {
                result.AddError("Say one of --resume, --hold, --resend-uncertain, --retry-refused or --confirm-refusals.");
            }
        });
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                if (await IssueNames.FindAsync(services, parsed.GetValue(issue), errors, cancel) is not { } id)
                {
                    return 2;
                }

                var workflow = services.GetRequiredService<DirectDelivery>();
                if (parsed.GetValue(hold))
                {
                    await workflow.HoldAsync(id, parsed.GetValue(reason)!, cancel);
                    await output.WriteLineAsync($"Issue {id} is held.");
                    return 0;
                }

                if (parsed.GetValue(resume) && await services.GetRequiredService<IDeliveryLedger>().ReadControlAsync(id, cancel) is { RefusalsInDoubt: true } control)
                {
                    await errors.WriteLineAsync($"{control.Reason}. Say --retry-refused when the sender was to blame and that is mended, or --confirm-refusals when the addresses are.");
                    return 2;
                }

                int? done = parsed.GetValue(retry) ? await workflow.RetryRefusedAsync(id, cancel)
                    : parsed.GetValue(confirm) ? await workflow.ConfirmRefusalsAsync(id, cancel)
                    : parsed.GetValue(resume) ? await workflow.ResumeAsync(id, cancel)
                    : await workflow.ResendUncertainAsync(id, cancel);
                if (done is null && parsed.GetValue(resend))
                {
                    await output.WriteLineAsync($"Issue {id} is held. What is uncertain goes out once more with digest deliver {id} --resume.");
                    return 0;
                }

                if (done is not { } shards)
                {
                    await errors.WriteLineAsync("A worker is still busy with this issue. Ask again in a minute.");
                    return 1;
                }

                await output.WriteLineAsync(shards == 0 ? $"Nothing is left to do for issue {id}." : $"Issue {id} goes on: {Amount.Of(shards, "shard is", "shards are")} on the queue.");
                return 0;
            },
            token));
        return command;
    }
}
