using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Chooses up to three key points: the best sentence of each third of the essay that the summary does not hold.</summary>
internal static class KeyPointChooser
{
    private const int Parts = 3;

    private const int FewestWords = 10;

    /// <summary>Share of its content words that a key point may have in common with another.</summary>
    private const double MostShared = 0.5;

    /// <summary>The key points in the order of the text.</summary>
    /// <param name="sentences">The sentences that can be chosen, in the order of the text.</param>
    /// <param name="summary">What the summary says already.</param>
    /// <param name="dek">Content words of the dek, none when there is no dek.</param>
    /// <param name="weights">The weights of the sentences.</param>
    public static List<WeighedSentence> Choose(List<WeighedSentence> sentences, List<WeighedSentence> summary, NumberSet dek, SummaryWeights weights)
    {
        var points = new List<WeighedSentence>();
        for (var part = 0; part < Parts; part++)
        {
            var (best, bestScore) = ((WeighedSentence?)null, double.NegativeInfinity);
            foreach (var sentence in sentences)
            {
                if ((int)(sentence.Position * Parts) == part && sentence.Words >= FewestWords && !sentence.Dangles
                    && weights.Score(sentence.Features) is var score && score > bestScore && IsNew(sentence, summary, points, dek)
                    && !HouseTalk.Announces(sentence.Sentence.Tokens))
                {
                    (best, bestScore) = (sentence, score);
                }
            }

            if (best is not null)
            {
                points.Add(best);
            }
        }

        return points;
    }

    private static bool IsNew(WeighedSentence sentence, List<WeighedSentence> summary, List<WeighedSentence> points, NumberSet dek) =>
        !IsMostlyIn(sentence.Sentence.Subject, dek)
        && !summary.Exists(other => SaysTheSame(sentence, other)) && !points.Exists(other => SaysTheSame(sentence, other));

    /// <summary>True when most content words of either sentence are the other's.</summary>
    private static bool SaysTheSame(WeighedSentence a, WeighedSentence b)
    {
        var (x, y) = (a.Sentence.Subject, b.Sentence.Subject);
        return IsMostlyIn(x, y) || IsMostlyIn(y, x);
    }

    private static bool IsMostlyIn(NumberSet words, NumberSet others) => words.SharedWith(others) > MostShared * Math.Max(1, words.Count);
}
