using System.Text.RegularExpressions;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Boxes under the text, or under a heading of their own within it, that give the facts of a programme, a firm or a trip as labels with their values, one a line ("Duration: 2024-2028",
/// "Partners: the polytechnic of Kupang"). Some of the labels rules know; the others are any words.
/// </summary>
internal static class FactBoxes
{
    /// <summary>Two such lines may be a dedication or a signature.</summary>
    private const int FewestLines = 3;

    private const int LongestLine = 25;

    /// <summary>The rule that knows what heads such a box.</summary>
    private const string Heading = "fact-file";

    private static readonly Regex Labelled = new("^(?<label>\\p{Lu}[\\p{L}' /-]{1,28}): ?\\S", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Strips every such box behind the running text.</summary>
    public static void Apply(Manuscript m)
    {
        var tail = 1 + Enumerable.Range(0, m.Count).LastOrDefault(m.CountsAsProse, m.Count);
        var i = 0;
        while (i < m.Count)
        {
            var isHeaded = i > 0 && m.IsOpen(i - 1) && m.Matching(i - 1, RuleZone.Ends) is { Rule.Id: Heading };
            if (i < tail && !isHeaded)
            {
                i++;
                continue;
            }

            var end = i;
            var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (end < m.Count && !m.IsPinned(end) && LabelOf(m, end) is { } label && labels.Add(label))
            {
                end++;
            }

            for (var j = isHeaded ? i - 1 : i; j < end && end - i >= FewestLines; j++)
            {
                m.Strip(j, TextRemoval.FactBox, m.Blocks[i].Text);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Who speaks has a label, too, but says sentences, and speaks more than once.</summary>
    private static string? LabelOf(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestLine && !m.Forms[i].EndsAsSentence && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem && Labelled.Match(m.Blocks[i].Text) is { Success: true } match ? match.Groups["label"].Value : null;
}
