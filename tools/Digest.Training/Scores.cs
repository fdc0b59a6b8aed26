namespace Digest.Training;

/// <summary>Scores a choice of blocks against the expected text: runs of four words, mean precision and mean recall over pages.</summary>
internal static class Scores
{
    public static (double F1, double Precision, double Recall) Of(IReadOnlyList<CorpusPage> pages, Func<CorpusPage, bool[]> keep)
    {
        var precision = new List<double>();
        var recall = new List<double>();
        foreach (var page in pages)
        {
            var (p, r) = Of(page, keep(page));
            if (p is { } a)
            {
                precision.Add(a);
            }

            if (r is { } b)
            {
                recall.Add(b);
            }
        }

        var (mp, mr) = (precision.Count > 0 ? precision.Average() : 0, recall.Count > 0 ? recall.Average() : 0);
        return (2 * mp * mr / Math.Max(1e-9, mp + mr), mp, mr);
    }

    public static (double? Precision, double? Recall) Of(CorpusPage page, bool[] keep)
    {
        var text = string.Join('\n', page.Page.Blocks.Where((_, i) => keep[i]).Select(b => b.Text));
        var found = Tokens.Runs(Tokens.Of(text));
        var expected = Tokens.Runs(page.Expected);
        var hits = found.Sum(f => Math.Min(f.Value, expected.GetValueOrDefault(f.Key)));
        var (n, m) = (found.Values.Sum(), expected.Values.Sum());
        return (n == 0 ? null : (double)hits / n, m == 0 ? null : (double)hits / m);
    }

    public static void Print(string name, IReadOnlyList<CorpusPage> pages, Func<CorpusPage, bool[]> keep)
    {
        var (f, p, r) = Of(pages, keep);
        Console.WriteLine($"{name,-32} F1 {f:0.0000}  P {p:0.0000}  R {r:0.0000}  ({pages.Count} pages)");
    }

    public static void PrintHalves(string name, IReadOnlyList<CorpusPage> pages, Func<CorpusPage, bool[]> keep)
    {
        Print(name + ", trained on", pages.Where(p => !p.IsTest).ToList(), keep);
        if (pages.Any(p => p.IsTest))
        {
            Print(name + ", kept apart", pages.Where(p => p.IsTest).ToList(), keep);
        }
    }
}
