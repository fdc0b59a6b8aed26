namespace Digest.Training;

/// <summary>
/// Finds which blocks of a page the expected text consists of: the heaviest chain of blocks whose places in the expected
/// text follow one another as the blocks do on the page.
/// </summary>
internal static class Labelling
{
    private const int MostPlaces = 60;

    public static void Label(CorpusPage page) =>
        (page.Labels, page.Weights) = Of([.. page.Page.Blocks.Select(b => b.Text)], page.Expected);

    /// <summary>Which of the texts belong to the expected one, and how much each of them weighs in it.</summary>
    public static (bool[] Labels, float[] Weights) Of(IReadOnlyList<string> texts, string[] expected)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < expected.Length; i++)
        {
            for (var n = 1; n <= 4 && i + n <= expected.Length; n++)
            {
                var key = string.Join(' ', expected, i, n);
                if (!index.TryGetValue(key, out var places))
                {
                    index[key] = places = [];
                }

                places.Add(i);
            }
        }

        var candidates = new List<(int Block, int Start, int End, double Weight)>();
        var sizes = new int[texts.Count];
        for (var b = 0; b < sizes.Length; b++)
        {
            var tokens = Tokens.Of(texts[b]);
            sizes[b] = tokens.Length;
            candidates.AddRange(Places(tokens, index, expected).Select(p => (b, p.Start, p.Start + tokens.Length, p.Weight)));
        }

        return (Chain(candidates, sizes.Length, expected.Length), Array.ConvertAll(sizes, size => (float)Math.Min(1, (size + 2.0) / (expected.Length + 50.0))));
    }

    private static IEnumerable<(int Start, double Weight)> Places(string[] tokens, Dictionary<string, List<int>> index, string[] expected)
    {
        if (tokens.Length == 0)
        {
            yield break;
        }

        if (tokens.Length < 4)
        {
            foreach (var place in index.GetValueOrDefault(string.Join(' ', tokens)) is { } all ? all.Take(MostPlaces) : [])
            {
                yield return (place, tokens.Length);
            }

            yield break;
        }

        var hits = 0;
        var starts = new Dictionary<int, int>();
        for (var i = 0; i + 4 <= tokens.Length; i++)
        {
            if (index.TryGetValue(string.Join(' ', tokens, i, 4), out var places))
            {
                hits++;
                foreach (var place in places.Take(MostPlaces))
                {
                    starts[place - i] = starts.GetValueOrDefault(place - i) + 1;
                }
            }
        }

        if (hits * 2 < tokens.Length - 3)
        {
            yield break;
        }

        foreach (var (start, count) in starts.OrderByDescending(s => s.Value).Take(6))
        {
            yield return (Math.Clamp(start, 0, expected.Length), count);
        }
    }

    private static bool[] Chain(List<(int Block, int Start, int End, double Weight)> candidates, int blocks, int length)
    {
        // Fenwick tree over places: the heaviest chain that ends at or before a place.
        const int Slack = 3;
        var best = new (double Weight, int Candidate)[length + 8];
        Array.Fill(best, (0, -1));
        var total = new double[candidates.Count];
        var before = new int[candidates.Count];
        for (var c = 0; c < candidates.Count;)
        {
            var end = c;
            for (; end < candidates.Count && candidates[end].Block == candidates[c].Block; end++)
            {
                var (weight, previous) = (0.0, -1);
                for (var i = Math.Min(candidates[end].Start + Slack + 1, length + 1); i > 0; i -= i & -i)
                {
                    if (best[i].Weight > weight)
                    {
                        (weight, previous) = best[i];
                    }
                }

                total[end] = weight + candidates[end].Weight;
                before[end] = previous;
            }

            for (; c < end; c++)
            {
                for (var i = Math.Min(candidates[c].End, length) + 1; i < best.Length; i += i & -i)
                {
                    if (total[c] > best[i].Weight)
                    {
                        best[i] = (total[c], c);
                    }
                }
            }
        }

        var labels = new bool[blocks];
        if (candidates.Count > 0)
        {
            for (var c = Array.IndexOf(total, total.Max()); c >= 0; c = before[c])
            {
                labels[candidates[c].Block] = true;
            }
        }

        return labels;
    }
}
