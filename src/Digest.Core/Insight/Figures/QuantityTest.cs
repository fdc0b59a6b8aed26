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

    /// <summary>"some two years" is a way of speaking, "some eight days" an estimate.</summary>
    private const double SomeMany = 5;

    /// <summary>Durations up to this many units are told by the way unless they are qualified.</summary>
    private const double ShortTime = 10;

    public static bool IsKeyFigure(TokenRun tokens, QuantityCandidate c)
    {
        var plain = c.Form is NumeralForm.BareDigits or NumeralForm.Words;
        return c.Unit.Kind switch
        {
            MeasureKind.Percent => !IsIdiom(tokens, c),
            MeasureKind.Money => c.Value > 0,
            MeasureKind.Times => c.Unit.Head >= 0 || ((c.Form == NumeralForm.Digits || c.Value > SmallCount) && !IsHyperbole(tokens, c, c.Number.End)),
            MeasureKind.Time => IsLongEnough(tokens, c, plain),
            MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short => c.Value != 1 || !plain,
            _ => IsCount(tokens, c, plain),
        };
    }

    private static bool IsIdiom(TokenRun tokens, QuantityCandidate c) =>
        c.Value == 100 && (tokens.Is(c.Unit.End, "sure") || tokens.Is(c.Unit.End, "certain"));

    private static bool IsLongEnough(TokenRun tokens, QuantityCandidate c, bool plain)
    {
        var before = c.Number.First - 1;
        var qualified = IsQualified(tokens, c);
        var unit = c.Unit.Words;
        var small = c.Value <= ShortTime && !LongerSpans.TryGet(unit, out _) && !unit.StartsWith("generations", StringComparison.Ordinal);
        var told = qualified || (c.Value > 2 && (tokens.In(c.Unit.End, WordLists.Lags) || IsPredicate(tokens, c)));
        if (plain && small && (!told || (c.Value <= 1 && !(qualified && unit.Contains(" of ", StringComparison.Ordinal) && !unit.Contains(" a ", StringComparison.Ordinal)))))
        {
            return false;
        }

        // "the last five years", "the first 100 days" say when, not how much; "every 40 minutes" says how often.
        return !(plain && tokens.In(before, WordLists.BeforeCount) && !(tokens.Is(before, "every") && !tokens.Is(before - 1, "for") && !small)) && !(unit is "hours a day" or "days a week" or "hours per day");
    }

    /// <summary>"The average wait was ten days", "the failure lasted for seven hours": the duration is what the sentence tells, not when something was.</summary>
    private static bool IsPredicate(TokenRun tokens, QuantityCandidate c)
    {
        var copula = c.Number.First - 1;
        if (tokens.Is(copula, "for") && tokens.Word(copula - 1).StartsWith("last", StringComparison.OrdinalIgnoreCase))
        {
            copula--;
        }

        var isPredicate = tokens.Is(copula, "is") || tokens.Is(copula, "was") || tokens.Is(copula, "averaged") || tokens.Is(copula, "averages") || tokens.Is(copula, "totalled") || tokens.Is(copula, "totaled")
            || tokens.Is(copula, "lasted") || tokens.Is(copula, "lasts") || tokens.Is(copula, "takes");
        var end = c.Unit.End;
        return isPredicate && !tokens.Is(copula - 1, "it") && !tokens.Is(copula - 1, "that") && !tokens.Is(copula - 1, "this")
            && (tokens.Kind(end) is not TokenKind.Word || tokens.Is(end, "in") || tokens.Is(end, "and") || tokens.Is(end, "but"));
    }

    private static bool IsQualified(TokenRun tokens, QuantityCandidate c)
    {
        var before = c.First - 1;
        var start = QualifierReader.FirstToken(tokens, c.First);
        return start < c.First && !QualifierReader.IsOverTime(tokens, start, c.First, c.Unit)
            && !tokens.Is(before, "another") && !tokens.Is(before, "only") && !tokens.Is(before, "just") && !(tokens.Is(before, "some") && c.Value < SomeMany);
    }

    private static bool IsCount(TokenRun tokens, QuantityCandidate c, bool plain)
    {
        if (c.Unit.Head < 0)
        {
            return LoneCount.IsFigure(tokens, c, plain);
        }

        if (!plain || c.Value > SmallCount)
        {
            return !(plain && c.Unit.Words.StartsWith("of", StringComparison.Ordinal)) && !IsHyperbole(tokens, c, c.Unit.Head);
        }

        var before = c.Number.First - 1;
        if ((c.High ?? c.Value) <= 2 || tokens.Is(c.Unit.End - 1, "of"))
        {
            return tokens.Is(c.Unit.End - 1, "of") && c.Value > 2 && IsWorthTelling(tokens, c);
        }

        if (tokens.In(before, WordLists.BeforeCount) || (tokens.Is(before, "of") && tokens.In(before - 1, WordLists.BeforeCount)))
        {
            return false;
        }

        var end = Math.Min(c.Unit.Head + 1, c.Unit.End);
        for (var i = c.Number.End; i < end; i++)
        {
            if (tokens.In(i, WordLists.Discourse))
            {
                return false;
            }
        }

        return FigureWords.IsPlural(tokens, c.Unit.Head) && IsWorthTelling(tokens, c);
    }

    /// <summary>"a dozen hoops", "a thousand times": no count but a way of speaking, unless it is qualified.</summary>
    private static bool IsHyperbole(TokenRun tokens, QuantityCandidate c, int noun) =>
        (tokens.Is(c.Number.First, "a") || tokens.Is(c.Number.First, "an")) && !IsQualified(tokens, c)
        && tokens.In(noun, WordLists.Hyperbole) && !tokens.Is(c.Unit.End, "by");

    /// <summary>A small count is worth telling when it counts people or things of the world, or when it is qualified.</summary>
    private static bool IsWorthTelling(TokenRun tokens, QuantityCandidate c) =>
        IsQualified(tokens, c) || tokens.In(c.Unit.Head, WordLists.PersonNouns) || tokens.In(c.Unit.Head, WordLists.Concrete);
}
