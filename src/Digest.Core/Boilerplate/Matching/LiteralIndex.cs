using System.Collections.Frozen;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>
/// Finds which of many literals a text has, in one pass over it whatever their number: an automaton of Aho and Corasick
/// ("Efficient String Matching", 1975). Each literal stands for a number; the numbers of those found are set as bits.
/// </summary>
internal sealed class LiteralIndex
{
    private const int Ascii = 128;
    private const int FirstSize = 1024;

    private readonly bool _anywhere;
    private readonly byte[] _symbols = new byte[Ascii];
    private readonly FrozenDictionary<char, byte> _otherSymbols;
    private readonly int _width;
    private ushort[] _next;
    private int[]?[] _numbers;

    /// <param name="literals">The literals, in the form of <see cref="Fold"/>, none of them empty, and their numbers.</param>
    /// <param name="anywhere">True when a literal may stand anywhere in a text, false when the text has to begin with it.</param>
    public LiteralIndex(IReadOnlyCollection<(string Literal, int Number)> literals, bool anywhere)
    {
        _anywhere = anywhere;

        // Symbol 0 is every character that no literal has.
        var symbols = new Dictionary<char, byte>();
        foreach (var (literal, _) in literals)
        {
            foreach (var c in literal)
            {
                symbols.TryAdd(c, checked((byte)(symbols.Count + 1)));
            }
        }

        _width = symbols.Count + 1;
        for (var c = '\0'; c < Ascii; c++)
        {
            _symbols[c] = symbols.GetValueOrDefault(Fold(c));
        }

        _otherSymbols = symbols.Where(s => s.Key >= Ascii).ToFrozenDictionary();
        _next = new ushort[FirstSize * _width];
        _numbers = new int[FirstSize][];
        foreach (var (literal, number) in literals)
        {
            var state = 0;
            foreach (var c in literal)
            {
                var edge = (state * _width) + Symbol(c);
                if (_next[edge] == 0)
                {
                    // In two steps: the array is another one when a state had no room.
                    var added = Add();
                    _next[edge] = added;
                }

                state = _next[edge];
            }

            _numbers[state] = [.. _numbers[state] ?? [], number];
        }

        Array.Resize(ref _next, States * _width);
        Array.Resize(ref _numbers, States);
        if (anywhere)
        {
            Connect();
        }
    }

    /// <summary>Number of states of the automaton.</summary>
    public int States { get; private set; } = 1;

    /// <summary>The form in which characters that an expression takes as equal are equal: lower case, and all digits one.</summary>
    public static char Fold(char c) => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);

    /// <summary>Sets the bits of the literals that are in the text, or that it begins with.</summary>
    public void Mark(ReadOnlySpan<char> text, Span<ulong> found)
    {
        var state = 0;
        foreach (var c in text)
        {
            state = _next[(state * _width) + Symbol(c)];
            if (state == 0)
            {
                if (!_anywhere)
                {
                    return;
                }

                continue;
            }

            if (_numbers[state] is { } numbers)
            {
                foreach (var number in numbers)
                {
                    found[number >> 6] |= 1UL << (number & 63);
                }
            }
        }
    }

    private ushort Add()
    {
        if (States == _numbers.Length)
        {
            Array.Resize(ref _next, 2 * _next.Length);
            Array.Resize(ref _numbers, 2 * _numbers.Length);
        }

        return checked((ushort)States++);
    }

    private int Symbol(char c)
    {
        if (c < Ascii)
        {
            return _symbols[c];
        }

        var folded = Fold(c);
        return folded < Ascii ? _symbols[folded] : _otherSymbols.GetValueOrDefault(folded);
    }

    /// <summary>
    /// Leads every state on that has no edge for a symbol: to where the longest end of what was read goes on that begins a
    /// literal too. Nearest states come first, so that where an end leads is known when it is asked for.
    /// </summary>
    private void Connect()
    {
        var ends = new int[States];
        var nearest = new Queue<int>();
        nearest.Enqueue(0);
        while (nearest.TryDequeue(out var state))
        {
            for (var symbol = 0; symbol < _width; symbol++)
            {
                var beyond = state == 0 ? 0 : _next[(ends[state] * _width) + symbol];
                ref var target = ref _next[(state * _width) + symbol];
                if (target == 0)
                {
                    target = (ushort)beyond;
                    continue;
                }

                ends[target] = beyond;
                if (_numbers[beyond] is { } more)
                {
                    _numbers[target] = [.. _numbers[target] ?? [], .. more];
                }

                nearest.Enqueue(target);
            }
        }
    }
}
