using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>A quantity that may be a key figure.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuantityCandidate(
    Numeral Number, double Value, double? High, CountedUnit Unit, NumeralForm Form, bool More, int First);

/// <summary>Tells quantities worth listing from counts that only order the argument or pass by.</summary>
internal static class QuantityTest
{
    /// <summary>Counts up to this are listed only when a thing in the world is counted, not a part of the argument.</summary>
    private const double SmallCount = 10;

    /// <summary>No round number, and more than one sees at a glance: of the things that are nine, editors asked for half; of those that are three to eight, for one in five.</summary>
    private const double CountedOut = 9;

    /// <summary>"some two years" is a way of speaking, "some eight days" an estimate.</summary>
    private const double SomeMany = 5;

    public static bool IsKeyFigure(TokenRun tokens, QuantityCandidate c)
    {
        var plain = c.Form is NumeralForm.BareDigits or NumeralForm.Words;
        return !IsOfClass(tokens, c) && !SizeTest.IsOfBook(tokens) && c.Unit.Kind switch
        {
            MeasureKind.Percent => !IsIdiom(tokens, c) && !SurveyNote.IsOfMethod(tokens, c),
            MeasureKind.Money => !IsOneOf(tokens, c) && (c.Value > 0 || tokens.Is(c.First - 1, "was", "is")) && !(tokens.Is(c.Unit.End, "at") && tokens.Is(c.Unit.End + 1, "a") && tokens.Is(c.Unit.End + 2, "time")),
            MeasureKind.Times => c.Unit.Head >= 0 || RangeReader.IsSpread(tokens, c) || ComparedFigure.Replaces(tokens, c.Unit.End) || ((c.Form == NumeralForm.Digits || c.Value > SmallCount) && !IsHyperbole(tokens, c, c.Number.End)),
            MeasureKind.Time => DurationTest.IsKeyFigure(tokens, c, plain, IsQualified(tokens, c)),
            MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short => ((c.High ?? c.Value) != 1 || !plain || c.Unit.Words.Contains(" per ", StringComparison.Ordinal) || IsRate(tokens, c)) && !SizeTest.IsOfThing(tokens, c, plain) && !SizeTest.IsOfFile(tokens, c),
            _ => IsCount(tokens, c, plain),
        };
    }

    /// <summary>"100 per cent sure", "gave 110 per cent"</summary>
    private static bool IsIdiom(TokenRun tokens, QuantityCandidate c) =>
        (c.Value == 100 && tokens.Is(c.Unit.End, "sure", "certain"))
        || (c.Value is 110 or 200 && tokens.Word(c.First - 1) is "give" or "gives" or "gave" or "given" or "giving");

    /// <summary>"One dollar buys 1,600 naira": the other number is the price.</summary>
    private static bool IsOneOf(TokenRun tokens, QuantityCandidate c) =>
        c is { Value: 1, Form: NumeralForm.Words or NumeralForm.BareDigits } && tokens.OpensSentence(c.First) && tokens.Is(c.Unit.End, "buys", "bought");

    private static bool IsQualified(TokenRun tokens, QuantityCandidate c)
    {
        var before = c.First - 1;
        var start = QualifierReader.FirstToken(tokens, c.First);
        // "under three constraints", "under sixteen blankets": beneath them.
        var isBeneath = c is { Unit.Kind: MeasureKind.None, Form: NumeralForm.Words } && tokens.Is(before, "under");
        var isOrMore = tokens.Is(c.Unit.End, "or") && tokens.Is(c.Unit.End + 1, "more");
        return (start < c.First || isOrMore) && !isBeneath && !QualifierReader.IsOverTime(tokens, start, c.First, c.Unit)
            && !tokens.Is(before, "another") && !tokens.Is(before, "only") && !tokens.Is(before, "just") && !(tokens.Is(before, "some") && c.Value < SomeMany);
    }

