using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads "one in five voters", "four of every ten dollars", "nine out of ten doctors", "one woman in 400", "nine pumps in ten", and odds: "three to one".</summary>
internal static class RatioReader
{
    private const double LargestWhole = 1_000_000;

    /// <summary>Numbers above this that are so many out of others are counts, no shares.</summary>
    private const double LargestShare = 100;

    /// <summary>Tokens looked back over for a ratio: "the gap between rich and poor".</summary>
    private const int RatioReach = 8;

    /// <summary>What one thing does, in a form that no noun for several has.</summary>
    private static readonly FrozenSet<string> Intransitive = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "arrives", "dies", "fails", "gets", "goes", "leaves", "lives", "remains", "speaks", "stays", "survives");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Slopes =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "gradient", "gradients", "slope", "incline", "climb", "hill", "ramp").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The share and what it is a share of, or null when the number is no ratio; a share of 0 is a ratio of which only the form is one. End is the token behind its words.</summary>
    public static (double Value, int End, CountedUnit Unit)? Read(TokenRun tokens, Numeral over)
    {
        if (over.Form is not (NumeralForm.Words or NumeralForm.BareDigits) || over.Value < 1)
        {
            return null;
        }

        if (IsWithColon(tokens, over))
        {
            return (over.Value, over.End + 2, new CountedUnit(over.End + 2, "to one", MeasureKind.Times, -1));
        }

        if (tokens.Is(over.End, "to") && tokens.Is(over.End + 1, "one", "1"))
        {
            return IsOdds(tokens, over) ? (over.Value, over.End + 2, new CountedUnit(over.End + 2, "to one", MeasureKind.Times, -1)) : null;
        }

        var thing = over.End;
        var thingEnd = UnitReader.PhraseEnd(tokens, thing);
        var i = thingEnd;
        var hasThing = i > thing && tokens.Is(i, "in", "out");
        if (i > thing && (!hasThing || (over.Value != 1 && !FigureWords.IsPlural(tokens, i - 1))))
        {
            return null;
        }

        var isOutOf = tokens.Is(i, "out") && tokens.Is(i + 1, "of");
        var isOfEvery = tokens.Is(i, "of") && tokens.Is(i + 1, "every", "each");
        if (!isOutOf && !isOfEvery && !tokens.Is(i, "in"))
        {
            return null;
        }

        if (isOutOf && over.Value > LargestShare)
        {
            // "lost 380 out of 610": counted one by one.
            return null;
        }

        i += isOutOf ? 2 : 1;
        i += tokens.Is(i, "every", "each") ? 1 : 0;
        if (NumeralReader.Read(tokens, i) is not { } under || under.Value <= over.Value || under.Value > LargestWhole
            || under.Form is NumeralForm.Part or NumeralForm.Multiple)
        {
            return null;
        }

        var isYear = under.Form == NumeralForm.BareDigits && under.Value is > 1000 and <= 2100;
        var isLong = Measures.KindAt(tokens, under.End) is MeasureKind.Time or MeasureKind.Percent;
        if (!isOutOf && ((over.Value > 20 && !(isOfEvery && under.Value is 100 or 1000)) || isYear || isLong))
        {
            return null;
        }

        if (isOutOf && under.Value == 10 && !hasThing && tokens.Is(over.First - 1, "a", "it") && FigureWords.EndsUnit(tokens, under.End))
        {
            // "gave it seven out of ten": a mark.
            return (0, under.End, new CountedUnit(under.End, "", MeasureKind.None, -1));
        }

        if (over.Value == 1 && !isOutOf && IsSlope(tokens, over.First, under.End))
        {
            return (0, under.End, new CountedUnit(under.End, "", MeasureKind.None, -1));
        }

        var share = over.Value / under.Value;
        var end = UnitReader.PhraseEnd(tokens, under.End);
        if (hasThing && tokens.Is(thingEnd - 1, "times"))
        {
            // "right nine times in ten": a way of speaking.
            return (0, end, new CountedUnit(end, "times", MeasureKind.None, -1));
        }

        if (hasThing && over.Value > 1 && IsWholeSpan(tokens, thing, under.Value))
        {
            // "two hours in twenty-four"
            return (over.Value, under.End, new CountedUnit(under.End, tokens.Text(thing, under.End), MeasureKind.Time, -1));
        }

        if (isOutOf && over.Value > 1 && !IsScale(under.Value))
        {
            // "nine municipalities out of 14": counted one by one.
            return (over.Value, under.End, hasThing ? new CountedUnit(under.End, tokens.Text(thing, thingEnd), MeasureKind.None, -1) : new CountedUnit(end, tokens.Text(under.End, end), MeasureKind.None, -1));
        }

        if (hasThing)
        {
            // "one crew in 40 ports" tells where it was, "one lorry in seven skipped the bridge" how many of them did.
            var isPlace = end > under.End && (over.Value == 1 || FigureWords.IsPlural(tokens, end - 1)) && !(end == under.End + 1 && (LoneCount.EndsInEd(tokens.Word(under.End)) || Intransitive.Contains(tokens.Word(under.End).ToString())));
            return isPlace ? null : (share, under.End, new CountedUnit(under.End, tokens.Text(thing, thingEnd), MeasureKind.None, -1));
        }

        if (end == under.End && PartReader.OfCounted(tokens, under.End) is { } counted)
        {
            // "four in five of the 3,200 respondents"
            return (share, under.End, counted);
        }

        // "nine in ten of those alarms"
        var (first, last) = end > under.End ? (under.End, end) : UnitReader.OfPhrase(tokens, under.End);
        return (share, under.End, new CountedUnit(last, tokens.Text(first, last), MeasureKind.None, last - 1));
    }

    /// <summary>"the gradient is one in six", "a one in six hill": how steep it is, and no share.</summary>
    private static bool IsSlope(TokenRun tokens, int first, int end)
    {
        var i = first - 1;
        while (i > first - RatioReach && !Slopes.Contains(tokens.Word(i)))
        {
            i--;
        }

        return i > first - RatioReach || Slopes.Contains(tokens.Word(end));
    }

    /// <summary>Wholes that shares are told by: "two out of three", "nine out of ten", "40 out of every 1,000".</summary>
    private static bool IsScale(double whole) => whole <= 6 || whole is 8 or 10 or 100 or 1000 or 10_000 or 100_000;

    /// <summary>The hours of a day, the days of a week, the months of a year: so many of them are so long, and no share.</summary>
    private static bool IsWholeSpan(TokenRun tokens, int unit, double whole) =>
        (tokens.Is(unit, "hours") && whole == 24) || (tokens.Is(unit, "days") && whole is 7 or 365) || (tokens.Is(unit, "months") && whole == 12) || (tokens.Is(unit, "weeks") && whole == 52);

    /// <summary>"writing for a majority of two to one": the judges of one case.</summary>
    private static bool IsBench(TokenRun tokens, int before)
    {
        for (var i = before; i >= 0 && tokens.Is(before - 1, "majority"); i--)
        {
            if (tokens.Is(i, "court", "judge", "judges", "justice", "justices", "panel", "tribunal", "bench"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"went up by a factor of seven", but "right within a factor of two".</summary>
    public static bool IsFactor(TokenRun tokens, int number)
    {
        var of = LoneCount.StartOf(tokens, number) - 1;
        if (tokens.Is(of, "by") && (tokens.Is(of - 1, "multiplied") || (tokens.Is(of - 2, "in") && tokens.Is(of - 3, "multiplied"))))
        {
            // "has multiplied in price by five"
            return FigureWords.EndsUnit(tokens, number + 1);
        }

        return tokens.Is(of, "of") && tokens.Is(of - 1, "factor", "multiple") && tokens.Is(of - 2, "a") && tokens.Is(of - 3, "by");
    }

    /// <summary>"The ratio is 62:1", "a ratio of 9:1"; any other colon parts hours from minutes.</summary>
    public static bool IsWithColon(TokenRun tokens, Numeral over) =>
        over.Form == NumeralForm.BareDigits && tokens.IsMark(over.End, ':') && tokens.Glued(over.End) && tokens.Glued(over.End + 1) && tokens.Is(over.End + 1, "1") && IsOdds(tokens, over);

    /// <summary>"by nearly nine to one", "outnumbered three to one", "odds of ten to one"; "won by 3 to 1" is a score, "from nine to one" a time.</summary>
    private static bool IsOdds(TokenRun tokens, Numeral over)
    {
        var before = LoneCount.StartOf(tokens, over.First) - 1;
        return over.Value > 1 && !IsBench(tokens, before) && (tokens.Word(before).StartsWith("outnumber", StringComparison.OrdinalIgnoreCase)
            || (over.Form == NumeralForm.Words && tokens.Is(before, "by"))
            || IsRatio(tokens, tokens.Is(before, "now", "still") ? before - 1 : before)
            || (tokens.Is(before, "of") && tokens.Is(before - 1, "ratio", "odds", "margin", "majority")));
    }

    /// <summary>"The ratio of pay is 300 to 1", "the gap was ten to one".</summary>
    private static bool IsRatio(TokenRun tokens, int be)
    {
        var i = be - 1;
        while (tokens.Is(be, "is", "was") && i >= be - RatioReach && tokens.Kind(i) is TokenKind.Word or TokenKind.Dash)
        {
            if (tokens.Is(i, "ratio", "gap", "odds"))
            {
                return true;
            }

            i--;
        }

        return false;
    }
}
