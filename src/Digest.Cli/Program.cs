using System.CommandLine;
using System.Globalization;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand("The digest on one machine: runs the pipeline, and the editors' commands.");
return await root.Parse(args).InvokeAsync();
