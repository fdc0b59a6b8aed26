using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Weighs figures: which lead the essay, which are worth listing, which pass by.</summary>
internal static class FigureWeight
{
    /// <summary>Most figures that can lead one essay.</summary>
    private const int MostLeads = 5;

    private const double LeadScore = 4;

    private const double ListScore = 2;

    /// <summary>Importance 3, 2 or 1 of each figure.</summary>
    public static int[] Of(List<(RawFigure Figure, int Tellings)> figures, EssaySentences essay, string title)
    {
        var subject = essay.ContentWords.Of(title);
        var scores = figures.Select(entry => Score(entry.Figure, entry.Tellings, essay, subject)).ToArray();
        var bar = scores.OrderDescending().Skip(MostLeads - 1).FirstOrDefault(double.NegativeInfinity);
        return [.. scores.Select(score => score >= LeadScore && score >= bar ? 3 : score >= ListScore ? 2 : 1)];
    }

    private static double Score(RawFigure figure, int tellings, EssaySentences essay, NumberSet subject)
    {
        // Written out as a real quantity, with what it counts.
        var score = figure.Form switch
        {
            NumeralForm.Digits or NumeralForm.ScaledWords => 2.0,
            NumeralForm.Part => 1.5,
            _ => figure.Value > 20 ? 1.5 : 0.5,
        };
        score += figure.Kind switch
        {
            MeasureKind.Money or MeasureKind.Percent => 1,
            MeasureKind.Time => -0.5,
            MeasureKind.Times => 0.5,
            _ => 0.5,
        };
        score += figure.UnitIsBorrowed ? -0.5 : 0;
        score += figure.High is not null || figure.Qualifier is not null ? 0.5 : 0;

        // Of the subject: in the title's words, early, or told more than once.
        score += Math.Min(figure.Sentence.Subject.SharedWith(subject), 3) * 0.5;
        var block = figure.Sentence.Block;
        score += essay.IsAside(block) || essay.PositionOf(block) < 0.15 ? 0.5 : 0;
        return score + (tellings > 1 ? 1 : 0);
    }
}
