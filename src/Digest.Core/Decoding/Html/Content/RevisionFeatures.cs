namespace Digest.Core.Decoding.Html.Content;

/// <summary>The second look: what the first judgement says of the blocks around a block.</summary>
internal static class RevisionFeatures
{
    private static readonly int[] Offsets = [-4, -3, -2, -1, 1, 2, 3, 4];

    /// <summary>Names of the numbers that <see cref="Append"/> writes, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "first judgement",
        .. Offsets.Select(o => o < 0 ? $"judgement of {-o} before" : $"judgement of {o} after"),
        "judgement of 6 before", "judgement of 6 after", "judgement of 20 before", "judgement of 20 after",
        "judgement of element 1 up", "judgement of element 2 up", "judgement of element 3 up", "judgement of element 4 up",
        "judgement of this look", "kept before", "kept after", "judgement of section", "judgement of next section", "judgement of heading", "best in section",
        "blocks to kept prose before", "blocks to kept prose after", "kept on the page",
    ];

    /// <summary>Writes the numbers into <paramref name="rows"/> from column <paramref name="at"/>.</summary>
    public static void Append(PageOutline outline, PageClues clues, float[] first, float[][] rows, int at)
    {
        var count = first.Length;
        var letters = new double[count + 1];
        var kept = new double[count + 1];
        var looks = new Dictionary<ulong, (double Kept, double Letters)>();
        for (var b = 0; b < count; b++)
        {
            var weight = outline.Blocks[b].Letters + 3.0;
            letters[b + 1] = letters[b] + weight;
            kept[b + 1] = kept[b] + (weight * first[b]);
            var (k, l) = looks.GetValueOrDefault(clues.Look(b));
            looks[clues.Look(b)] = (k + (weight * first[b]), l + weight);
        }

        var toProse = Distances(outline, first, 1);
        var fromProse = Distances(outline, first, -1);
        float Mean(int from, int to)
        {
            from = Math.Clamp(from, 0, count);
            to = Math.Clamp(to, from, count);
            return from == to ? -1 : (float)((kept[to] - kept[from]) / (letters[to] - letters[from]));
        }

        for (var b = 0; b < count; b++)
        {
            var row = rows[b];
            var next = at;
            row[next++] = first[b];
            foreach (var offset in Offsets)
            {
                row[next++] = b + offset >= 0 && b + offset < count ? first[b + offset] : -1;
            }

            row[next++] = Mean(b - 6, b);
            row[next++] = Mean(b + 1, b + 7);
            row[next++] = Mean(b - 20, b);
            row[next++] = Mean(b + 1, b + 21);
            var node = outline.Page[outline.Blocks[b].Container].Parent;
            for (var level = 0; level < 4; level++)
            {
                node = Math.Max(0, node);
                var (start, end) = outline.BlockRange(node);
                row[next++] = Mean(start, end);
                node = outline.Page[node].Parent;
            }

            var (lookKept, lookLetters) = looks[clues.Look(b)];
            row[next++] = (float)(lookKept / lookLetters);
            row[next++] = (float)(kept[b] / Math.Max(1, kept[count]));
            row[next++] = (float)((kept[count] - kept[b + 1]) / Math.Max(1, kept[count]));
            var heading = clues.HeadingOf(b);
            var after = clues.HeadingAfter(b);
            row[next++] = Mean(heading + 1, after);
            row[next++] = after < count ? Mean(after + 1, clues.HeadingAfter(after)) : -1;
            row[next++] = heading < 0 ? -1 : first[heading];
            row[next++] = BestIn(first, Math.Max(heading + 1, b - 30), Math.Min(after, b + 30));
            row[next++] = fromProse[b];
            row[next++] = toProse[b];
            row[next++] = (float)(kept[count] / letters[count]);
        }
    }

    private static float BestIn(float[] first, int from, int to)
    {
        var best = -1f;
        for (var b = from; b < to; b++)
        {
            best = Math.Max(best, first[b]);
        }

        return best;
    }

    /// <summary>Blocks to the nearest prose that was judged to belong, in one direction; at most 60.</summary>
    private static float[] Distances(PageOutline outline, float[] first, int step)
    {
        var distances = new float[first.Length];
        var distance = 60f;
        for (var (b, left) = (step > 0 ? first.Length - 1 : 0, first.Length); left > 0; left--, b -= step)
        {
            distances[b] = distance = Math.Min(60, distance + 1);
            if (outline.IsProse[b] && first[b] >= 0.6f)
            {
                distance = 0;
            }
        }

        return distances;
    }
}
