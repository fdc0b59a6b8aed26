using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Numbers with no noun behind them that count something all the same, told by their place in the clause:
/// "43 of them", "33 are thought likely", "killed 57", "There were 112".
/// </summary>
internal static class LoneCount
{
    /// <summary>Such counts up to this are told by the way.</summary>
    private const double SmallCount = 10;

    /// <summary>Minutes, days or turns that somebody had, up to which they are told by the way.</summary>
    private const double LongestTurn = 30;

    /// <summary>Tokens looked back over for "there" or for the verb of a change.</summary>
    private const int Reach = 4;

    /// <summary>Tokens up to the far end of a change.</summary>
    private const int FarReach = 10;

    /// <summary>A number up to this may be an hour.</summary>
    private const double LastHour = 24;

    /// <summary>Tokens looked back over for "the number of".</summary>
    private const int TotalReach = 12;

    /// <summary>True for a number that stands as subject or object of its clause, or is the number of something named before it.</summary>
    public static bool IsFigure(TokenRun tokens, QuantityCandidate c, bool plain)
    {
        if (c.More)
        {
            return c.Value > SmallCount;
        }

        if (tokens.Kind(c.Number.End) == TokenKind.Dash && tokens.Glued(c.Number.End))
        {
            // "100- to 200-amp panels"
            return false;
        }

        var start = StartOf(tokens, c.First);
        if (tokens.Is(start - 1, "not") || IsMereNumber(tokens, start, c))
        {
            return false;
        }

        if (CountOfWhole.IsOfNumber(tokens, c.Number.End, c.Value) || (!plain && (c.Value >= 1000 || c.Form == NumeralForm.ScaledWords)) || CountOfWhole.IsFigure(tokens, start, c) || IsChange(tokens, start, c) || IsLevel(tokens, start, c) || EndOfChange.Is(tokens, start, c.Number))
        {
            return true;
        }

        if (c is { First: 0, Value: > 2 } && start == 0 && Clauses.EndAt(tokens, c.Number.End + 1) && tokens.Count <= c.Number.End + 2 && EndsInEd(tokens.Word(c.Number.End)))
        {
            // "Nine failed." is all that the sentence says.
            return true;
        }

        if (c.Value > 2 && IsOfThem(tokens, c.Number.End) && QuantityTest.IsHarm(tokens, c.Number.End + 2))
        {
            // "nine of them died"
            return true;
        }

        if (c.Value > SmallCount / 2 && tokens.Is(c.Number.End, "of") && tokens.Is(c.Number.End + 1, "us") && (tokens.In(c.Number.End + 2, WordLists.Verbs | WordLists.Auxiliaries) || EndsInEd(tokens.Word(c.Number.End + 2))))
        {
            // "seven of us turned up"
            return true;
        }

        if (SetPhrase.IsCount(tokens, start, c) || IsBehindInsertion(tokens, start, c) || IsExtreme(tokens, start, c))
        {
            return true;
        }

        if (Total(tokens, c.First) is >= 0 and var total)
        {
            if (c.Value == 0)
            {
                // "The number of seats sold twice is zero"
                return tokens.Is(total, "number") && tokens.Is(c.First - 1, "is", "was");
            }

            // "the number is about 3"
            var isTold = start < c.First && tokens.Is(start - 1, "is", "was") && tokens.In(start - 2, WordLists.Totals);
            return (c.High ?? c.Value) > SmallCount || c.Form == NumeralForm.Digits || (isTold && c.Value > 2);
        }

        if (IsDecimal(tokens, c) && c.Value <= SmallCount)
        {
            // "This year they found 0.4", "a ticket costs 5.60"; version 3.0 is none.
            return c.Value % 1 != 0 && (Verb(tokens, start) >= 0 || PriceTest.IsPrice(tokens, start)) && !tokens.IsMark(c.Unit.End, '×');
        }

        return (c.High ?? c.Value) > SmallCount
            && (IsOfThem(tokens, c.Number.End) || IsOfWhich(tokens, start, c.Number.End) || IsWho(tokens, c.Number.End) || IsSubject(tokens, start, c) || (Verb(tokens, start) >= 0 && !IsElided(tokens, start, c)) || SetPhrase.IsGiven(tokens, start, c.First) || IsThere(tokens, start));
    }

    /// <summary>"held, on the night one of us counted, 131": the object of the verb before what is put in between two commas.</summary>
    private static bool IsBehindInsertion(TokenRun tokens, int start, QuantityCandidate c)
    {
        if (c is not { Form: NumeralForm.BareDigits, Value: > LastHour } || tokens.Kind(start - 1) != TokenKind.Comma || !(tokens.IsMark(c.Number.End, '.') || tokens.Kind(c.Number.End) == TokenKind.None))
        {
            return false;
        }

        var i = start - 2;
        while (i > 0 && i > start - TotalReach && tokens.Kind(i) == TokenKind.Word)
        {
            i--;
        }

        return tokens.Kind(i) == TokenKind.Comma && i < start - 2 && Verb(tokens, i) >= 0;
    }

