using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;

namespace Digest.Benchmarks.Reading;

/// <summary>
/// <c>rules DIRECTORY</c>: what each rule costs on the blocks of the files of a directory, as a multiple of the middle one. All rules
/// pay for looking at a block; an expression that is tried on many blocks, or goes over a text again and again, stands out. One that
/// is polynomial with a small power passes every test of hostile texts and may still double the time a page takes.
/// </summary>
internal static class RulesRun
{
    private const int Rounds = 5;
    private const int Shown = 12;

    public static int Run(string directory)
    {
        var decoder = new DocumentDecoder();
        var blocks = Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal)
            .Select(p => decoder.Decode(new RawEssay(Path.GetFileName(p), File.ReadAllBytes(p), ContentType: null, DateTimeOffset.UnixEpoch)))
            .OfType<DecodeResult.Decoded>()
            .SelectMany(d => d.Document.Blocks.Where(b => b.IsKept).Select(b => (b.Block, Form: new BlockForm(b.Block))))
            .ToList();
        if (blocks.Count == 0)
        {
            Console.Error.WriteLine($"There is no essay in {directory}.");
            return 2;
        }

        var alone = RuleSet.Default.Rules.Select(rule => (rule.Id, Set: RuleSet.Default.Where(r => r == rule), Cost: Cost.Unknown)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < alone.Length; i++)
            {
                alone[i].Cost = alone[i].Cost.OrLess(Cost.Of(() => MatchAll(alone[i].Set, blocks)));
            }
        }

        var ordered = alone.OrderByDescending(r => r.Cost.Time).ToList();
        var middle = ordered[ordered.Count / 2].Cost.Time;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alone.Length} rules on {blocks.Count} blocks; multiples of the middle rule"));
        foreach (var (id, _, cost) in ordered.Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {cost.Time / middle,6:0.0} x {id}"));
        }

        return 0;
    }

    private static void MatchAll(RuleSet rules, List<(Block Block, BlockForm Form)> blocks)
    {
        foreach (var (block, form) in blocks)
        {
            rules.Match(block, form);
        }
    }
}
