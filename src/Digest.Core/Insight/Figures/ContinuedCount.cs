using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Numbers without a noun that go on from the figure before them, in this sentence or the one before: the level of what was
/// measured ("it was above 85", "the median was 1.3"), what is left of what was counted ("Today there are nine", "came home with 45").
/// </summary>
internal static class ContinuedCount
{
    /// <summary>A level differs from the one before it by no larger factor.</summary>
    private const double LargestFactor = 20;

    /// <summary>From here on four digits may be a year.</summary>
    public const double FirstYear = 1000;

    /// <summary>Behind "at", a number up to this may be an hour.</summary>
    public const double LastHour = 24;

    /// <summary>Tokens that may stand before "it was".</summary>
    private const int LongestOpening = 12;

    private static readonly FrozenSet<string> Levels = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "is", "was", "are", "were", "reached", "averaged", "hit", "exceeded", "approached", "remained");

    /// <summary>The figure a number goes on from, or null.</summary>
    public static RawFigure? Of(TokenRun tokens, RawFigure? last, Numeral number)
    {
        if (last is not { Unit.Length: > 0, High: null } || last.Form is NumeralForm.Part or NumeralForm.Multiple || number.Form is NumeralForm.Part or NumeralForm.Multiple
            || !(Clauses.EndAt(tokens, QualifierReader.EndOfTrailing(tokens, number.End)) || Clauses.IsThen(tokens, number.End)))
        {
            return null;
        }

        var start = LoneCount.StartOf(tokens, SignReader.Before(tokens, number.First));
        if (!Clauses.EndAt(tokens, QualifierReader.EndOfTrailing(tokens, number.End)))
        {
            return last.Kind != MeasureKind.Money && (IsPronoun(tokens, start) || EndOfChange.Is(tokens, start, number)) && IsNear(number, last) ? last : null;
        }

        if ((IsPutAt(tokens, start) || (last.Kind is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short && EndOfChange.IsAmount(tokens, start))) && IsNear(number, last))
        {
            return last;
        }

        if (last.Kind is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short or MeasureKind.Money && EndOfChange.IsSum(tokens, start, number) && IsNear(number, last))
        {
            // "a first draw of 40 degrees; this year's came in at 43"
            return last;
        }

        if (IsSameVerb(tokens, start, number, last) || IsGapped(tokens, start, last) || IsNextOfTwo(tokens, start, number, last) || IsDifference(tokens, start, number, last) || (last.Kind != MeasureKind.Money && last.Sentence.Tokens == tokens && IsNear(number, last) && EndOfChange.Is(tokens, start, number)))
        {
            return last;
        }

        if (IsNextVerb(tokens, start, number, last) || PartOfCount.IsSum(tokens, start, number, last))
        {
            return last;
        }

        return last.Kind switch
        {
            MeasureKind.None => RemainingCount.IsStock(tokens, start) || RemainingCount.IsHomecoming(tokens, start, number) || (IsPronoun(tokens, start) && IsDated(tokens, start) && IsNear(number, last)) ? last : null,
            MeasureKind.Money => PriceTest.IsPrice(tokens, start) && IsNear(number, last) ? last : null,
            MeasureKind.Times => null,
            _ => IsLevel(tokens, start, number, last) && !IsAgeOfShare(tokens, start, last) ? last : null,
        };
    }

    /// <summary>"the union puts it at 2,300; the ministry puts it at 900"</summary>
    private static bool IsPutAt(TokenRun tokens, int start) =>
        tokens.Is(start - 1, "at") && tokens.Is(start - 2, "it", "them") && tokens.Is(start - 3, "puts", "put");

    /// <summary>"A murder case needs 286 hours. A theft needs 35.", "gave him 61 percent and the 15th gave him 38": the verb before the figure is the verb before the number.</summary>
    private static bool IsSameVerb(TokenRun tokens, int start, Numeral number, RawFigure last)
    {
        var gap = IsObject(tokens, start - 1) ? 2 : 1;
        var verb = start - gap;
        var isHaving = IsHave(tokens, verb);
        if (last.Kind is MeasureKind.Money || start < 2 || number is { Value: <= 2, Form: not NumeralForm.Digits } || !(isHaving || tokens.In(verb, WordLists.Verbs) || tokens.Is(verb, "average") || LoneCount.EndsInEd(tokens.Word(verb)) || IsByItsEnd(tokens, verb)))
        {
            return false;
        }

        var other = last.Sentence.Tokens;
        var i = other.IndexAt(last.Start);

        return (other != tokens || i < verb) && (gap == 1 || IsObject(other, i - 1))
            && (isHaving ? last.Kind == MeasureKind.None && IsHave(other, i - gap) : (other.Word(i - gap).Equals(tokens.Word(verb), StringComparison.OrdinalIgnoreCase) || IsSame(other.Word(i - gap), tokens.Word(verb))));
    }

    /// <summary>"grows 38 million tonnes of wheat a year and eats 45 million": millions with no noun are millions of what was weighed just before.</summary>
    private static bool IsNextVerb(TokenRun tokens, int start, Numeral number, RawFigure last) =>
        last.Kind is MeasureKind.Mass or MeasureKind.Length && last.Sentence.Tokens == tokens && number.Scale > 1 && IsNear(number, last)
        && tokens.Is(start - 2, "and", "but") && tokens[start - 2].Start >= last.End && tokens.Kind(start - 1) == TokenKind.Word;

    /// <summary>"averaged" and "average", "carries" and "carry": one verb, whatever its ending.</summary>
    private static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var stem = Stem(a);
        return stem.Length > 3 && stem.Equals(Stem(b), StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> verb) =>
        verb.EndsWith("ied", StringComparison.OrdinalIgnoreCase) || verb.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? verb[..^3]
        : verb.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || verb.EndsWith("es", StringComparison.OrdinalIgnoreCase) ? verb[..^2]
        : verb.Length > 1 && verb[^1] is 'e' or 's' or 'y' ? verb[..^1] : verb;

    /// <summary>"In 2010 we had 29 branches. We have six."</summary>
    private static bool IsHave(TokenRun tokens, int i) => tokens.Is(i, "have", "has", "had");

    /// <summary>"handles", where the same word stands before a figure: what one thing does and another does, too.</summary>
    private static bool IsByItsEnd(TokenRun tokens, int i) =>
        tokens.Word(i).Length > 4 && tokens.Word(i)[^1] == 's' && !tokens.IsCapital(i) && !tokens.In(i, WordLists.Stops | WordLists.Labels | WordLists.Ages | WordLists.Qualifiers);

    private static bool IsObject(TokenRun tokens, int i) => tokens.Is(i, "him", "her", "them", "us", "me");

    /// <summary>"41 per cent are under fifty": the people of the share are, not the share.</summary>
    private static bool IsAgeOfShare(TokenRun tokens, int start, RawFigure last) =>
        last.Kind == MeasureKind.Percent && last.Sentence.Tokens == tokens && tokens.Is(start - 1, "are", "were");

    /// <summary>"the first is used 3,140 times a month; the second, 1,190": a clause that leaves out its verb.</summary>
    private static bool IsGapped(TokenRun tokens, int start, RawFigure last)
    {
        if (tokens.Kind(start - 1) != TokenKind.Comma || last.Sentence.Tokens != tokens || last.Kind is MeasureKind.Money or MeasureKind.Percent)
        {
            return false;
        }

        for (var i = start - 2; i >= 0 && tokens[i].Start >= last.End; i--)
        {
            if (tokens.IsMark(i, ';'))
            {
                return true;
            }

            if (tokens.Kind(i) != TokenKind.Word || tokens.In(i, WordLists.Auxiliaries))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Leading buses carried 71 passengers and followers 19", "hires 180 drivers a year and trains 120": the second of two, which leaves out what the first counted.</summary>
    private static bool IsNextOfTwo(TokenRun tokens, int start, Numeral number, RawFigure last)
    {
        var noun = start - 1;
        var and = tokens.Is(noun - 1, "the") ? noun - 2 : noun - 1;
        return last.Sentence.Tokens == tokens && last.Kind is MeasureKind.None or MeasureKind.Time && number.Value > LastHour - (LastHour / 2) && IsNear(number, last)
            && tokens.Is(and, "and") && tokens[and].Start >= last.End && !tokens.IsCapital(noun) && tokens.Word(noun).EndsWith("s", StringComparison.Ordinal)
            && !tokens.In(noun, WordLists.Labels | WordLists.Ages | WordLists.Auxiliaries) && (FigureWords.IsPlural(tokens, noun) || tokens.In(noun, WordLists.Verbs));
    }

    /// <summary>"stood at 51 metres, a recovery of 17": by how much it has changed.</summary>
    private static bool IsDifference(TokenRun tokens, int start, Numeral number, RawFigure last) =>
        last.Sentence.Tokens == tokens && last.Kind is not MeasureKind.Money && number.Value > 2
        && tokens.Is(start - 1, "of") && EndOfChange.IsDifference(tokens, start - 2) && tokens.Is(start - 3, "a", "an") && tokens.Kind(start - 4) == TokenKind.Comma;

    /// <summary>"it was 380", "it's 25", "it is now about forty".</summary>
    public static bool IsPronoun(TokenRun tokens, int start)
    {
        var verb = tokens.Is(start - 1, "now", "already", "still", "only", "just") ? start - 2 : start - 1;
        var hasBeen = tokens.Is(verb, "been") && tokens.Is(verb - 1, "had", "has", "’s", "'s");
        var subject = hasBeen ? verb - 2 : verb - 1;
        return tokens.Is(subject, "it")
            && (tokens.Is(verb, "was") || hasBeen || tokens.Is(verb, "is", "’s", "'s", "reached", "had"));
    }

    /// <summary>"Last year it was 41", "In Norway, it's 25": when or where stands before the pronoun, so that the number is compared.</summary>
    public static bool IsDated(TokenRun tokens, int start)
    {
        for (var i = start - 2; i > 0 && i >= start - LongestOpening; i--)
        {
            if (tokens.Is(i, "it"))
            {
                return tokens.IsCapital(0) && (tokens.Is(0, "in", "by", "last", "this", "now", "today", "at", "a", "the", "before", "for", "on", "until", "once") || NumberWords.IsCount(tokens, 0));
            }
        }

        return false;
    }

    /// <summary>A level of what another figure measured: of the same order, and no year.</summary>
    private static bool IsNear(Numeral number, RawFigure last) =>
        IsNear(number.Value, last) && !(number.Form == NumeralForm.BareDigits && number.Value >= FirstYear);

    public static bool IsNear(double value, RawFigure last) =>
        value > 0 && value <= Math.Abs(last.Value) * LargestFactor && value * LargestFactor >= Math.Abs(last.Value);

    private static bool IsLevel(TokenRun tokens, int start, Numeral number, RawFigure last)
    {
        if (!IsNear(number, last))
        {
            return false;
        }

        var verb = tokens.Is(start - 1, "now", "already", "still") ? start - 2 : start - 1;
        if (tokens.Is(verb, "down", "up") && tokens.Is(verb - 1, "went", "goes", "go", "reached"))
        {
            // "struck water at 60 feet; the next went down 190"
            return last.Kind == MeasureKind.Length;
        }

        if (tokens.Is(verb, "at"))
        {
            // "takes place at around 60": without a qualifier it may be an hour or an age.
            // "The well was at 410" tells its level, as does "that of the same rose by sea at 0.11".
            // "by September it was at 22": "it" is no person and no hour.
            var isIt = tokens.Is(verb - 2, "it") && tokens.Is(verb - 1, "was", "is", "stood", "stands");
            return last.Kind != MeasureKind.Time && (isIt || start < number.First || (number.Value > LastHour && tokens.Is(verb - 1, "was", "is", "stood", "stands")) || IsFraction(tokens, number));
        }

        if (tokens.Is(start - 1, "in") && last.Kind == MeasureKind.Time && last.Sentence.Tokens != tokens && tokens.Is(0, "it") && tokens.Is(1, "now"))
        {
            // "left nineteen minutes after the call. It now leaves in six."
            return true;
        }

        if (tokens.Is(start - 1, "for") && tokens.Is(start - 2, "designed", "built", "rated", "meant", "intended"))
        {
            // "are over 33 years old, in a machine designed for 40"
            return true;
        }

        // "A letter took 2.3 days. It now takes 4.1."
        var isTaking = tokens.Is(verb, "takes", "took", "lasts", "lasted") && (tokens.Is(verb - 1, "it") || (tokens.Is(verb - 1, "now") && tokens.Is(verb - 2, "it")));
        return isTaking || (Levels.Contains(tokens.Word(verb).ToString()) && !IsPerson(tokens, verb - 1)) || IsPronoun(tokens, start);
    }

    /// <summary>A decimal below one is no hour and no age.</summary>
    private static bool IsFraction(TokenRun tokens, Numeral number) => number is { Value: < 1, Form: NumeralForm.Digits } && tokens.Word(number.First).Contains('.');

    /// <summary>"He was 61": an age.</summary>
    private static bool IsPerson(TokenRun tokens, int subject) =>
        tokens.Is(subject, "he", "she", "i", "who", "they", "we", "you", "them", "there") || (tokens.IsCapital(subject) && !tokens.OpensSentence(subject)) || tokens.In(subject, WordLists.PersonNouns | WordLists.Roles);
}
