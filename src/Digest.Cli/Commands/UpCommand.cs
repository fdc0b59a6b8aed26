using System.CommandLine;
using Digest.Cli.Tools;
using Digest.Cli.Up;

namespace Digest.Cli.Commands;

/// <summary><c>digest up</c>, also the command that runs when none is named: the whole pipeline on this machine.</summary>
public static class UpCommand
{
    /// <summary>The command.</summary>
    public static Command Create() =>
        Configure(new Command("up", "Run the whole pipeline on this machine (what runs when no command is named)."));

    /// <summary>Adds the options and the action to <paramref name="command"/>.</summary>
    /// <returns>The command.</returns>
    public static T Configure<T>(T command)
        where T : Command
    {
        var defaults = new LocalPorts();
        var once = new Option<bool>("--once") { Description = "Process what is there, assemble and send the digest, print the result, and end." };
        var fresh = new Option<bool>("--fresh") { Description = "Begin with empty storage and an empty mailbox." };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder for storage, mailbox, inbox and settings.",
            DefaultValueFactory = _ => new DirectoryInfo(LocalSettings.DefaultFolder),
        };
        var site = Port("--port", "Port of the site, the feeds and the HTTP functions.", defaults.Site);
        var blob = Port("--blob-port", "Port of the storage emulator's blobs.", defaults.Blob);
        var queue = Port("--queue-port", "Port of the storage emulator's queues.", defaults.Queue);
        var smtp = Port("--smtp-port", "Port on which the mailbox takes mail.", defaults.Smtp);
        var mailbox = Port("--mailbox-port", "Port of the mailbox's web page.", defaults.Mailbox);
        foreach (var option in new Option[] { once, fresh, data, site, blob, queue, smtp, mailbox })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new UpOptions(
                parsed.GetRequiredValue(data).FullName,
                new LocalPorts(
                    parsed.GetValue(site), parsed.GetValue(blob), parsed.GetValue(queue), parsed.GetValue(smtp), parsed.GetValue(mailbox)),
                parsed.GetValue(once),
                parsed.GetValue(fresh));
            try
            {
                return await UpSession.RunAsync(options, Screen.Create(), cancellationToken);
            }
            catch (ToolException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 1;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return options.Once ? 130 : 0;
            }
        });
        return command;
    }

    private static Option<int> Port(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
