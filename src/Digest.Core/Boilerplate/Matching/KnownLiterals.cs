namespace Digest.Core.Boilerplate.Matching;

/// <summary>The beginning of texts that match, or a whole one.</summary>
/// <param name="Text">The text, in the form of <see cref="LiteralIndex.Fold"/>.</param>
/// <param name="IsCut">True when anything may follow.</param>
internal readonly record struct Literal(string Text, bool IsCut)
{
    /// <summary>A longer literal tells hardly more of a text and takes more room: with eight characters the automaton took half as long again.</summary>
    public const int Longest = 6;

    /// <summary>The literal followed by another.</summary>
    public Literal Then(Literal other)
    {
        var text = Text.Length == 0 ? other.Text : other.Text.Length == 0 ? Text : Text + other.Text;
        return new Literal(text, other.IsCut).UpTo(Longest);
    }

    /// <summary>The literal, cut where it is longer.</summary>
    public Literal UpTo(int length) => Text.Length > length ? new Literal(Text[..length], IsCut: true) : this;
}

/// <summary>
/// What is known of every text that an expression, or a part of one, matches. It is put together from what is known of the
/// parts, as in the filters of RE2 (Cox, "Regular Expression Matching with a Trigram Index", 2012), but with longer literals.
/// </summary>
/// <param name="Beginnings">Every match begins with one of these, or is it where it is not cut.</param>
/// <param name="Pieces">Of each of these sets every match has a member somewhere; the most telling set comes first.</param>
internal sealed record KnownLiterals(Literal[] Beginnings, string[][] Pieces)
{
    /// <summary>Most sets of pieces.</summary>
    public const int MostSets = 3;

    /// <summary>Most literals in a set: the names of months and honorifics fit in, their combinations do not.</summary>
    private const int Most = 64;

    private const int MostCombinations = 512;

    /// <summary>Literals of this length are rare enough; of longer ones a smaller set tells more.</summary>
    private const int LongEnough = 6;

    private static readonly Literal Nothing = new("", IsCut: false);

    /// <summary>Nothing is known.</summary>
    public static KnownLiterals Unknown { get; } = new([Nothing with { IsCut = true }], []);

    /// <summary>The empty text alone matches.</summary>
    public static KnownLiterals Empty { get; } = new([Nothing], []);

    private bool IsWhole => !Array.Exists(Beginnings, b => b.IsCut);

    /// <summary>This text alone matches.</summary>
    public static KnownLiterals Of(string text) => Known([new Literal(text, IsCut: false).UpTo(Literal.Longest)], []);

    /// <summary>One of the alternatives matches.</summary>
    public static KnownLiterals Either(IReadOnlyCollection<KnownLiterals> alternatives)
    {
        var beginnings = alternatives.SelectMany(a => a.Beginnings).ToHashSet();
        for (var length = Literal.Longest - 1; beginnings.Count > Most; length--)
        {
            beginnings = [.. beginnings.Select(b => b.UpTo(length))];
        }

        var pieces = alternatives.All(a => a.Pieces.Length > 0) ? alternatives.SelectMany(a => a.Pieces[0]).ToHashSet(StringComparer.Ordinal) : [];
        return new KnownLiterals([.. beginnings], pieces.Count is > 0 and <= Most * 2 ? [[.. pieces]] : []);
    }

    /// <summary>The parts match one after another.</summary>
    public static KnownLiterals Sequence(IEnumerable<KnownLiterals> parts)
    {
        // What is known from the last part on that can end in unknown ways.
        Literal[] run = [Nothing];
        Literal[]? beginnings = null;
        var pieces = new List<string[]>();
        foreach (var part in parts)
        {
            if (Joined(run, part.Beginnings) is { } joined)
            {
                run = joined;
            }
            else
            {
                EndRun();
                run = part.Beginnings;
            }

            if (!part.IsWhole || Array.TrueForAll(run, l => l.IsCut))
            {
                EndRun();
                pieces.AddRange(part.IsWhole ? [] : part.Pieces);
                run = [Nothing];
            }
        }

        if (beginnings is null)
        {
            return Known(run, pieces);
        }

        pieces.Add(Texts(run));
        return Known(beginnings, pieces);

        void EndRun()
        {
            beginnings ??= [.. run.Select(l => l with { IsCut = true })];
            pieces.Add(Texts(run));
        }
    }

    private static KnownLiterals Known(Literal[] beginnings, List<string[]> pieces)
    {
        pieces.Add(Texts(beginnings));
        var telling = new List<string[]>(MostSets + 1);
        foreach (var set in pieces)
        {
            if (Array.Exists(set, TellsNothing) || telling.Exists(t => t.AsSpan().SequenceEqual(set)))
            {
                continue;
            }

            var place = telling.FindIndex(t => Telling(set).CompareTo(Telling(t)) > 0);
            telling.Insert(place < 0 ? telling.Count : place, set);
            telling.RemoveRange(Math.Min(telling.Count, MostSets), Math.Max(0, telling.Count - MostSets));
        }

        return new KnownLiterals(beginnings, [.. telling]);
    }

    /// <summary>
    /// True for what hardly a text lacks. Asked for all the same, the blank alone cost two thirds of the time of looking for
    /// all literals: it stood for sixteen expressions.
    /// </summary>
    private static bool TellsNothing(string literal) => literal is "" or " " or "." or "," || (literal.Length == 1 && char.IsLetter(literal[0]));

    private static string[] Texts(Literal[] literals)
    {
        var texts = Array.ConvertAll(literals, l => l.Text);
        return texts.Length == 1 ? texts : [.. texts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Long literals tell most, for they are rare; of two sets of long ones the smaller.</summary>
    private static (int Shortest, int Few) Telling(string[] literals)
    {
        var shortest = LongEnough;
        foreach (var literal in literals)
        {
            shortest = Math.Min(shortest, literal.Length);
        }

        return (shortest, -literals.Length);
    }

    private static Literal[]? Joined(Literal[] first, Literal[] second)
    {
        if (first is [{ Text: "", IsCut: false }])
        {
            return second;
        }

        if (first.Length * second.Length > MostCombinations)
        {
            return null;
        }

        var joined = new HashSet<Literal>();
        foreach (var literal in first)
        {
            if (literal.IsCut)
            {
                joined.Add(literal);
                continue;
            }

            foreach (var next in second)
            {
                joined.Add(literal.Then(next));
            }
        }

        return joined.Count <= Most ? [.. joined] : null;
    }
}
