using Digest.Core.Blocks;

namespace Digest.Core.Essays;

/// <summary>Finds the items whose numbers counting from the beginning of their list would not give: a list that a paragraph interrupts, a countdown.</summary>
internal static class ListNumbers
{
    /// <summary>Lists inside lists beyond this depth are shown at it.</summary>
    public const int Deepest = 6;

    /// <summary>For each block of a body the number that has to be said; null for all others.</summary>
    public static int?[] Of(IReadOnlyList<Block> body)
    {
        var said = new int?[body.Count];
        var next = new int[Deepest + 1];
        var isOrdered = new bool[Deepest + 1];
        var open = 0;
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i].Kind != BlockKind.ListItem)
            {
                open = 0;
            }
            else if (body[i].Continues)
            {
                open = Math.Min(open, Depth(body[i]));
            }
            else
            {
                said[i] = Count(body[i]);
            }
        }

        return said;

        int? Count(Block item)
        {
            var depth = Depth(item);
            if (open < depth || isOrdered[depth] != item.Ordered)
            {
                for (var level = Math.Min(open + 1, depth); level <= depth; level++)
                {
                    // Levels that are jumped over begin with an item that has nothing but the list in it.
                    (next[level], isOrdered[level]) = (level < depth ? 2 : 1, item.Ordered);
                }
            }

            open = depth;
            var number = item.Ordered && item.Number > 0 ? item.Number : next[depth];
            int? told = number == next[depth] ? null : number;
            next[depth] = number + 1;
            return told;
        }
    }

    /// <summary>The level at which an item is shown.</summary>
    public static int Depth(Block item) => Math.Clamp(item.Level, 1, Deepest);
}
