using System.CommandLine;
using System.Globalization;
using System.Text;
using Digest.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var root = UpCommand.Configure(new RootCommand("The digest on one machine: runs the whole pipeline, or one of the editors' commands."));
foreach (var command in new[]
{
    UpCommand.Create(),
    AssembleCommand.Create(),
    DeliverCommand.Create(),
    EssaysCommand.Create(),
    ExplainCommand.Create(),
    ExtractCommand.Create(),
    IssueCommand.Create(),
    PreviewCommand.Create(),
    RebuildCommand.Create(),
    SendTestCommand.Create(),
    StatusCommand.Create(),
    SubscribersCommand.Create(),
})
{
    root.Subcommands.Add(command);
}

// Stopping waits for the drop or mail that is being worked on.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