    private static bool IsCount(TokenRun tokens, QuantityCandidate c, bool plain)
    {
        if (c.Unit.Head < 0)
        {
            return LoneCount.IsFigure(tokens, c, plain) && !(tokens.Is(c.Number.End, "of") && Sample.Is(tokens, LoneCount.StartOf(tokens, c.First) - 1));
        }

        if (!plain || (c.High ?? c.Value) > SmallCount)
        {
            return !Sample.IsGroup(tokens, c) && !(tokens.Is(c.Number.End, "of") && Sample.Is(tokens, LoneCount.StartOf(tokens, c.First) - 1)) && !(plain && IsFirstOfMany(tokens, c.First - 1)) && !(plain && c.Unit.Words.StartsWith("of", StringComparison.Ordinal)) && !SurveyNote.IsSample(tokens, c) && !SizeTest.IsOfFile(tokens, c) && !(plain && SizeTest.IsOfText(tokens, c) && !IsQualified(tokens, c) && !tokens.Is(LoneCount.StartOf(tokens, c.First) - 1, "from")) && !IsNumberOf(tokens, c) && !(plain && IsRank(tokens, c)) && !IsHyperbole(tokens, c, c.Unit.Head);
        }

        if (IsMargin(tokens, c) || (SameFact.IsSeasons(c.Unit.Words) && RangeReader.IsSpread(tokens, c)))
        {
            return true;
        }

        var before = c.Number.First - 1;
        if (SurveyNote.IsSurveyed(tokens, before))
        {
            return false;
        }

        var isBaseRate = c.Unit.Words.StartsWith("per ", StringComparison.Ordinal) && tokens.Kind(c.Unit.End - 1) == TokenKind.Number;
        var isUnderOne = c.Value == 1 && tokens.Is(c.First - 1, "than") && tokens.Is(c.First - 2, "fewer", "less");
        if (isBaseRate || ((c.Value > 1 || isUnderOne) && IsRate(tokens, c) && (IsQualified(tokens, c) || tokens.Is(before, "from") || DurationTest.IsMean(tokens, c))))
        {
            // "the rate is 3 per 100,000", "about two trains a week", "fewer than one passenger a day"
            return true;
        }

        if ((c.High ?? c.Value) <= 2 || tokens.Is(c.Unit.End - 1, "of"))
        {
            // "closed the last six of its toilets": all that were left.
            var isLast = tokens.Is(before, "last") && tokens.Is(before - 1, "the") && UnitReader.IsDeterminer(tokens, c.Unit.End);
            return tokens.Is(c.Unit.End - 1, "of") && c.Value > 2 && (isLast || IsWorthTelling(tokens, c));
        }

        // "Hatcher’s five schools"
        if (tokens.In(before, WordLists.BeforeCount) || tokens.Kind(before) == TokenKind.Possessive || (tokens.Is(before, "of") && tokens.In(before - 1, WordLists.BeforeCount)))
        {
            return false;
        }

        var end = Math.Min(c.Unit.Head + 1, c.Unit.End);
        // "at least six countries"; without a qualifier a few countries are those spoken of.
        var isPlaces = IsPlaces(tokens, c.Unit.Head) && IsQualified(tokens, c);
        for (var i = c.Number.End; i < end && !isPlaces; i++)
        {
            // "nine more bridges", "nine second-hand buses"
            var isByTheWay = tokens.Is(i, "more") || (i < c.Unit.Head && (tokens.Kind(i - 1) == TokenKind.Dash || tokens.Kind(i + 1) == TokenKind.Dash));
            if (tokens.In(i, WordLists.Discourse) && !isByTheWay)
            {
                return false;
            }
        }

        return FigureWords.IsPlural(tokens, c.Unit.Head) && IsWorthTelling(tokens, c);
    }

