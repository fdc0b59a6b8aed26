namespace Digest.Core.Decoding.Labels;

/// <summary>Lines of one paragraph each of which has a label: properties that a program sets one under another without blank lines.</summary>
internal static class LabelledLines
{
    private const int FewestLines = 2;
    private const int LongestLabel = 28;

    /// <summary>The first has a label that drafts have, and another has one; or every line has a label, as those of an interview have.</summary>
    public static bool Are(IReadOnlyList<BrokenLine> lines) => (lines.Count >= FewestLines && lines.All(line => HasLabel(line.Text))) || AreOfDraft(lines);

    private static bool AreOfDraft(IReadOnlyList<BrokenLine> lines) =>
        FormLabels.Read(lines[0].Text).Field != LabelField.None && lines.Count(line => FormLabels.Read(line.Text).Field != LabelField.None) >= FewestLines;

    /// <summary>The lines, each with those under it that have no label: the value goes on in them.</summary>
    public static IEnumerable<BrokenLine> Joined(IReadOnlyList<BrokenLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !HasLabel(lines[end].Text))
            {
                end++;
            }

            yield return BrokenLines.Join([.. lines.Skip(i).Take(end - i)]);
            i = end;
        }
    }

    /// <summary>A few words and a colon, whatever they say.</summary>
    public static bool HasLabel(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and <= LongestLabel and var colon && char.IsLetter(line[0]) && line.AsSpan(0, colon).IndexOfAny('.', '?', '!') < 0;
}
