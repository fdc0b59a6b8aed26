using System.Numerics;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>
/// Finds which of many literals a text has, in one pass over it whatever their number: an automaton of Aho and Corasick
/// ("Efficient String Matching", 1975). Each literal stands for a number; the numbers of those found are set as bits.
/// </summary>
/// <remarks>
/// A text is mostly near the root, so the states are numbered by their distance from it, and the characters by how often
/// literals have them: what is visited all the time lies side by side. With the states in the order of the literals, a page's
/// texts took three times as long.
/// </remarks>
internal sealed class LiteralIndex
{
    /// <summary>Set in an edge to a state at which literals end.</summary>
    private const ushort Ends = 0x8000;

    private const int MostStates = Ends;
    private const int FirstSize = 1024;

    /// <summary>Shorter texts are read in one part.</summary>
    private const int ShortestParted = 32;

    /// <summary>Of a longer text the rest is read in one part: no rule is asked about it.</summary>
    private const int LongestQuarter = 512;

    private readonly bool _anywhere;
    private readonly int _overlap;
    private readonly byte[] _symbols = new byte[char.MaxValue + 1];
    private readonly int _shift;
    private ushort[] _next;
    private int[]?[] _numbers;

    /// <param name="literals">The literals, in the form of <see cref="Fold"/>, none of them empty, and their numbers.</param>
    /// <param name="anywhere">True when a literal may stand anywhere in a text, false when the text has to begin with it.</param>
    public LiteralIndex(IReadOnlyList<(string Literal, int Number)> literals, bool anywhere)
    {
        _anywhere = anywhere;
        var symbols = NumberSymbols(literals);
        _shift = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)symbols + 1));
        _next = new ushort[FirstSize << _shift];
        _numbers = new int[FirstSize][];
        var states = new int[literals.Count];
        var longest = literals.Select(l => l.Literal.Length).DefaultIfEmpty().Max();
        _overlap = Math.Max(0, longest - 1);
        for (var depth = 0; depth < longest; depth++)
        {
            for (var i = 0; i < literals.Count; i++)
            {
                var (literal, number) = literals[i];
                if (depth < literal.Length)
                {
                    states[i] = Follow(states[i], literal[depth]);
                    _numbers[states[i]] = depth == literal.Length - 1 ? [.. _numbers[states[i]] ?? [], number] : _numbers[states[i]];
                }
            }
        }

        Array.Resize(ref _next, States << _shift);
        Array.Resize(ref _numbers, States);
        if (anywhere)
        {
            Connect();
        }

        foreach (ref var target in _next.AsSpan())
        {
            target |= _numbers[target] is null ? (ushort)0 : Ends;
        }
    }

    /// <summary>Number of states of the automaton.</summary>
    public int States { get; private set; } = 1;

    /// <summary>The form in which characters that an expression takes as equal are equal: lower case, and all digits one.</summary>
    public static char Fold(char c) => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);

    /// <summary>Sets the bits of the literals that are in the text, or that it begins with.</summary>
    public void Mark(ReadOnlySpan<char> text, Span<ulong> found)
    {
        var rest = !_anywhere || text.Length < ShortestParted + _overlap ? (State: 0, At: 0) : MarkInQuarters(text, found);
        var state = rest.State;
        foreach (var c in text[rest.At..])
        {
            var edge = _next[(state << _shift) + _symbols[c]];
            state = edge & ~Ends;
            if (edge >= Ends)
            {
                Set(state, found);
            }
            else if (edge == 0 && !_anywhere)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Reads four parts of the text side by side, for each step waits for memory that the one before has named. The parts
    /// overlap by less than a literal, so that none is cut. What ends on the way, at every fourth character, is looked at
    /// afterwards, for no processor guesses where. Read in one part with a branch on the way, a character took half as long again.
    /// </summary>
    /// <returns>Where the last part ends, which is some characters before the end of the text, and the state there.</returns>
    private (int State, int At) MarkInQuarters(ReadOnlySpan<char> text, Span<ulong> found)
    {
        var (next, symbols, shift) = (_next, _symbols, _shift);
        var quarter = Math.Min((text.Length - _overlap) / 4, LongestQuarter);
        var length = quarter + _overlap;
        var first = text[..length];
        var second = text.Slice(quarter, length);
        var third = text.Slice(2 * quarter, length);
        var fourth = text.Slice(3 * quarter, length);
        Span<ushort> ended = stackalloc ushort[4 * (LongestQuarter + _overlap)];
        var (a, b, c, d, ends) = (0, 0, 0, 0, 0);
        for (var i = 0; i < first.Length; i++)
        {
            a = next[((a & ~Ends) << shift) + symbols[first[i]]];
            b = next[((b & ~Ends) << shift) + symbols[second[i]]];
            c = next[((c & ~Ends) << shift) + symbols[third[i]]];
            d = next[((d & ~Ends) << shift) + symbols[fourth[i]]];
            ended[ends] = (ushort)a;
            ends += a >> 15;
            ended[ends] = (ushort)b;
            ends += b >> 15;
            ended[ends] = (ushort)c;
            ends += c >> 15;
            ended[ends] = (ushort)d;
            ends += d >> 15;
        }

        foreach (var state in ended[..ends])
        {
            Set(state & ~Ends, found);
        }

        return (d & ~Ends, (3 * quarter) + length);
    }

    private void Set(int state, Span<ulong> found)
    {
        foreach (var number in _numbers[state]!)
        {
            found[number >> 6] |= 1UL << (number & 63);
        }
    }

    /// <summary>Gives each character of the literals a number, and all that are folded to it the same one; 0 is every other character.</summary>
    private int NumberSymbols(IReadOnlyList<(string Literal, int Number)> literals)
    {
        var numbers = new Dictionary<char, byte>();
        foreach (var c in literals.SelectMany(l => l.Literal).CountBy(c => c).OrderByDescending(c => c.Value).Select(c => c.Key))
        {
            numbers.TryAdd(c, checked((byte)(numbers.Count + 1)));
        }

        for (var c = 0; c < _symbols.Length; c++)
        {
            _symbols[c] = numbers.GetValueOrDefault(Fold((char)c));
        }

        return numbers.Count;
    }

    /// <summary>The state to which a character leads, a new one if there is none.</summary>
    private int Follow(int state, char c)
    {
        var edge = (state << _shift) + _symbols[c];
        if (_next[edge] == 0)
        {
            // In two steps: the array is another one when a state had no room.
            var added = Add();
            _next[edge] = added;
        }

        return _next[edge];
    }

    private ushort Add()
    {
        if (States == MostStates)
        {
            throw new InvalidOperationException($"The literals need more than {MostStates} states.");
        }

        if (States == _numbers.Length)
        {
            Array.Resize(ref _next, 2 * _next.Length);
            Array.Resize(ref _numbers, 2 * _numbers.Length);
        }

        return (ushort)States++;
    }

    /// <summary>
    /// Leads every state on that has no edge for a symbol: to where the longest end of what was read goes on that begins a
    /// literal too. States nearer to the root have smaller numbers, so that where an end leads is known when it is asked for.
    /// </summary>
    private void Connect()
    {
        var ends = new int[States];
        for (var state = 0; state < States; state++)
        {
            for (var symbol = 0; symbol < 1 << _shift; symbol++)
            {
                var beyond = state == 0 ? 0 : _next[(ends[state] << _shift) + symbol];
                ref var target = ref _next[(state << _shift) + symbol];
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
            }
        }
    }
}
