namespace Digest.Core.Decoding.Html.Content;

/// <summary>The words of a short text, to compare others with.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordSet(string? text)
    {
        _words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in Words.Of(text))
        {
            _words.Add(text![range]);
        }

        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Overlap of two word sets by Dice's coefficient, 0 to 1.</summary>
    public float Overlap(string text)
    {
        if (_words.Count == 0)
        {
            return 0;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seenLookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var common = 0;
        foreach (var range in Words.Of(text))
        {
            if (seenLookup.Add(text.AsSpan(range)) && _lookup.Contains(text.AsSpan(range)))
            {
                common++;
            }
        }

        return 2f * common / (_words.Count + seen.Count);
    }
}

/// <summary>Runs of three words of a long text, by their hashes.</summary>
internal sealed class ShingleSet
{
    private const int Run = 3;
    private readonly HashSet<ulong> _runs = [];

    public ShingleSet(string? text) => Visit(text, hash => _runs.Add(hash));

    /// <summary>Share of the runs of <paramref name="text"/> that are in the set; -1 when the set is empty or the text too short.</summary>
    public float ShareOf(string text)
    {
        if (_runs.Count == 0)
        {
            return -1;
        }

        var (all, common) = (0, 0);
        Visit(text, hash =>
        {
            all++;
            common += _runs.Contains(hash) ? 1 : 0;
        });
        return all == 0 ? -1 : (float)common / all;
    }

    private static void Visit(string? text, Action<ulong> visit)
    {
        ulong first = 0, second = 0;
        var count = 0;
        foreach (var range in Words.Of(text))
        {
            var hash = 14695981039346656037UL;
            foreach (var c in text.AsSpan(range))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
            }

            if (++count >= Run)
            {
                visit(hash ^ (second * 31) ^ (first * 961));
            }

            (first, second) = (second, hash);
        }
    }
}

/// <summary>Cuts a text into words: runs of letters and digits.</summary>
internal static class Words
{
    public static IEnumerable<Range> Of(string? text)
    {
        var start = -1;
        for (var i = 0; i <= (text?.Length ?? -1); i++)
        {
            if (i < text!.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }
}