    /// <summary>"Firms with fewer than ten workers", "every island with more than 100 residents": which of them.</summary>
    private static bool IsOfClass(TokenRun tokens, QuantityCandidate c)
    {
        var with = LoneCount.StartOf(tokens, c.First) - 1;
        if (tokens.Is(with, "of") && !tokens.Is(c.First - 2, "fewer") && c.Unit.Kind is MeasureKind.Time or MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short && FigureWords.IsPlural(tokens, with - 1) && !UnitReader.IsDeterminer(tokens, with - 2)
            && tokens.Is(c.First - 1, "than", "over", "under") && tokens.Is(with - 2, "for", "between", "to", "and", "by", "in"))
        {
            // "was estimated for barges of more than 200 tonnes", "between voyages of under ten days and voyages of over twenty"
            return true;
        }

        return tokens.Is(c.First - 1, "than") && tokens.Is(with, "with") && c.Unit.Kind is not (MeasureKind.Percent or MeasureKind.Times)
            && (FigureWords.IsPlural(tokens, with - 1) || (with == 1 && tokens.Word(0)[^1] == 's') || tokens.Is(with - 1, "those", "anyone") || tokens.Is(with - 2, "every") || tokens.Is(with - 3, "every") || tokens.Is(with - 2, "any"));
    }

    /// <summary>"the first fifty projects": which of them, not how many there are.</summary>
    private static bool IsFirstOfMany(TokenRun tokens, int before) =>
        tokens.Is(before, "first", "next", "last") && tokens.Is(before - 1, "the");

    /// <summary>"nine per train", "two trains a week", "four for every school".</summary>
    private static bool IsRate(TokenRun tokens, QuantityCandidate c)
    {
        for (var i = c.Unit.End - 1; i >= c.Number.End; i--)
        {
            if (UnitReader.WithRate(tokens, i) is var end && end > i)
            {
                return end == c.Unit.End;
            }
        }

        return false;
    }

    /// <summary>"9 points more likely", "four points ahead", "six points apart", "up eight points": a difference between shares.</summary>
    private static bool IsMargin(TokenRun tokens, QuantityCandidate c)
    {
        var next = c.Unit.End;
        var before = LoneCount.StartOf(tokens, c.First) - 1;
        return tokens.Is(c.Unit.Head, "points")
            && (tokens.Is(before, "up", "down") || tokens.Is(next, "more", "less", "higher", "lower", "ahead", "behind", "apart", "above", "below", "likelier"));
    }

    /// <summary>"a piece of 316 stainless steel": what sort of it.</summary>
    private static bool IsSort(TokenRun tokens, int from, int end) =>
        tokens.Any(from, end, "steel") || tokens.Any(from, end, "aluminium") || tokens.Any(from, end, "aluminum") || tokens.Any(from, end, "alloy") || tokens.Any(from, end, "titanium");

    /// <summary>"508 compliance", "the 712 motherboard": a number that something is called by, since one of them follows and no count.</summary>
    private static bool IsNumberOf(TokenRun tokens, QuantityCandidate c)
    {
        var head = c.Unit.Head;
        // "over 40 a month": how many in how much time.
        var isRate = c.Number.End < head && tokens.Is(c.Number.End, "a", "an", "each", "every", "per");
        if (!isRate && c is { Number.Form: NumeralForm.BareDigits, High: null } && IsSort(tokens, c.Number.End, c.Number.End + 2))
        {
            return true;
        }

        if (!isRate && NamedByNumber.Is(tokens, c))
        {
            return true;
        }

        return !isRate && c is { Number.Form: NumeralForm.BareDigits, High: null, More: false } && c.Unit.End == head + 1 && c.First == c.Number.First && !tokens.IsCapital(head)
            && tokens.Kind(c.First - 1) == TokenKind.Word && !tokens.In(c.First - 1, WordLists.ClauseOpeners) && !IsTally(tokens, c.First - 1) && !tokens.Is(c.First - 1, "and")
            && !FigureWords.IsPlural(tokens, head) && !tokens.In(head, WordLists.PersonNouns | WordLists.DemonymsInAnyCase) && !FigureWords.IsPlural(tokens, c.Number.End) && !UnitReader.IsCasualty(tokens, head)
            && (tokens.Is(c.First - 1, "the", "a") || tokens.In(head, WordLists.CommonWords | WordLists.Discourse)) && tokens.Word(head)[^1] != 's';
    }

