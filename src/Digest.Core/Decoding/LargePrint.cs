using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding;

/// <summary>
/// Finds the title of a document that marks it by its size alone, as most people do who do not use the styles of their word
/// processor: one line near the top that is set larger than every other.
/// </summary>
internal static class LargePrint
{
    /// <summary>Blocks from the top among which the title stands.</summary>
    public const int BlocksLookedAt = 40;

    /// <summary>Text without a stated size is taken to be of so many points.</summary>
    private const float UsualPoints = 12;

    /// <summary>A title is at least this many times as large as the text.</summary>
    private const float LeastTimes = 1.25f;

    private const int LongestTitle = 200;

    /// <summary>Makes the line a heading of the first level, if there is one and the document has no such heading.</summary>
    /// <param name="blocks">The blocks of the document.</param>
    /// <param name="points">Size in points of the smallest letters of each of the first blocks; 0 where none is stated.</param>
    public static void MarkTitle(List<ClassifiedBlock> blocks, IReadOnlyList<float> points)
    {
        var near = Math.Min(BlocksLookedAt, Math.Min(blocks.Count, points.Count));
        if (blocks.Exists(b => b.Block is { Kind: BlockKind.Heading, Level: 1 }))
        {
            return;
        }

        var sizes = Enumerable.Range(0, near).Select(i => points[i] > 0 ? points[i] : UsualPoints).ToList();
        var usual = Enumerable.Range(0, near).GroupBy(i => sizes[i], i => blocks[i].Block.Text.Length).OrderByDescending(g => g.Sum()).Select(g => g.Key).FirstOrDefault(UsualPoints);
        var largest = sizes.DefaultIfEmpty().Max();
        if (largest < LeastTimes * usual || sizes.Count(s => s >= largest) > 1)
        {
            return;
        }

        var title = sizes.IndexOf(largest);
        if (blocks[title] is { IsKept: true, Block: { Kind: BlockKind.Paragraph, Text.Length: <= LongestTitle } block })
        {
            blocks[title] = blocks[title] with { Block = block with { Kind = BlockKind.Heading, Level = 1 } };
        }
    }
}
