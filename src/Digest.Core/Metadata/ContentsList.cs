using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>The list of contents in the head of an essay: a heading that a rule knows, and below it the headings of the text.</summary>
internal static class ContentsList
{
    private const string Heading = "contents";
    private const int LongestEntry = 16;
    private const int MostEntries = 20;

    /// <summary>How many blocks further down the heading is looked for: a file of nothing but such lines stays cheap.</summary>
    private const int Sight = 400;

    /// <summary>The same line once more further down, as a heading.</summary>
    public static bool IsEntry(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= LongestEntry
        && Enumerable.Range(i + 1, Math.Min(Sight, m.Count - i - 1)).Any(j => m.Forms[j].Words == m.Forms[i].Words && m.Forms[j].Key == m.Forms[i].Key);

    /// <summary>The open block behind a list whose heading is block <paramref name="i"/>; that block itself when it heads none.</summary>
    public static int EndOf(Manuscript m, int i)
    {
        if (i < 0 || m.Matching(i, RuleZone.Head) is not { Rule.Id: Heading })
        {
            return i;
        }

        var next = m.NextOpen(i);
        for (var entries = 0; next >= 0 && entries < MostEntries && IsEntry(m, next); entries++)
        {
            next = m.NextOpen(next);
        }

        return next;
    }
}
