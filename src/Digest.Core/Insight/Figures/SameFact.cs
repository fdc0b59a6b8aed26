using System.Collections.Frozen;
using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells whether two figures of one value tell the same fact.</summary>
internal static class SameFact
{
    /// <summary>The same number counts the same thing: units share a word, or one of them has none of its own and the sentences speak of the same.</summary>
    public static bool Is(RawFigure a, RawFigure b, ContentWords words)
    {
        if (IsOdd(a.Value) && ((IsYears(a) && IsSeasons(b)) || (IsSeasons(a) && IsYears(b))))
        {
            return true;
        }

        if (b.Unit.Length == 0 && SignificantDigits(a.Value) >= 4)
        {
            // "1,435 millimetres … opened at 1,435"
            return true;
        }

        if ((a.Unit is "points") != (b.Unit is "points"))
        {
            return false;
        }

        if (a.IsIncrement != b.IsIncrement || a.Kind != b.Kind || (a.Kind == MeasureKind.Percent && a.AfterFrom != b.AfterFrom))
        {
            return false;
        }

        if (IsKnown(b) || ContinuedCount.IsPronoun(b.Sentence.Tokens, b.Sentence.Tokens.IndexAt(b.Start)) || (a.Unit == b.Unit && (IsLimit(a) || IsLimit(b))) || (a.Kind == MeasureKind.None && a.Form != NumeralForm.Part && SignificantDigits(a.Value) >= 3 && (IsMere(a) || IsMere(b))))
        {
            return true;
        }

        if (a.Kind == MeasureKind.Percent && SignificantDigits(a.Value) < 3 && ((IsAmountOfChange(a) && IsShareOf(b)) || (IsAmountOfChange(b) && IsShareOf(a))))
        {
            return false;
        }

        if (a.Kind == MeasureKind.Money && a.Unit.Contains(" per ", StringComparison.Ordinal) != b.Unit.Contains(" per ", StringComparison.Ordinal) && SignificantDigits(a.Value) < 2)
        {
            // "A ticket costs 3 zlotys", "pays 3 zlotys per kilometre"
            return false;
        }

        if (!a.UnitIsBorrowed && !b.UnitIsBorrowed)
        {
            var (x, y) = (TellingWords(a.Unit, words), TellingWords(b.Unit, words));
            if (x.Count > 0 && y.Count > 0)
            {
                return x.SharedWith(y) > 0;
            }
        }

        if ((a.Kind is MeasureKind.Money or MeasureKind.Percent && SignificantDigits(a.Value) >= 3) || (a.Kind == MeasureKind.Percent && a.Value > 1 && SignificantDigits(a.Value) == 2 && a.Value % 1 != 0))
        {
            // "rates of 3.5%", "a tax of 3.5%"; "He wanted £185", "a £185 test": so precise an amount is not met twice by chance.
            return true;
        }

        if ((a.Kind == MeasureKind.Money && SignificantDigits(a.Value) == 2 && a.Unit == b.Unit) || (a.Kind == MeasureKind.Time && IsOdd(a.Value) && a.Unit == b.Unit))
        {
            return true;
        }

        return a.Sentence.Subject.SharedWith(b.Sentence.Subject) >= (a.Form == NumeralForm.Digits && a.Value >= 1000 ? 1 : 3);
    }

    /// <summary>"shrank by 4 per cent"</summary>
    private static bool IsAmountOfChange(RawFigure figure) => figure.Sentence.Tokens.Is(figure.Sentence.Tokens.IndexAt(figure.Start) - 1, "by");

    /// <summary>"4 per cent of national output"</summary>
    private static bool IsShareOf(RawFigure figure) => figure.Unit.StartsWith("percent of ", StringComparison.Ordinal);

    private static bool IsYears(RawFigure figure) => figure is { Kind: MeasureKind.Time, Unit: "years" };

    /// <summary>"nineteen winters" are nineteen years.</summary>
    private static bool IsSeasons(RawFigure figure) => figure.Kind == MeasureKind.None && IsSeasons(figure.Unit);

    /// <summary>True for what comes once a year.</summary>
    public static bool IsSeasons(string unit) => unit is "winters" or "summers" or "springs" or "autumns" or "seasons" or "harvests" or "monsoons" or "Christmases";

    /// <summary>"above 26°C", "below 96 percent": the limit is a number told before.</summary>
    private static bool IsLimit(RawFigure figure) =>
        figure is { Qualifier: "above" or "below" or "beyond", Kind: MeasureKind.Percent or MeasureKind.Mass or MeasureKind.Length or MeasureKind.Short };

    /// <summary>"227 people": so precise a number of no particular things is the one told before.</summary>
    private static bool IsMere(RawFigure figure) => figure.Unit is "people" or "individuals" or "cases" or "names" or "entries" or "items" or "things" or "men and women";

    /// <summary>"the 3 percent target", "Five per cent is a small share": spoken of as known.</summary>
    private static bool IsKnown(RawFigure figure)
    {
        if (figure.Kind is not (MeasureKind.Percent or MeasureKind.Mass or MeasureKind.Length or MeasureKind.Short or MeasureKind.Money) || figure.Unit.Contains(" of ", StringComparison.Ordinal))
        {
            return false;
        }

        var tokens = figure.Sentence.Tokens;
        var (first, end) = (tokens.IndexAt(figure.Start), tokens.IndexAt(figure.End));
        var isDefinite = tokens.Is(first - 1, "the", "that", "this")
            && !tokens.Is(end, "who") && !tokens.Is(end, "that") && !tokens.Is(end, "of") && !tokens.Is(end, "in") && !LoneCount.EndsInEd(tokens.Word(end));
        return isDefinite || (first == 0 && (tokens.Is(end, "is", "was", "may", "sounds") || (tokens.Is(end, "does") && tokens.Is(end + 1, "not")) || tokens.Is(end, "seems", "might")));
    }

    /// <summary>"nineteen years": no round span, so told twice it is the same one.</summary>
    private static bool IsOdd(double value) => value > 12 && value % 5 != 0 && value % 6 != 0 && value % 7 != 0;

    private static int SignificantDigits(double value) => Math.Abs(value).ToString("E6", CultureInfo.InvariantCulture).AsSpan(0, 8).TrimEnd('0').Length - 1;

    private static NumberSet TellingWords(string unit, ContentWords words) =>
        new(Array.FindAll(words.InOrder(unit), word => !Neutral.Contains(words[word])));

    /// <summary>Words of units that many figures share.</summary>
    private static readonly FrozenSet<string> Neutral = FrozenSet.Create(
        StringComparer.Ordinal,
        "percent", "dollar", "euro", "pound", "year", "month", "week", "day", "hour", "minute", "mile", "kilometre", "kilometer", "metre", "meter", "times", "time", "percentage", "point");
}
