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

            // The essay's order tells which way it went.
            var words = near.Value < 0 || far.Value < 0 ? null : $"{near.Number} to {far.Number}";
            sentence[i] = near with { Value = Math.Min(near.Value, far.Value), High = Math.Max(near.Value, far.Value), Form = far.Form, Words = words, End = far.End };
            sentence.RemoveAt(i + 1);
        }
    }

    /// <summary>The figures of the essay with each fact once, in the order of the text.</summary>
    public static List<(RawFigure Figure, int Tellings)> JoinRepeats(List<RawFigure> figures, EssaySentences essay)
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

            var known = same.FindIndex(i => IsOfStandfirst(kept[i].Figure, figure, essay) || SameFact.Is(kept[i].Figure, figure, essay.ContentWords));
            if (known >= 0)
            {
                var (first, tellings) = kept[same[known]];
                // What a standfirst told is shown where the text tells it.
                var (shown, other) = essay.IsStandfirst(first.Sentence.Block) ? (figure, first) : (first, figure);
                var named = shown.UnitIsBorrowed && !other.UnitIsBorrowed ? shown with { Unit = other.Unit, UnitIsBorrowed = false } : shown;
                kept[same[known]] = (named, tellings + 1);
                continue;
            }

            if (same.Count < MostMeanings)
            {
                same.Add(kept.Count);
            }

            kept.Add((figure, 1));
        }

        return [.. kept.OrderBy(entry => entry.Figure.Sentence.Block.Ordinal).ThenBy(entry => entry.Figure.Start)];
    }

    /// <summary>Thousands of things, large sums, percentages: such a number is not met twice by chance.</summary>
    public static bool IsWeighty(RawFigure figure) =>
        figure is { Value: >= 1000, Kind: MeasureKind.None or MeasureKind.Money } or { Kind: MeasureKind.Percent, Form: NumeralForm.Digits or NumeralForm.BareDigits };

    private static bool IsOfStandfirst(RawFigure first, RawFigure figure, EssaySentences essay) =>
        first.Kind == figure.Kind && IsWeighty(first) && essay.IsStandfirst(first.Sentence.Block);

    /// <summary>Meanings of one number that are compared; keeps foreign text that repeats a number linear.</summary>
    private const int MostMeanings = 8;
}
