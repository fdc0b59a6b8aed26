using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Chooses up to three key points: the best sentence of each third of the essay that the summary does not hold.</summary>
internal static class KeyPointChooser
{
    private const int Parts = 3;

    private const int FewestWords = 10;

    public static List<WeighedSentence> Choose(List<WeighedSentence> sentences, List<WeighedSentence> summary, string? dek, SummaryWeights weights)
    {
        var dekStems = ContentWords.Of(dek ?? "");
        var points = new List<WeighedSentence>();
        for (var part = 0; part < Parts; part++)
        {
            var best = sentences
                .Where(s => (int)(s.Position * Parts) == part && s.Words >= FewestWords && !s.Dangles && !SummaryChooser.IsMostlyIn(s.Stems, dekStems))
                .OrderByDescending(s => weights.Score(s.Features)).ThenBy(s => s.Position)
                .FirstOrDefault(s => summary.Concat(points).All(other => !SummaryChooser.SaysTheSame(s, other)));
            if (best is not null)
            {
                points.Add(best);
            }
        }

        return points;
    }
}
