namespace Digest.Core.Boilerplate.Matching;

/// <summary>
/// Tells at one look at a text which of many expressions can match it. An engine that tries an expression takes some hundred
/// nanoseconds to find out that it does not match, and nearly none of them does; the literals that an expression can't do
/// without are looked for in all of them at once.
/// </summary>
/// <remarks>The gate never hides a match: what it lets pass is tried, what it holds back lacks something that every match has.</remarks>
internal sealed class ExpressionGate
{
    private const int Rows = 1 + KnownLiterals.MostSets;

    /// <summary>Hardly a text begins with one of some words of four letters by chance: no more is asked of it.</summary>
    private const int TellingBeginning = 4;

    /// <summary>
    /// What is shorter stands in most texts and is asked for only where nothing better is known: with " a" and "in" beside
    /// longer pieces the gate took two fifths longer.
    /// </summary>
    private const int ShortestSecond = 3;

    private readonly LiteralIndex _beginnings;
    private readonly LiteralIndex _pieces;
    private readonly ulong[] _free;

    /// <param name="expressions">The expressions; the number of each is its place in the list.</param>
    public ExpressionGate(IReadOnlyList<RuleExpression> expressions)
    {
        Size = (expressions.Count + 63) / 64;

        // One row of bits for the beginning, one for each set of pieces.
        _free = new ulong[Size * Rows];
        var beginnings = new List<(string, int)>();
        var pieces = new List<(string, int)>();
        for (var i = 0; i < expressions.Count; i++)
        {
            var known = ExpressionReader.Read(expressions[i].Text);
            string[] starts = expressions[i].IsAtBeginning ? [.. known.Beginnings.Select(b => b.Text)] : [];
            Add(beginnings, starts, i);
            var tellsEnough = starts.Length > 0 && starts.Min(s => s.Length) >= TellingBeginning;
            string[][] sets = tellsEnough ? [] : [.. known.Pieces.Where((set, n) => n == 0 || set.Min(s => s.Length) >= ShortestSecond)];
            for (var row = 1; row < Rows; row++)
            {
                Add(pieces, sets.ElementAtOrDefault(row - 1) ?? [], i + (row * Size * 64));
            }
        }

        _beginnings = new LiteralIndex(beginnings, anywhere: false);
        _pieces = new LiteralIndex(pieces, anywhere: true);
    }

    /// <summary>Number of words of 64 bits that hold one bit for each expression.</summary>
    public int Size { get; }

    /// <summary>Sets the bits of the expressions that can match.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="core">The text from its first letter or digit to its last, which is where expressions at the beginning are tried.</param>
    /// <param name="open">Receives the bits; has <see cref="Size"/> words.</param>
    public void Open(ReadOnlySpan<char> text, ReadOnlySpan<char> core, Span<ulong> open)
    {
        Span<ulong> found = stackalloc ulong[_free.Length];
        _free.CopyTo(found);
        _beginnings.Mark(core, found);
        _pieces.Mark(text, found);
        for (var i = 0; i < open.Length; i++)
        {
            open[i] = found[i];
            for (var row = 1; row < Rows; row++)
            {
                open[i] &= found[i + (row * Size)];
            }
        }
    }

    /// <summary>Puts literals into an index; where there are none, the expression needs none.</summary>
    private void Add(List<(string Literal, int Number)> index, string[] literals, int number)
    {
        if (literals.Length == 0 || literals.Contains(""))
        {
            _free[number >> 6] |= 1UL << (number & 63);
            return;
        }

        index.AddRange(literals.Select(l => (l, number)));
    }
}
