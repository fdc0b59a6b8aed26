namespace Digest.Core.Insight.Text;

/// <summary>A set of words, by the numbers of their <see cref="WordForms"/>. Sorted, so that two sets are compared in one pass over both.</summary>
internal sealed class NumberSet
{
    private readonly int[] _sorted;

    /// <summary>The distinct ones of the given numbers.</summary>
    public NumberSet(ReadOnlySpan<int> numbers)
    {
        var sorted = numbers.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var number in sorted)
        {
            if (count == 0 || sorted[count - 1] != number)
            {
                sorted[count++] = number;
            }
        }

        _sorted = count == sorted.Length ? sorted : sorted[..count];
    }

    public int Count => _sorted.Length;

    /// <summary>The numbers in ascending order.</summary>
    public ReadOnlySpan<int> Numbers => _sorted;

    public bool Contains(int number) => Array.BinarySearch(_sorted, number) >= 0;

    /// <summary>How many words the sets have in common.</summary>
    public int SharedWith(NumberSet other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < _sorted.Length && j < other._sorted.Length)
        {
            var order = _sorted[i].CompareTo(other._sorted[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
