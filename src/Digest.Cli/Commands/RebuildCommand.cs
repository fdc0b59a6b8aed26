using System.CommandLine;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest rebuild ISSUE [--check]</c>: renders a stored issue again from its manifest and essay revisions.</summary>
internal static class RebuildCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var issue = IssueNames.Named("Id of the issue, such as 2026-W47.");
        var check = new Option<bool>("--check") { Description = "Only compares with what is stored and public; changes nothing." };
        var command = new Command("rebuild", "Renders a stored issue again and publishes it, or checks that mail, pages and feeds give the same bytes.") { issue, check };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            (services, cancel) => RunAsync(services, parsed.GetRequiredValue(issue), parsed.GetValue(check), parsed.InvocationConfiguration, cancel), token));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string issueId, bool check, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        if (await IssueNames.FindAsync(services, issueId, console.Error, cancellationToken) is null
            || await services.GetRequiredService<PreviewIssue>().RebuildAsync(issueId, cancellationToken) is not { } rebuilt)
        {
            return 2;
        }

        var issues = services.GetRequiredService<IIssueStore>();
        var manifest = await services.GetRequiredService<IssueArchive>().GetAsync(issueId, cancellationToken);
        if (!check)
        {
            await services.GetRequiredService<PublishSite>().IssueAsync(manifest, cancellationToken);
            await console.Output.WriteLineAsync($"Issue {issueId} is public as its manifest says.");
            return 0;
        }

        var differs = new List<string>();
        var mail = await issues.ReadPartAsync(issueId, MailTemplate.PartName, cancellationToken);
        if (mail is null || !mail.Value.Span.SequenceEqual(rebuilt.Rendering.Mail.ToJson()))
        {
            differs.Add("the mail");
        }

        var site = services.GetRequiredService<ISite>();
        var files = await services.GetRequiredService<SiteFiles>().OfIssueAsync(manifest, cancellationToken);
        foreach (var file in files)
        {
            if (!await site.HoldsAsync(file, cancellationToken))
            {
                differs.Add(file.Path);
            }
        }

        if (differs.Count == 0)
        {
            await console.Output.WriteLineAsync($"Issue {issueId} rebuilds to the same bytes: its mail and {Amount.Of(files.Count, "file")} of the site.");
            return 0;
        }

        var reason = rebuilt.View.Issue.TemplateVersion == IssueView.TemplateVersion
            ? "The templates are of the same version: settings changed, stored data did, an essay was withdrawn, or a correction waits for the next run (\"digest assemble\")."
            : $"It was made with templates of version {rebuilt.View.Issue.TemplateVersion}, and this is {IssueView.TemplateVersion}.";
        await console.Error.WriteLineAsync($"Issue {issueId} rebuilds differently: {string.Join(", ", differs)}. {reason}");
        return 1;
    }
}
