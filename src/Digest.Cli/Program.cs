using System.CommandLine;

var root = new RootCommand("The digest on one machine: runs the pipeline, and the editors' commands.");
return await root.Parse(args).InvokeAsync();