    /// <summary>"peaks of 86", "a low of 31": how far what was measured went.</summary>
    private static bool IsExtreme(TokenRun tokens, int start, QuantityCandidate c) =>
        c.Value > SmallCount && tokens.Is(start - 1, "of")
        && tokens.Is(start - 2, "peak", "peaks", "high", "low", "maximum", "minimum");

    /// <summary>"of them", "of those", "of which".</summary>
    public static bool IsOfThem(TokenRun tokens, int i) =>
        tokens.Is(i, "of") && tokens.Is(i + 1, "them", "those", "these", "which", "whom", "us");

    /// <summary>"740 boxes, of which 38 never arrived", "176 cases, of whom 59 died"; of people who came to no harm ("of whom 41 were called idle") an editor left it out.</summary>
    private static bool IsOfWhich(TokenRun tokens, int start, int end) =>
        tokens.Is(start - 2, "of") && (tokens.Is(start - 1, "which") || (tokens.Is(start - 1, "whom") && (QuantityTest.IsHarm(tokens, end) || (tokens.In(end, WordLists.Auxiliaries) && QuantityTest.IsHarm(tokens, end + 1)))));

    /// <summary>"the 188 who answered"</summary>
    public static bool IsWho(TokenRun tokens, int i) => tokens.Is(i, "who") || (tokens.Is(i, "of") && tokens.Is(i + 1, "those") && tokens.Is(i + 2, "who"));

    /// <summary>"Forty is not enough", "Perhaps five hundred is wrong", "the last 84 ran", "the last twelve": spoken of as a number, or the name of a line.</summary>
    private static bool IsMereNumber(TokenRun tokens, int start, QuantityCandidate c) =>
        ((start == c.First || tokens.Is(start, "perhaps")) && (tokens.OpensSentence(start) || tokens.Kind(start - 1) == TokenKind.Comma) && tokens.Is(c.Number.End, "is", "was"))
        || (start == c.First && (c.Form == NumeralForm.BareDigits || Clauses.EndAt(tokens, c.Number.End) || tokens.Is(c.Number.End, "and")) && tokens.Is(c.First - 1, "last", "first") && tokens.Is(c.First - 2, "the"));

