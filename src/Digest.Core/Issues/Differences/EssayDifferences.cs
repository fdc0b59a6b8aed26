using Digest.Core.Essays;

namespace Digest.Core.Issues.Differences;

/// <summary>Where essays differ: figures and dates that different essays of one issue give for the same matter.</summary>
public static class EssayDifferences
{
    /// <summary>The differences, for an editor to check; a matter on which all essays agree is not listed.</summary>
    /// <param name="essays">Essays in the order of the issue.</param>
    public static IReadOnlyList<IssueDifference> Find(IReadOnlyList<EssayRecord> essays) =>
        [.. essays
            .SelectMany(Claims.Of)
            .DistinctBy(c => (c.EssayId, c.Matter, c.Value))
            .GroupBy(c => c.Matter, StringComparer.Ordinal)
            .Where(Differ)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new IssueDifference(g.Key, [.. g.Select(c => new IssueStatement(c.EssayId, c.Says, c.Sentence))]))];

    // One essay with two figures contradicts itself at most; it takes two essays to differ.
    private static bool Differ(IEnumerable<Claim> claims)
    {
        var byEssay = claims
            .GroupBy(c => c.EssayId, c => c.Value, StringComparer.Ordinal)
            .Select(values => values.ToHashSet(StringComparer.Ordinal))
            .ToList();
        return byEssay.Exists(values => byEssay.Exists(other => !values.Overlaps(other)));
    }
}
