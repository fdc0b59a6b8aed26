using Digest.Core.Blocks;
using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding;

/// <summary>A paragraph of a document that begins with a bullet typed by hand, or pasted, is an item of a list.</summary>
internal static class TypedBullet
{
    /// <summary>The block as an item of a list without its bullet; every other block as it is.</summary>
    /// <remarks>A number stays, for the text says it; an asterisk may be the mark of a note.</remarks>
    public static Block Read(Block block)
    {
        if (block.Kind != BlockKind.Paragraph || block.Text.StartsWith('*') || ListMarker.Of(block.Text) is not ( > 0 and var marker, false))
        {
            return block;
        }

        return block with
        {
            Kind = BlockKind.ListItem,
            Level = 1,
            Marker = ListMarker.Shown(block.Text[..marker].TrimEnd()),
            Text = block.Text[marker..],
            Spans = [.. block.Spans.Where(s => s.Start + s.Length > marker).Select(s => s with { Start = Math.Max(0, s.Start - marker), Length = s.Length - Math.Max(0, marker - s.Start) })],
        };
    }
}
