using System.Globalization;
using Digest.DeliveryBenchmarks;

// dotnet run -c Release --project benchmarks/Digest.DeliveryBenchmarks -- throughput
// dotnet run -c Release --project benchmarks/Digest.DeliveryBenchmarks -- issue [subscribers…]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["throughput"]:
        await Throughput.RunAsync();
        return 0;
    case ["issue", .. var counts]:
        foreach (var count in counts.Length == 0 ? [1_000, 10_000, 100_000] : counts.Select(c => int.Parse(c, CultureInfo.InvariantCulture)))
        {
            await IssueCost.RunAsync(count);
        }

        return 0;
    default:
        Console.Error.WriteLine("Say throughput, or issue and numbers of subscribers.");
        return 2;
}
