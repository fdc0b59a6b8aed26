using System.Globalization;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Testing;

namespace Digest.Benchmarks.Fuzzing;

/// <summary>
/// The long form of the fuzz tests: <c>fuzz COUNT SEED</c> reads that many mutated, random and generated drops and stops
/// at the first that throws, takes over a second, or leaves a block unaccounted for.
/// </summary>
internal static class FuzzRun
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);

    public static int Run(string[] args)
    {
        if (args.Length != 3 || !int.TryParse(args[1], CultureInfo.InvariantCulture, out var count) || !int.TryParse(args[2], CultureInfo.InvariantCulture, out var seed))
        {
            Console.Error.WriteLine("Usage: fuzz COUNT SEED");
            return 2;
        }

        var samples = Directory.EnumerateFiles(Repository.PathOf("tests", "cases"), "essay.*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("seeds"))).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        var drops = new DropMutator(samples, seed);
        var reader = new EssayReader(RuleSet.Default);
        var slowest = TimeSpan.Zero;
        for (var i = 1; i <= count; i++)
        {
            var drop = drops.Next();
            var time = DropCheck.Time(reader, drop);

            // A machine under load can stop anything for a second: what is slow twice is slow.
            if (time > Hang && DropCheck.Time(reader, drop) is var again && again < time)
            {
                time = again;
            }

            if (time > Hang)
            {
                Console.Error.WriteLine($"Input {i} of seed {seed} took over a second: {Convert.ToBase64String(drop.Bytes.Span)}");
                return 1;
            }

            slowest = time > slowest ? time : slowest;
            if (DropCheck.Fault(reader, drop) is { } fault)
            {
                Console.Error.WriteLine($"Input {i} of seed {seed}: {fault}");
                return 1;
            }

            if (i % 10_000 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i:N0} inputs, slowest {slowest.TotalMilliseconds:0} ms"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} inputs without a fault, slowest {slowest.TotalMilliseconds:0} ms"));
        return 0;
    }
}
