using System.Buffers;
using System.Globalization;

namespace Digest.Core.Decoding.Html;

/// <summary>How large the blocks of a document are set, as its elements say themselves; style sheets are not read.</summary>
internal static class PrintSize
{
    private const string Property = "font-size:";
    private const float PointsAPixel = 0.75f;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>Points of the seven sizes of the element <c>font</c> (HTML 4.01, 15.2.2).</summary>
    private static readonly float[] FontSizes = [8, 10, 12, 14, 18, 24, 36];

    /// <summary>Sizes in points in which the first blocks begin; 0 where none is stated.</summary>
    public static float[] OfFirst(HtmlPage page, int blocks) => [.. page.Blocks.Take(blocks).Select(b => Of(page.Tree, b))];

    private static float Of(PageTree tree, PageBlock block)
    {
        for (var i = tree[block.FirstNode].Parent; i >= block.Container && i > 0; i = tree[i].Parent)
        {
            if (Stated(tree, i) is > 0 and var points)
            {
                return points;
            }
        }

        return 0;
    }

    private static float Stated(PageTree tree, int node)
    {
        if (tree[node].Tag == HtmlTag.Font && int.TryParse(tree.Attribute(node, "size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 7)
        {
            return FontSizes[size - 1];
        }

        var style = tree.Attribute(node, "style");
        var at = style?.IndexOf(Property, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
        {
            return 0;
        }

        var value = style.AsSpan(at + Property.Length).TrimStart();
        var digits = value.IndexOfAnyExcept(Digits);
        return digits > 0 && float.TryParse(value[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? value[digits..].StartsWith("pt", StringComparison.OrdinalIgnoreCase) ? number
            : value[digits..].StartsWith("px", StringComparison.OrdinalIgnoreCase) ? number * PointsAPixel : 0
            : 0;
    }
}
