using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>A title that a narrow page has broken over two lines ("THE LONG MEMORY OF THE HARBOUR AND THE RIGHT TO BE / FORGOTTEN").</summary>
internal static class BrokenTitle
{
    private const int FewestCharacters = 35;
    private const int LongestRest = 15;

    /// <summary>Words with which a line may end, and no title.</summary>
    private static readonly string[] Open =
        ["a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "in", "into", "is", "its", "nor", "of", "on", "or", "our", "that", "the", "their", "this", "to", "was", "were", "whose", "with", "your"];

    /// <summary>The line below block <paramref name="i"/> that the title goes on with, or null: the first ends as no title does, both are in capitals or neither.</summary>
    public static int? SecondLine(Manuscript m, int i)
    {
        var next = i + 1;
        if (next + 1 >= m.Count || !m.IsOpen(i) || !m.IsOpen(next) || !m.Blocks[next].FollowsAtOnce || m.Blocks[next + 1].FollowsAtOnce || m.IsKnown(next)
            || m.Forms[next].IsProse || m.Forms[next].Words is 0 or > LongestRest || m.Blocks[next].Kind != m.Blocks[i].Kind)
        {
            return null;
        }

        var (first, second) = (m.Forms[i].Straight.TrimEnd(), m.Forms[next].Straight);
        return first.Length >= FewestCharacters && IsInCapitals(first) == IsInCapitals(second)
            && (Open.Contains(first[(first.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase) || (first.EndsWith("'s", StringComparison.OrdinalIgnoreCase) && !IsCapitalised(second))) ? next : null;
    }

    /// <summary>"Kenya's" may end a title in which a line in small letters stands below it no more than "whose" may.</summary>
    private static bool IsCapitalised(string line) => IsInCapitals(line[..1]) && !IsInCapitals(line);

    private static bool IsInCapitals(string text) => !text.Any(char.IsLower);
}
