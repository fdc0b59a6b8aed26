using System.CommandLine;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest send-test ADDRESS [--issue ISSUE]</c>: the next issue, or one that is out, to one address.</summary>
internal static class SendTestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var address = new Argument<string>("address") { Description = "Email address." };
        var issue = new Option<string?>("--issue") { Description = "An issue that is out; without it the next one is sent." };
        issue.Validators.Add(IssueNames.RequireId);
        var command = new Command("send-test", "Sends the bytes that would go out, or went out, to one address. No subscriber is needed.") { address, issue };
        command.SetAction((parsed, token) => SubscribersCommand.WithAddressAsync(
            parsed, address, (services, email, cancel) => RunAsync(services, email.Written, parsed.GetValue(issue), parsed.InvocationConfiguration, cancel), token));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string address, string? issueId, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (await TemplateAsync(services, issueId, console.Error, cancellationToken) is not { } template)
        {
            return 2;
        }

        // A test has no subscriber to unsubscribe: the link leads to the site.
        var unsubscribe = services.GetRequiredService<SiteOptions>().BaseUrl;
        using var message = MailComposer.Compose(template, services.GetRequiredService<MailOptions>(), address, unsubscribe);
        var outcome = await services.GetRequiredService<IMailSender>().SendAsync(message, cancellationToken);
        if (outcome.Result == SendResult.Accepted)
        {
            await console.Output.WriteLineAsync($"Issue {template.IssueId} is on its way to {address}.");
            return 0;
        }

        await console.Error.WriteLineAsync($"The mail server did not take it ({outcome.Result}): {outcome.ReplyCode} {outcome.Detail}");
        return 1;
    }

    private static async Task<MailTemplate?> TemplateAsync(IServiceProvider services, string? issueId, TextWriter errors, CancellationToken cancellationToken)
    {
        if (issueId is null)
        {
            return (await services.GetRequiredService<PreviewIssue>().NextAsync(cancellationToken)).Rendering.Mail;
        }

        if (await IssueNames.FindAsync(services, issueId, errors, cancellationToken) is null)
        {
            return null;
        }

        var part = await services.GetRequiredService<IIssueStore>().ReadPartAsync(issueId, MailTemplate.PartName, cancellationToken);
        if (part is { } stored)
        {
            return MailTemplate.FromJson(stored.Span);
        }

        await errors.WriteLineAsync($"Issue {issueId} has no mail yet; digest assemble finishes it.");
        return null;
    }
}
