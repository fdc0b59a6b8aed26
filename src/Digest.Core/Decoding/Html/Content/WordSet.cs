using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>The words of a short text, to compare others with.</summary>
internal sealed class WordSet
{
    /// <summary>Words beyond this many are not looked at: a title or description has fewer.</summary>
    private const int MostWords = 256;

    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly WordShapes _shapes = new();

    public WordSet(string? text)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in new Words(text))
        {
            if (_words.Count < MostWords)
            {
                _lookup.TryAdd(word, _words.Count);
                _shapes.Add(word);
            }
        }
    }

    /// <summary>Overlap of the words of two texts by Dice's coefficient, 0 to 1.</summary>
    public float Overlap(string text)
    {
        if (_words.Count == 0)
        {
            return 0;
        }

        Span<bool> seen = stackalloc bool[MostWords];
        var (all, common) = (0, 0);
        foreach (var word in new Words(text))
        {
            all++;
            if (_shapes.MayHold(word) && _lookup.TryGetValue(word, out var index))
            {
                // A word said twice counts once.
                _ = seen[index] ? all-- : common++;
                seen[index] = true;
            }
        }

        return 2f * common / (_words.Count + all);
    }
}

/// <summary>Runs of three words of a long text, by their hashes.</summary>
internal sealed class ShingleSet
{
    private readonly HashSet<ulong> _runs = [];

    public ShingleSet(string? text)
    {
        var runs = new Runs(text);
        while (runs.MoveNext())
        {
            _runs.Add(runs.Current);
        }
    }

    /// <summary>Share of the runs of <paramref name="text"/> that are in the set; -1 when the set is empty or the text too short.</summary>
    public float ShareOf(string text)
    {
        if (_runs.Count == 0)
        {
            return -1;
        }

        var (all, common) = (0, 0);
        var runs = new Runs(text);
        while (runs.MoveNext())
        {
            all++;
            common += _runs.Contains(runs.Current) ? 1 : 0;
        }

        return all == 0 ? -1 : (float)common / all;
    }

    /// <summary>Rolls over the words of a text.</summary>
    private ref struct Runs(string? text)
    {
        private Words _words = new(text);
        private ulong _first;
        private ulong _second;
        private int _count;

        public ulong Current { get; private set; }

        public bool MoveNext()
        {
            while (_words.MoveNext())
            {
                var hash = 14695981039346656037UL;
                foreach (var c in _words.Current)
                {
                    hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
                }

                Current = hash ^ (_second * 31) ^ (_first * 961);
                (_first, _second) = (_second, hash);
                if (++_count >= 3)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>Cuts a text into words, which are runs of letters and digits, without allocating.</summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length && !char.IsLetterOrDigit(_text[_next]))
        {
            _next++;
        }

        var start = _next;
        while (_next < _text.Length && char.IsLetterOrDigit(_text[_next]))
        {
            _next++;
        }

        Current = _text[start.._next];
        return _next > start;
    }
}
