namespace Digest.Core.Boilerplate;

/// <summary>
/// Goes over the blocks from the end: what a rule knows leaves the body until running text of the essay is reached.
/// Blocks that may stand anywhere, or be inserted between paragraphs, are looked for in the whole essay.
/// </summary>
internal static class TailReview
{
    /// <summary>Id of the rule for "Best regards": a name follows, and a letter ends with it.</summary>
    public const string SignOff = "sign-off";

    /// <summary>Longest block that is inserted between two paragraphs, in words.</summary>
    private const int LongestInsert = 16;

    private const int LinesAboveSalutation = 3;

    /// <summary>Pages insert calls between the paragraphs, too: short ones, and never as a heading. A sentence is one only if it begins as calls do.</summary>
    private static RuleMatch? Between(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestInsert && m.Blocks[i].Kind != Blocks.BlockKind.Heading && m.MatchingBetween(i) is { } match
        && (!m.Forms[i].EndsAsSentence || match.Rule.Contains is null) ? match : null;

    /// <summary>Strips the tail. An essay in the form of a letter keeps its close.</summary>
    public static void Apply(Manuscript m, Func<Manuscript, int, bool> stripAuthor)
    {
        var prose = 0;
        var isLetter = Enumerable.Range(0, m.Count).Where(m.IsOpen).Take(LinesAboveSalutation)
            .Any(i => m.Forms[i].Words <= 8 && m.Forms[i].Core.StartsWith("Dear ", StringComparison.Ordinal));
        for (var i = m.Count - 1; i >= 0; i--)
        {
            if (!m.IsOpen(i))
            {
                continue;
            }

            // A note on the author often ends with an address or a disclaimer: who it speaks of comes first.
            var inTail = prose <= m.Slack;
            if (inTail && stripAuthor(m, i))
            {
                continue;
            }

            var match = inTail
                ? m.Matching(i, RuleZone.Tail, RuleZone.Ends, RuleZone.Anywhere)
                : m.Matching(i, RuleZone.Anywhere) ?? Between(m, i);
            if (match is { Rule.Effect: not RuleEffect.KeyPoints } found && !(found.Rule.Id == SignOff && isLetter))
            {
                m.Strip(i, found);
            }
            else
            {
                prose += m.Forms[i].IsProse ? m.Forms[i].Words : 0;
            }
        }
    }
}
