namespace Digest.Core.Judging;

/// <summary>
/// Tells most words that are not in a list by their first letter, last letter and length, for less than a lookup costs. Case
/// does not count.
/// </summary>
internal sealed class WordShapes
{
    private readonly ulong[] _shapes = new ulong[256];
    private bool _isOpen;

    public void Add(ReadOnlySpan<char> word)
    {
        // Some letters outside ASCII equal one inside it when case is left aside (the Kelvin sign and k).
        _isOpen |= !char.IsAscii(word[0]) || !char.IsAscii(word[^1]);
        var shape = Shape(word);
        _shapes[shape >> 6] |= 1UL << (shape & 63);
    }

    /// <summary>False for a word that is not in the list; true for one that may be.</summary>
    public bool MayHold(ReadOnlySpan<char> word)
    {
        var shape = Shape(word);
        return (_shapes[shape >> 6] & (1UL << (shape & 63))) != 0 || _isOpen || !char.IsAscii(word[0]) || !char.IsAscii(word[^1]);
    }

    private static int Shape(ReadOnlySpan<char> word) => ((word[0] & 31) << 9) | ((word[^1] & 31) << 4) | (word.Length & 15);
}
