using Digest.Core.Blocks;

namespace Digest.Core.Insight;

/// <summary>Finds the notes at the end of a text without markup: they thank, cite and add, and their numbers are not the essay's.</summary>
internal static class Endnotes
{
    /// <summary>Digits of a mark.</summary>
    private const int LongestMark = 3;

    /// <summary>Ordinals of the last blocks of the body that begin with "[1]" or "¹" each; none when most blocks do: then they are numbered paragraphs.</summary>
    public static IEnumerable<int> Of(IReadOnlyList<Block> body)
    {
        var first = body.Count;
        while (first > 0 && BeginsWithMark(body[first - 1].Text))
        {
            first--;
        }

        return (body.Count - first) * 2 < body.Count ? body.Skip(first).Select(block => block.Ordinal) : [];
    }

    private static bool BeginsWithMark(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '¹' or '²' or '³' or (>= '⁴' and <= '⁹'))
        {
            return true;
        }

        var close = text.Length > 0 && text[0] == '[' ? text.IndexOf(']') : -1;
        return close is > 1 and <= LongestMark + 1 && !text[1..close].ContainsAnyExceptInRange('0', '9');
    }
}
