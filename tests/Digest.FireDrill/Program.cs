using System.Globalization;
using Digest.FireDrill;

// dotnet run -c Release --project tests/Digest.FireDrill -- [subscribers] [kills] [seed]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["worker"])
{
    await Worker.RunAsync();
    return 0;
}

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
var drill = new Drill(Number(0, 10_000), Number(1, 50), Number(2, 1));
var findings = await drill.RunAsync(Console.Out, CancellationToken.None);
return findings.Count == 0 ? 0 : 1;
