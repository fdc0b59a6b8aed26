using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Site;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest preview [--folder FOLDER] [--open]</c>: the next issue as files, with a report; nothing is stored or sent.</summary>
internal static class PreviewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where the files go.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(LocalSettings.DefaultFolder, "preview")),
        };
        var open = new Option<bool>("--open") { Description = "Opens the mail in a browser." };
        var command = new Command("preview", "Renders the next issue as files, with a report of what was checked. Nothing is stored or sent.") { folder, open };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            (services, cancel) => RunAsync(services, parsed.GetRequiredValue(folder), parsed.GetValue(open), parsed.InvocationConfiguration.Output, cancel), token));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, DirectoryInfo folder, bool open, TextWriter output, CancellationToken cancellationToken)
    {
        var preview = await services.GetRequiredService<PreviewIssue>().NextAsync(cancellationToken);
        folder.Create();
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["mail.html"] = Encoding.UTF8.GetBytes(preview.Rendering.Mail.Html),
            ["mail.txt"] = Encoding.UTF8.GetBytes(preview.Rendering.Mail.Text),
            ["issue.html"] = preview.Rendering.Page.Bytes,
            [SiteAddress.Style] = SitePages.Style().Bytes,
            ["report.txt"] = Encoding.UTF8.GetBytes(PreviewReport.Write(preview)),
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
        await output.WriteLineAsync(changed.Count == 0 ? "Nothing changed since the last preview." : $"Changed since the last preview: {string.Join(", ", changed)}.");
        await output.WriteLineAsync($"Files in {folder.FullName}");
        if (open)
        {
            using var browser = Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, "mail.html")) { UseShellExecute = true });
        }

        return preview.Checks.All(c => c.Passed) ? 0 : 1;
    }
}