    /// <summary>"counted 190 active": what follows is counted, and no name.</summary>
    private static bool IsTally(TokenRun tokens, int verb) =>
        tokens.Is(verb, "counted", "recorded", "found", "logged", "registered", "reported");

    /// <summary>"a dozen hoops", "a thousand times": no count but a way of speaking, unless it is qualified.</summary>
    private static bool IsHyperbole(TokenRun tokens, QuantityCandidate c, int noun) =>
        tokens.Is(c.Number.First, "a", "an") && !IsQualified(tokens, c)
        && (tokens.In(noun, WordLists.Hyperbole) || (tokens.Is(noun, "pairs") && tokens.Is(noun + 1, "of"))) && !tokens.Is(c.Unit.End, "by");

    /// <summary>
    /// A small count is worth telling when it is qualified, counts things of the world, or people who came to harm or are a part of
    /// something counted; "four ministers in a row" and "the lift holds four people" only set a scene.
    /// </summary>
    private static bool IsWorthTelling(TokenRun tokens, QuantityCandidate c)
    {
        var isPerson = tokens.In(c.Unit.Head, WordLists.PersonNouns | WordLists.Roles) || tokens.Is(c.Unit.Head, "ministers");
        var isPart = tokens.Is(c.Unit.End - 1, "of");
        return IsQualified(tokens, c) || c.Value == CountedOut || (isPart && CountOfWhole.IsOfNumber(tokens, c.Unit.End, c.Value))
            || (!isPerson && tokens.OpensSentence(c.First) && IsDone(tokens, c.Unit.End))
            || (isPerson ? isPart || IsHarmed(tokens) : tokens.In(c.Unit.Head, WordLists.Concrete) && (isPart || !IsSetting(tokens, c.First - 1)));
    }

    /// <summary>"Eight herds have been sold.", "Four lines opened in 2021.": what the sentence has to tell is how many; "Three measures would" goes on to name them.</summary>
    private static bool IsDone(TokenRun tokens, int verb) => LoneCount.EndsInEd(tokens.Word(verb)) || tokens.Is(verb, "have");

    /// <summary>
    /// "in four towns", "a loop of three villages": where something was done. Of a dozen such of essays by strangers, editors asked for none.
    /// </summary>
    private static bool IsSetting(TokenRun tokens, int before) =>
        tokens.Is(before, "in", "at", "of", "from", "across", "for", "between");

    /// <summary>"the 28 largest observatories": which of them, not how many there are.</summary>
    private static bool IsRank(TokenRun tokens, QuantityCandidate c)
    {
        var word = tokens.Word(c.Number.End);
        var isSuperlative = tokens.Is(c.Number.End, "most", "least", "best")
            || (word.Length > 5 && word.EndsWith("est", StringComparison.OrdinalIgnoreCase) && !InEst.Contains(word));
        return isSuperlative && tokens.Is(c.First - 1, "the") && c.Unit.Head > c.Number.End;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InEst =
        FrozenSet.ToFrozenSet(["contest", "forest", "harvest", "honest", "interest", "midwest", "modest", "northwest", "protest", "request", "southwest"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsPlaces(TokenRun tokens, int noun) =>
        tokens.Is(noun, "countries", "nations", "states", "regions", "cases", "branches");

    private static bool IsHarmed(TokenRun tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsHarm(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"died", "injured", "jailed".</summary>
    public static bool IsHarm(TokenRun tokens, int i) => tokens.Kind(i) == TokenKind.Word && Harm.Contains(tokens.Word(i));

    /// <summary>What is said of people whose number is news however small it is.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Harm = FrozenSet.ToFrozenSet(
        [
            "abducted", "arrested", "burned", "convicted", "dead", "detained", "died", "drowned", "executed", "fatally", "hanged", "hospitalised", "hospitalized", "hurt", "imprisoned", "injured", "jailed",
            "killed", "kidnapped", "lost", "missing", "murdered", "poisoned", "shot", "stabbed", "trapped", "wounded",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
