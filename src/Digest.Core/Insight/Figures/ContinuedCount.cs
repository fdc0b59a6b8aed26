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
    private const double FirstYear = 1000;

    /// <summary>Behind "at", a number up to this may be an hour.</summary>
    private const double LastHour = 24;

    /// <summary>Tokens that may stand before "it was".</summary>
    private const int LongestOpening = 12;

    private const int Reach = 5;

    private static readonly FrozenSet<string> Levels = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "is", "was", "are", "were", "reached", "averaged", "hit", "exceeded", "approached", "remained");

    private static readonly FrozenSet<string> Homecomings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "came", "come", "comes", "left", "returned", "returns", "ended", "emerged", "went", "finished");

    private static readonly FrozenSet<string> Areas = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "borough", "city", "constituency", "country", "county", "district", "neighbourhood", "neighborhood", "parish", "province", "region", "state", "street", "town", "village", "ward");

    /// <summary>The figure a number goes on from, or null.</summary>
    public static RawFigure? Of(TokenRun tokens, RawFigure? last, Numeral number)
    {
        if (last is not { Unit.Length: > 0, High: null } || last.Form is NumeralForm.Part or NumeralForm.Multiple || number.Form is NumeralForm.Part or NumeralForm.Multiple
            || !(EndsClause(tokens, number.End) || IsThen(tokens, number.End)))
        {
            return null;
        }

        var start = LoneCount.StartOf(tokens, number.First);
        if (!EndsClause(tokens, number.End))
        {
            return last.Kind != MeasureKind.Money && IsPronoun(tokens, start) && IsNear(number, last) ? last : null;
        }

        if (IsSameVerb(tokens, start, last) || IsGapped(tokens, start, last))
        {
            return last;
        }

        return last.Kind switch
        {
            MeasureKind.None => IsStock(tokens, start) || IsHomecoming(tokens, start, number) || (IsPronoun(tokens, start) && IsDated(tokens, start) && IsNear(number, last)) ? last : null,
            MeasureKind.Money => PriceTest.IsPrice(tokens, start) && IsNear(number, last) ? last : null,
            MeasureKind.Times => null,
            _ => IsLevel(tokens, start, number, last) && !IsAgeOfShare(tokens, start, last) ? last : null,
        };
    }

    /// <summary>"14 states. Eight of them depend on one cable": a part that opens the sentence behind its whole.</summary>
    public static bool IsPartOf(TokenRun tokens, RawFigure? last, Numeral number) =>
        last is { Kind: MeasureKind.None, Unit.Length: > 0 } && last.Form is not (NumeralForm.Part or NumeralForm.Multiple) && !last.Unit.StartsWith("of ", StringComparison.Ordinal)
        && number is { First: 0, Value: > 2, Form: NumeralForm.BareDigits or NumeralForm.Words } && number.Value < last.Value
        && (LoneCount.IsOfThem(tokens, number.End) || (LoneCount.IsOfThem(tokens, number.End + 1) && tokens.Is(number.End, "out")));

    /// <summary>"A murder case needs 286 hours. A theft needs 35.": the verb before the figure is the verb before the number.</summary>
    private static bool IsSameVerb(TokenRun tokens, int start, RawFigure last)
    {
        if (last.Kind is MeasureKind.Money || start < 2 || !(tokens.In(start - 1, WordLists.Verbs) || LoneCount.EndsInEd(tokens.Word(start - 1))))
        {
            return false;
        }

        var other = last.Sentence.Tokens;
        var i = other.IndexAt(last.Start);

        return (other != tokens || i < start - 1) && other.Word(i - 1).Equals(tokens.Word(start - 1), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"41 per cent are under fifty": the people of the share are, not the share.</summary>
    private static bool IsAgeOfShare(TokenRun tokens, int start, RawFigure last) =>
        last.Kind == MeasureKind.Percent && last.Sentence.Tokens == tokens && (tokens.Is(start - 1, "are") || tokens.Is(start - 1, "were"));

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

    /// <summary>What a number counts that has neither a noun behind it nor a figure before it: "Pharmacies are closing, 14 in this city", "how many had qualified: 22", "71 of the 412"; null when it counts nothing.</summary>
    public static string? Counted(TokenRun tokens, Numeral number)
    {
        var before = LoneCount.StartOf(tokens, number.First) - 1;
        if (AgeOfMany.Is(tokens, before, number))
        {
            return AgeOfMany.Unit;
        }

        var start = before + 1;
        if (number.Value > LastHour && number.Form is NumeralForm.BareDigits or NumeralForm.Words && EndsClause(tokens, number.End)
            && IsPronoun(tokens, start) && IsDated(tokens, start) && !(number.Form == NumeralForm.BareDigits && number.Value >= FirstYear))
        {
            // "Last week it was 41": what "it" is, the sentence before tells.
            return "";
        }

        if (number.Form != NumeralForm.BareDigits || number.Value <= 10)
        {
            return null;
        }

        if (tokens.IsMark(before, ':') && EndsClause(tokens, number.End))
        {
            return HowMany(tokens, before);
        }

        var isSpread = tokens.Kind(before) == TokenKind.Comma && tokens.Kind(before - 1) == TokenKind.Word && !tokens.IsCapital(before - 1)
            && ((tokens.Is(number.End, "in") && (tokens.Is(number.End + 1, "this") || tokens.Is(number.End + 1, "our") || tokens.Is(number.End + 1, "the")) && Areas.Contains(tokens.Word(number.End + 2).ToString()))
                || IsOfCounted(tokens, number) || IsInAll(tokens, number.End));
        return isSpread ? FirstPlural(tokens, before) : null;
    }

    /// <summary>"of the 412"</summary>
    private static bool IsOfCounted(TokenRun tokens, Numeral number) =>
        tokens.Is(number.End, "of") && tokens.Is(number.End + 1, "the") && NumeralReader.Read(tokens, number.End + 2) is { } whole
        && whole.Value > number.Value && EndsClause(tokens, whole.End);

    /// <summary>"312 in all", "40 altogether"</summary>
    private static bool IsInAll(TokenRun tokens, int i) =>
        (tokens.Is(i, "in") && (tokens.Is(i + 1, "all") || tokens.Is(i + 1, "total")) && EndsClause(tokens, i + 2))
        || (tokens.Is(i, "all") && tokens.Is(i + 1, "told") && EndsClause(tokens, i + 2)) || (tokens.Is(i, "altogether") && EndsClause(tokens, i + 1));

    private static string? HowMany(TokenRun tokens, int before)
    {
        for (var i = 0; i + 1 < before; i++)
        {
            if (tokens.Is(i, "how") && tokens.Is(i + 1, "many") && UnitReader.PhraseEnd(tokens, i + 2) is var end && end > i + 2)
            {
                return tokens.Text(i + 2, end);
            }
        }

        return null;
    }

    /// <summary>The first plural noun before a token, or null.</summary>
    public static string? FirstPlural(TokenRun tokens, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (tokens.Kind(i) == TokenKind.Word && !FigureWords.EndsUnit(tokens, i) && (FigureWords.IsPlural(tokens, i) || (i == 0 && tokens.Word(i).EndsWith("s", StringComparison.Ordinal))))
            {
                return tokens.Text(i, i + 1);
            }
        }

        return null;
    }

    /// <summary>"it was 380", "it's 25", "it is now about forty".</summary>
    public static bool IsPronoun(TokenRun tokens, int start)
    {
        var verb = tokens.Is(start - 1, "now") || tokens.Is(start - 1, "already") || tokens.Is(start - 1, "still") || tokens.Is(start - 1, "only") || tokens.Is(start - 1, "just") ? start - 2 : start - 1;
        return tokens.Is(verb - 1, "it")
            && (tokens.Is(verb, "was") || tokens.Is(verb, "is") || tokens.Is(verb, "’s") || tokens.Is(verb, "'s") || tokens.Is(verb, "reached") || tokens.Is(verb, "had"));
    }

    /// <summary>"Last year it was 41", "In Norway, it's 25": when or where stands before the pronoun, so that the number is compared.</summary>
    private static bool IsDated(TokenRun tokens, int start)
    {
        for (var i = start - 2; i > 0 && i >= start - LongestOpening; i--)
        {
            if (tokens.Is(i, "it"))
            {
                return tokens.IsCapital(0) && (tokens.Is(0, "in") || tokens.Is(0, "by") || tokens.Is(0, "last") || tokens.Is(0, "this") || tokens.Is(0, "now") || tokens.Is(0, "today") || tokens.Is(0, "at")
                    || tokens.Is(0, "a") || tokens.Is(0, "the") || tokens.Is(0, "before") || tokens.Is(0, "for") || tokens.Is(0, "on") || NumberWords.IsCount(tokens, 0));
            }
        }

        return false;
    }

    /// <summary>"the year before", "a decade ago", "in 2019": when the level was so.</summary>
    private static bool IsThen(TokenRun tokens, int i) =>
        (tokens.Is(i, "in") && tokens.Kind(i + 1) == TokenKind.Number && tokens.Word(i + 1).Length == 4)
        || ((tokens.Is(i, "the") || tokens.Is(i, "a")) && Measures.KindAt(tokens, i + 1) == MeasureKind.Time && (tokens.Is(i + 2, "before") || tokens.Is(i + 2, "earlier") || tokens.Is(i + 2, "later") || tokens.Is(i + 2, "ago")));

    /// <summary>A level of what another figure measured: of the same order, and no year.</summary>
    private static bool IsNear(Numeral number, RawFigure last) =>
        number.Value > 0 && number.Value <= last.Value * LargestFactor && number.Value * LargestFactor >= last.Value && !(number.Form == NumeralForm.BareDigits && number.Value >= FirstYear);

    private static bool IsLevel(TokenRun tokens, int start, Numeral number, RawFigure last)
    {
        if (!IsNear(number, last))
        {
            return false;
        }

        var verb = tokens.Is(start - 1, "now") || tokens.Is(start - 1, "already") || tokens.Is(start - 1, "still") ? start - 2 : start - 1;
        if ((tokens.Is(verb, "down") || tokens.Is(verb, "up")) && (tokens.Is(verb - 1, "went") || tokens.Is(verb - 1, "goes") || tokens.Is(verb - 1, "go") || tokens.Is(verb - 1, "reached")))
        {
            // "struck water at 60 feet; the next went down 190"
            return last.Kind == MeasureKind.Length;
        }

        if (tokens.Is(verb, "at"))
        {
            // "takes place at around 60": without a qualifier it may be an hour or an age.
            // "The well was at 410" tells its level.
            return last.Kind != MeasureKind.Time && (start < number.First || (number.Value > LastHour && (tokens.Is(verb - 1, "was") || tokens.Is(verb - 1, "is") || tokens.Is(verb - 1, "stood") || tokens.Is(verb - 1, "stands"))));
        }

        return (Levels.Contains(tokens.Word(verb).ToString()) && !IsPerson(tokens, verb - 1)) || IsPronoun(tokens, start);
    }

    /// <summary>"He was 61": an age.</summary>
    private static bool IsPerson(TokenRun tokens, int subject) =>
        tokens.Is(subject, "he") || tokens.Is(subject, "she") || tokens.Is(subject, "i") || tokens.Is(subject, "who") || tokens.Is(subject, "they") || tokens.Is(subject, "we") || tokens.Is(subject, "you")
        || tokens.Is(subject, "them") || tokens.Is(subject, "there") || (tokens.IsCapital(subject) && !tokens.OpensSentence(subject)) || tokens.In(subject, WordLists.PersonNouns | WordLists.Roles);

    /// <summary>"Today there are nine", "there are now seven".</summary>
    private static bool IsStock(TokenRun tokens, int start)
    {
        var isNow = tokens.Is(start - 1, "now") || tokens.Is(start - 1, "today");
        var verb = isNow ? start - 2 : start - 1;
        if (!(tokens.Is(verb, "are") || tokens.Is(verb, "is") || tokens.Is(verb, "remain") || tokens.Is(verb, "remains")) || !tokens.Is(verb - 1, "there"))
        {
            return false;
        }

        for (var i = verb - 2; i >= 0 && i >= verb - 2 - Reach; i--)
        {
            isNow |= tokens.Is(i, "now") || tokens.Is(i, "today") || tokens.Is(i, "currently");
        }

        return isNow;
    }

    /// <summary>"went in with 430 sheep and came out with 61".</summary>
    private static bool IsHomecoming(TokenRun tokens, int start, Numeral number)
    {
        if (!tokens.Is(start - 1, "with") || number.Value <= 2)
        {
            return false;
        }

        for (var i = start - 2; i >= 0 && i >= start - Reach && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (Homecomings.Contains(tokens.Word(i).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    public static bool EndsClause(TokenRun tokens, int i) => tokens.Kind(i) is TokenKind.None or TokenKind.Comma || tokens.IsMark(i, '.') || tokens.IsMark(i, ';') || tokens.IsMark(i, ':') || tokens.IsMark(i, ')');
}
