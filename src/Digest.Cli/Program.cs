using System.CommandLine;
using System.Globalization;
using System.Text;
using Digest.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

// Stopping waits for the drop or mail that is being worked on.
return await CommandLine.RunAsync(DigestCommand.Create(), args, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
