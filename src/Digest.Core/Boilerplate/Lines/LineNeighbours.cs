namespace Digest.Core.Boilerplate.Lines;

/// <summary>The numbers of the lines around a line: those that everybody who judges lines asks for, and those that only one does.</summary>
/// <param name="lines">The measures of the text.</param>
/// <param name="count">How many lines the text has.</param>
/// <param name="outside">The own numbers where there is no line any more.</param>
/// <param name="describe">Writes the own numbers of a line.</param>
internal sealed class LineNeighbours(LineMeasures lines, int count, float[] outside, LineNeighbours.Description describe)
{
    /// <summary>How many lines before and after a line are looked at.</summary>
    public const int Sight = 3;

    private static readonly string[] Common = ["words", "stop-word share", "ends as a sentence", "running text"];

    /// <summary>Writes the numbers of line <paramref name="i"/>.</summary>
    public delegate void Description(int i, Span<float> row);

    /// <summary>Names of the numbers that <see cref="Describe"/> writes, in order.</summary>
    /// <param name="own">Names of the numbers that only one asks for.</param>
    public static IEnumerable<string> Names(params IEnumerable<string> own) =>
        from offset in Enumerable.Range(-Sight, (2 * Sight) + 1)
        where offset != 0
        from what in Common.Concat(own)
        select $"{what} {Math.Abs(offset)} {(offset < 0 ? "before" : "after")}";

    /// <summary>Writes the numbers of the lines around line <paramref name="i"/>.</summary>
    /// <returns>The column after the last.</returns>
    public int Describe(int i, Span<float> row)
    {
        var next = 0;
        for (var at = i - Sight; at <= i + Sight; at++)
        {
            if (at == i)
            {
                continue;
            }

            var isInside = at >= 0 && at < count;
            row[next++] = isInside ? lines.LogWords(at) : -1;
            row[next++] = isInside ? lines.StopShare(at) : -1;
            row[next++] = isInside && lines.EndsSentence(at) ? 1 : 0;
            row[next++] = isInside && lines.IsProse(at) ? 1 : 0;
            if (isInside)
            {
                describe(at, row[next..]);
            }
            else
            {
                outside.CopyTo(row[next..]);
            }

            next += outside.Length;
        }

        return next;
    }
}
