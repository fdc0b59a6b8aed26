namespace Digest.Core.Boilerplate.Lines;

/// <summary>The numbers by which a line of a text without markup is judged: the line, its place and its neighbours.</summary>
internal static class LineFeatures
{
    private const int Far = 30;

    /// <summary>Names of the numbers of a row, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. LineMeasures.Names,
        "lines before", "lines after", "text before", "text after", "share of text before", "lines since text", "lines until text",
        "lines of the run", "words a line of the run", "stripped in the run", "a rule knows it", "share of running text",
        "wording", "wording a term", "wording above", "wording below",
        .. LineNeighbours.Names("stripped", "wording"),
    ];

    /// <summary>A row for each block that is still open, null for the others.</summary>
    public static float[]?[] Of(Manuscript m) => Of(m, FrameVocabulary.Shipped);

    /// <summary>A row for each block that is still open, null for the others; the wording told by <paramref name="vocabulary"/>.</summary>
    public static float[]?[] Of(Manuscript m, FrameVocabulary vocabulary)
    {
        var lines = new LineMeasures(m);
        var runs = new LineRuns(m, lines);
        var wording = new LineWording(m, lines, vocabulary);
        var neighbours = new LineNeighbours(lines, m.Count, outside: [0, 0], (at, row) => (row[0], row[1]) = (m.IsStripped(at) ? 1 : 0, wording.LogOdds(at)));
        var rows = new float[m.Count][];
        var prose = (float)lines.ProseBefore(m.Count) / Math.Max(1, Enumerable.Range(0, m.Count).Sum(i => m.Forms[i].Words));
        for (var i = 0; i < m.Count; i++)
        {
            if (m.IsOpen(i))
            {
                rows[i] = Row(m, lines, runs, wording, neighbours, i, prose);
            }
        }

        return rows;
    }

    private static float[] Row(Manuscript m, LineMeasures lines, LineRuns runs, LineWording wording, LineNeighbours neighbours, int i, float prose)
    {
        var row = new float[Names.Count];
        var next = lines.Describe(i, row);
        row[next++] = Math.Min(Far, i);
        row[next++] = Math.Min(Far, m.Count - 1 - i);
        row[next++] = MathF.Log2(1 + lines.ProseBefore(i));
        row[next++] = MathF.Log2(1 + lines.ProseAfter(i));
        row[next++] = lines.ProseBefore(i) / Math.Max(1f, lines.ProseBefore(m.Count));
        row[next++] = Math.Min(Far, runs.SinceProse(i));
        row[next++] = Math.Min(Far, runs.UntilProse(i));
        row[next++] = Math.Min(Far, runs.Lines(i));
        row[next++] = runs.WordsALine(i);
        row[next++] = runs.StrippedShare(i);
        row[next++] = m.IsKnown(i) ? 1 : 0;
        row[next++] = prose;
        row[next++] = wording.LogOdds(i);
        row[next++] = wording.ATerm(i);
        row[next++] = wording.MeanOfRun(i, step: -1);
        row[next++] = wording.MeanOfRun(i, step: 1);
        neighbours.Describe(i, row.AsSpan(next));
        return row;
    }
}