    /// <summary>The word that names what the number is the total of ("toll", "number"), or -1. It stands in the same clause.</summary>
    public static int Total(TokenRun tokens, int start)
    {
        // "Average rating: 4.8"
        var last = tokens.IsMark(start - 1, ':') ? start - 2 : start - 1;
        for (var i = last; i >= 0 && i >= start - TotalReach; i--)
        {
            if (tokens.Kind(i) is not (TokenKind.Word or TokenKind.Possessive or TokenKind.Dash) || tokens.Is(i, "and", "but", "that", "which"))
            {
                return -1;
            }

            if (tokens.In(i, WordLists.Totals) || (tokens.Is(i, "list") && tokens.Is(i - 1, "waiting")))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The verb right before a number, or -1: "killed 57", "has found 37", "is expected to last 25"; "reached 40" tells a level, no count.</summary>
    public static int Verb(TokenRun tokens, int start)
    {
        var verb = start - 1;
        if (IsParticle(tokens, verb) && (EndsInEd(tokens.Word(verb - 1)) || tokens.In(verb - 1, WordLists.Verbs)) && !IsMotion(tokens, verb - 1) && !tokens.In(verb - 1, WordLists.ChangeVerbs))
        {
            // "gave away sixty", "has turned out 900"
            verb--;
        }

        var word = tokens.Word(verb);
        var tellsLevel = tokens.In(verb, WordLists.ChangeVerbs) && !word.StartsWith("number", StringComparison.OrdinalIgnoreCase)
            && !word.StartsWith("total", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("average", StringComparison.OrdinalIgnoreCase);
        if (tokens.Kind(verb) != TokenKind.Word || tellsLevel || (tokens.IsCapital(verb) && !tokens.OpensSentence(verb)) || (verb == start - 1 && tokens.In(verb, WordLists.Ages | WordLists.Labels))
            || tokens.Is(verb, "says", "said"))
        {
            return -1;
        }

        var isVerb = tokens.In(verb, WordLists.Verbs) || tokens.Is(verb, "use", "uses", "counts", "lists") || EndsInEd(word) || tokens.Is(verb, "has", "have", "had")
            || (IsModal(tokens, verb - 1) && !FigureWords.EndsUnit(tokens, verb));
        return isVerb ? verb : -1;
    }

    public static bool IsParticle(TokenRun tokens, int i) => tokens.Is(i, "away", "out", "off", "up", "back", "in");

    /// <summary>"went up 40", "came in 40th": how far, or which.</summary>
    private static bool IsMotion(TokenRun tokens, int i) =>
        tokens.Is(i, "go", "goes", "going", "went", "gone", "come", "comes", "came", "moved", "ran", "run");

    /// <summary>"I had three minutes; their lawyer had twenty", "would otherwise wait twelve": what it counts is left out because it was just named.</summary>
    private static bool IsElided(TokenRun tokens, int start, QuantityCandidate c) =>
        c is { Form: NumeralForm.Words, Value: <= LongestTurn } && start == c.First
        && (tokens.Is(start - 1, "has", "have", "had") || tokens.Word(start - 1).StartsWith("wait", StringComparison.OrdinalIgnoreCase));

    /// <summary>A verb in the past, by its look.</summary>
    public static bool EndsInEd(ReadOnlySpan<char> word) => word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("eed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The token the qualifiers before a number begin at.</summary>
    public static int StartOf(TokenRun tokens, int first)
    {
        var start = QualifierReader.FirstToken(tokens, first);
        while (tokens.In(start - 1, WordLists.Qualifiers))
        {
            start--;
        }

        return start;
    }

    /// <summary>"33 are thought likely", "but 51 signed", "only 140 remained": a verb behind, and no noun before that the number would be the label of.</summary>
    private static bool IsSubject(TokenRun tokens, int start, QuantityCandidate c)
    {
        if (!tokens.In(c.Unit.End, WordLists.Verbs | WordLists.Auxiliaries) && !EndsInEd(tokens.Word(c.Unit.End)))
        {
            return false;
        }

        var before = start - 1;
        var opens = tokens.OpensSentence(start) || tokens.IsOpeningMark(before) || tokens.Kind(before) is TokenKind.Comma || (tokens.Kind(before) == TokenKind.Dash && !tokens.Glued(start));
        // "By her estimate 900 will be lost"
        var isByEstimate = tokens.Is(before, "estimate", "reckoning", "calculation", "count") && tokens.Is(0, "by");
        return start < c.First || opens || isByEstimate || tokens.In(before, WordLists.ClauseOpeners);
    }

    /// <summary>"There were 112", "there may have been 40".</summary>
    public static bool IsThere(TokenRun tokens, int start)
    {
        for (var i = start - 1; i >= start - Reach && FigureWords.EndsUnit(tokens, i) && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (tokens.Is(i, "there"))
            {
                return tokens.In(i + 1, WordLists.Auxiliaries | WordLists.Verbs) && i < start - 1;
            }
        }

        return false;
    }

    /// <summary>"rose from 62 to 107", "went from 71 in the spring to 38", "has gone from 0.8 to 0.3".</summary>
    private static bool IsChange(TokenRun tokens, int start, QuantityCandidate c)
    {
        if (!tokens.Is(start - 1, "from") || (c.High ?? FarEnd(tokens, c)) is not { } far)
        {
            return false;
        }

        var largest = Math.Max(far, c.Value);
        if (largest <= SmallCount && c.Form != NumeralForm.Digits)
        {
            return false;
        }

        for (var i = start - 2; i >= start - 2 - Reach && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (tokens.In(i, WordLists.ChangeVerbs))
            {
                return true;
            }

            if (tokens.Is(i, "went", "gone", "moved", "go", "goes"))
            {
                // "The shop goes from 8 to 12" tells hours.
                return largest > LastHour || c.Number.Value > Math.Min(far, c.Value) || c.Form == NumeralForm.Digits;
            }
        }

        return false;
    }

    /// <summary>The far end of a change that does not stand right behind the near one, when no noun follows it: "in the spring to 38".</summary>
    private static double? FarEnd(TokenRun tokens, QuantityCandidate c)
    {
        for (var i = c.Unit.End; i < c.Unit.End + FarReach && tokens.Kind(i) is TokenKind.Word or TokenKind.Number; i++)
        {
            if (tokens.Is(i, "to") && NumeralReader.Read(tokens, i + 1) is { } far)
            {
                return far.Form is not (NumeralForm.Part or NumeralForm.Multiple) && FigureWords.EndsUnit(tokens, far.End) && Measures.KindAt(tokens, far.End) == MeasureKind.None ? far.Value : null;
            }
        }

        return null;
    }

    /// <summary>"the lead in goals was 0.41", "a margin, designed at 3.2, had fallen": a decimal that is what the clause tells of its subject.</summary>
    private static bool IsLevel(TokenRun tokens, int start, QuantityCandidate c) =>
        IsDecimal(tokens, c) && ((tokens.Is(start - 1, "is", "was") && BorrowedUnit.Subject(tokens, start - 1) >= 0)
            || (tokens.Is(start - 1, "at") && (tokens.Is(start - 2, "set") || EndsInEd(tokens.Word(start - 2))) && Clauses.EndAt(tokens, c.Number.End) && tokens.Word(c.First)[^2] == '.'));

    /// <summary>"0.41", but not "6.30", which may be an hour.</summary>
    private static bool IsDecimal(TokenRun tokens, QuantityCandidate c)
    {
        var digits = tokens.Word(c.Number.First);
        var isHour = c.Value is >= 1 and < LastHour && (digits.EndsWith(".00", StringComparison.Ordinal) || digits.EndsWith(".15", StringComparison.Ordinal) || digits.EndsWith(".30", StringComparison.Ordinal) || digits.EndsWith(".45", StringComparison.Ordinal));
        return c.Form == NumeralForm.Digits && digits.Contains('.') && !isHour;
    }

    public static bool IsModal(TokenRun tokens, int i) =>
        tokens.Is(i, "to", "will", "would", "can", "could", "may", "might", "must", "should");
}
