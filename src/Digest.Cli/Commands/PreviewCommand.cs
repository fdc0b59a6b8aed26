using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Digest.Core.Issues;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Site;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest preview [--week WEEK] [--folder FOLDER] [--open]</c>: an issue as files, with a report; nothing is stored or sent.</summary>
internal static class PreviewCommand
{
    private const string Report = "report.txt";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where the files go.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(LocalSettings.DefaultFolder, "preview")),
        };
        var week = new Option<string?>("--week") { Description = "Another week than the next issue's: 2026-W47, or a day in it, 2026-11-20." };
        week.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !IssueId.TryReadWeek(text, out _))
            {
                result.AddError($"\"{text}\" is not a week; write 2026-W47, or a day in it, 2026-11-20.");
            }
        });
        var open = new Option<bool>("--open") { Description = "Opens the mail in a browser." };
        var command = new Command("preview", "Renders the next issue, or that of a week, as files with a report of what was checked. Nothing is stored or sent.") { week, folder, open };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            (services, cancel) => RunAsync(services, parsed.GetValue(week), parsed.GetRequiredValue(folder), parsed.GetValue(open), parsed.InvocationConfiguration, cancel), token));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string? week, DirectoryInfo folder, bool open, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var output = console.Output;
        var previews = services.GetRequiredService<PreviewIssue>();
        var preview = week is not null && IssueId.TryReadWeek(week, out var monday)
            ? await previews.OfWeekAsync(monday, cancellationToken)
            : await previews.NextAsync(cancellationToken);
        if (preview is null)
        {
            await console.Error.WriteLineAsync($"The schedule has no issue in the week of {week}, and none was made.");
            return 2;
        }

        var isFirst = !File.Exists(Path.Combine(folder.FullName, Report));
        folder.Create();
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["mail.html"] = Encoding.UTF8.GetBytes(preview.Rendering.Mail.Html),
            ["mail.txt"] = Encoding.UTF8.GetBytes(preview.Rendering.Mail.Text),
            ["issue.html"] = preview.Rendering.Page.Bytes,
            [SiteAddress.Style] = SitePages.Style().Bytes,
            [Report] = Encoding.UTF8.GetBytes(PreviewReport.Write(preview)),
        };
        var changed = new List<string>();
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(folder.FullName, name);
            if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(bytes.Span))
            {
                changed.Add(name);
                await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            }
        }

        await output.WriteLineAsync(PreviewReport.Write(preview));
        if (preview.Checks.Count(c => !c.Passed) is > 0 and var looks)
        {
            await output.WriteLineAsync($"{Amount.Of(looks, "check asks", "checks ask")} you to look: LOOK above. The issue goes out all the same.");
        }

        if (!isFirst)
        {
            await output.WriteLineAsync(changed.Count == 0 ? "Nothing changed since the last preview." : $"Changed since the last preview: {string.Join(", ", changed)}.");
        }

        await output.WriteLineAsync($"Files in {folder.FullName}: {string.Join(", ", files.Keys)}");
        if (open)
        {
            using var browser = Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, "mail.html")) { UseShellExecute = true });
        }

        // What a check found is for an editor to judge; the preview itself was made.
        return 0;
    }
}
