using System.CommandLine;
using System.Net;
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
        var once = new Option<bool>("--once") { Description = "Read what is there, mail a digest of it to all subscribers whatever the schedule says, and end." };
        var fresh = new Option<bool>("--fresh") { Description = "Begin with empty storage and an empty mailbox." };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder for storage, mailbox, inbox and settings.",
            DefaultValueFactory = _ => new DirectoryInfo(LocalSettings.DefaultFolder),
        };
        var listen = new Option<string>("--listen")
        {
            Description = "Address that the site and the HTTP functions are served on. Any other than this machine's own needs --expose.",
            DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
        };
        var expose = new Option<bool>("--expose") { Description = "Serves other machines too: no encryption, no login, for a network that you trust." };
        var editor = new Option<bool>("--editor") { Description = "Opens the editors' pages to whoever sits at this machine." };
        command.Validators.Add(result =>
        {
            // The command is checked before the defaults of its options are filled in.
            var named = result.GetValue(listen) ?? IPAddress.Loopback.ToString();
            if (!IPAddress.TryParse(named, out var address))
            {
                result.AddError($"\"{named}\" is no IP address; say 127.0.0.1, or the address of one of this machine's networks.");
            }
            else if (!IPAddress.IsLoopback(address) && !result.GetValue(expose))
            {
                result.AddError($"--listen {named} would serve other machines, without encryption or login. Say --expose if that is what you want.");
            }
        });
        var site = Port("--port", "Port of the site, the feeds and the HTTP functions.", defaults.Site);
        var blob = Port("--blob-port", "Port of the storage emulator's blobs.", defaults.Blob);
        var queue = Port("--queue-port", "Port of the storage emulator's queues.", defaults.Queue);
        var smtp = Port("--smtp-port", "Port on which the mailbox takes mail.", defaults.Smtp);
        var mailbox = Port("--mailbox-port", "Port of the mailbox's web page.", defaults.Mailbox);
        foreach (var option in new Option[] { once, fresh, data, listen, expose, editor, site, blob, queue, smtp, mailbox })
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
                parsed.GetValue(fresh),
                IPAddress.Parse(parsed.GetRequiredValue(listen)),
                parsed.GetValue(editor));
            try
            {
                return await UpSession.RunAsync(options, Screen.Create(), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return options.Once ? 130 : 0;
            }
        });
        return command;
    }

    private static Option<int> Port(string name, string description, int value)
    {
        var port = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number is < 1 or > IPEndPoint.MaxPort)
            {
                result.AddError($"{name} takes a number from 1 to {IPEndPoint.MaxPort}.");
            }
        });
        return port;
    }
}
