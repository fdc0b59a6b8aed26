using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>The number of a note that leads back to its mark and stands in a box with the note, as a block of its own: it is put before the note's text.</summary>
internal static class NoteNumbers
{
    private const int MostDigits = 3;

    /// <summary>Steps from the note's text up to the box it shares with its number.</summary>
    private const int MostSteps = 3;

    /// <summary>Joins numbers and notes.</summary>
    public static void Join(PageTree page, List<PageBlock> blocks)
    {
        var joined = 0;
        for (var b = 0; b < blocks.Count; b++, joined++)
        {
            var isNumber = b + 1 < blocks.Count && IsNumber(blocks[b]) && blocks[b + 1].Kind == BlockKind.Paragraph && StandsIn(page, blocks[b + 1].Container, blocks[b].Container);
            blocks[joined] = isNumber ? Joined(blocks[b], blocks[++b]) : blocks[b];
        }

        blocks.RemoveRange(joined, blocks.Count - joined);
    }

    private static bool IsNumber(PageBlock block) =>
        block is { Kind: BlockKind.Paragraph, Text.Length: <= MostDigits, Spans: [{ Kind: InlineKind.Link, Target: { } target }] }
        && target.Contains('#', StringComparison.Ordinal) && block.Text.All(char.IsAsciiDigit);

    private static bool StandsIn(PageTree page, int node, int box)
    {
        for (var steps = 0; node > box && steps < MostSteps; steps++)
        {
            node = page[node].Parent;
        }

        return node == box;
    }

    private static PageBlock Joined(PageBlock number, PageBlock note)
    {
        var mark = NoteMarks.Of(number.Text) + " ";
        return note with
        {
            Text = mark + note.Text,
            Spans = [.. note.Spans.Select(span => span with { Start = span.Start + mark.Length })],
            FirstNode = number.FirstNode,
            Letters = note.Letters + number.Letters,
        };
    }
}
