using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Core.Insight.Summary;

/// <summary>
/// The weights by which sentences are chosen: a linear model over <see cref="SentenceFeatures"/>, trained by
/// tools/Digest.SummaryWeights and stored in Words/summary-weights.txt, one "name, tab, weight" a line.
/// </summary>
/// <param name="Features">A weight for each feature, in the order of <see cref="SentenceFeatures.Names"/>.</param>
/// <param name="NextSentence">How far below the best sentence's score another one may be to be added.</param>
/// <param name="FullEnough">Words from which no further sentence is added.</param>
internal sealed record SummaryWeights(ImmutableArray<double> Features, double NextSentence, double FullEnough)
{
    /// <summary>The weights of the product.</summary>
    public static SummaryWeights Trained { get; } = Load();

    public double Score(double[] features)
    {
        var score = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            score += Features[i] * features[i];
        }

        return score;
    }

    private static SummaryWeights Load()
    {
        var rows = WordList.Lines("summary-weights").Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new SummaryWeights([.. SentenceFeatures.Names.Select(name => rows[name])], rows["next-sentence"], rows["full-enough"]);
    }
}
