using System.Collections.Frozen;
using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Joins the two ends of a change into one figure, and repeats of one fact into its first telling.</summary>
internal static class FigureMerging
{
    /// <summary>Characters that may stand between the ends of "from 48 years in 1950 to 73 years".</summary>
    private const int WidestChange = 60;

    /// <summary>"rose from 19 minutes at noon to 44": one figure with two ends, since the far end has neither unit nor qualifier of its own.</summary>
    public static void JoinChanges(List<RawFigure> sentence)
    {
        for (var i = 0; i + 1 < sentence.Count; i++)
        {
            var (near, far) = (sentence[i], sentence[i + 1]);
            if (!near.AfterFrom || !far.AfterTo || !far.UnitIsBorrowed || far.Qualifier is not null || near.High is not null || far.High is not null
                || far.Start - near.End > WidestChange)
            {
                continue;
            }

            sentence[i] = near with { Value = Math.Min(near.Value, far.Value), High = Math.Max(near.Value, far.Value), Form = far.Form, End = far.End };
            sentence.RemoveAt(i + 1);
        }
    }

    /// <summary>The figures of the essay with each fact once, in the order of the text.</summary>
    public static List<(RawFigure Figure, int Tellings)> JoinRepeats(List<RawFigure> figures, ContentWords words)
    {
        var kept = new List<(RawFigure Figure, int Tellings)>();
        var byValue = new Dictionary<(double, double?), List<int>>();
        foreach (var figure in figures)
        {
            var key = (figure.Value, figure.High);
            if (!byValue.TryGetValue(key, out var same))
            {
                byValue[key] = same = [];
            }

            var known = same.FindIndex(i => IsSameFact(kept[i].Figure, figure, words));
            if (known >= 0)
            {
                var (first, tellings) = kept[same[known]];
                var named = first.UnitIsBorrowed && !figure.UnitIsBorrowed ? first with { Unit = figure.Unit, UnitIsBorrowed = false } : first;
                kept[same[known]] = (named, tellings + 1);
                continue;
            }

            if (same.Count < MostMeanings)
            {
                same.Add(kept.Count);
            }

            kept.Add((figure, 1));
        }

        return kept;
    }

    /// <summary>Meanings of one number that are compared; keeps foreign text that repeats a number linear.</summary>
    private const int MostMeanings = 8;

    /// <summary>The same number counts the same thing: units share a word, or one of them has none of its own and the sentences speak of the same.</summary>
    private static bool IsSameFact(RawFigure a, RawFigure b, ContentWords words)
    {
        if (a.IsIncrement != b.IsIncrement || a.Kind != b.Kind || (a.Kind == MeasureKind.Percent && a.AfterFrom != b.AfterFrom))
        {
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

        if (a.Kind is MeasureKind.Money or MeasureKind.Percent && SignificantDigits(a.Value) >= 3)
        {
            // "He wanted £185", "a £185 test": so precise an amount is not met twice by chance.
            return true;
        }

        if ((a.Kind == MeasureKind.Money && SignificantDigits(a.Value) == 2 && a.Unit == b.Unit) || (a.Kind == MeasureKind.Time && IsOdd(a.Value) && a.Unit == b.Unit))
        {
            return true;
        }

        return a.Sentence.Subject.SharedWith(b.Sentence.Subject) >= (a.Form == NumeralForm.Digits && a.Value >= 1000 ? 1 : 3);
    }

    /// <summary>"nineteen years": no round span, so told twice it is the same one.</summary>
    private static bool IsOdd(double value) => value > 12 && value % 5 != 0 && value % 6 != 0 && value % 7 != 0;

    private static int SignificantDigits(double value) => value.ToString("E6", CultureInfo.InvariantCulture).AsSpan(0, 8).TrimEnd('0').Length - 1;

    private static NumberSet TellingWords(string unit, ContentWords words) =>
        new(Array.FindAll(words.InOrder(unit), word => !Neutral.Contains(words[word])));

    /// <summary>Words of units that many figures share.</summary>
    private static readonly FrozenSet<string> Neutral = FrozenSet.Create(
        StringComparer.Ordinal,
        "percent", "dollar", "euro", "pound", "year", "month", "week", "day", "hour", "minute", "mile", "kilometre", "kilometer", "metre", "meter", "times", "time", "percentage", "point");
}
