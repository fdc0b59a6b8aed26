using System.CommandLine;
using System.Globalization;
using Digest.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand("The digest on one machine: runs the pipeline, and the editors' commands.")
{
    ExplainCommand.Create(),
    ExtractCommand.Create(),
    SubscribersCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
