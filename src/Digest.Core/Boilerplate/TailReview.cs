namespace Digest.Core.Boilerplate;

/// <summary>
/// Goes over the blocks from the end: what a rule knows leaves the body until running text of the essay is reached.
/// Blocks that may stand anywhere are looked for in the whole essay.
/// </summary>
internal static class TailReview
{
    /// <summary>Id of the rule for "Best regards": a name follows, and a letter ends with it.</summary>
    public const string SignOff = "sign-off";

    private const int LinesAboveSalutation = 3;

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
                : m.Matching(i, RuleZone.Anywhere);
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
