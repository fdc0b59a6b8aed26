using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Core.Insight.Summary;

/// <summary>
/// The weights by which sentences are chosen, trained by tools/Digest.Training and stored as "name, tab, weight" a line:
/// a linear score over <see cref="SentenceFeatures"/> (Words/summary-weights.txt), and a logistic model over
/// <see cref="WordFeatures"/> that tells what words a dek holds (Words/dek-word-weights.txt).
/// </summary>
/// <param name="Sentences">A weight for each feature of a sentence, in the order of <see cref="SentenceFeatures.Names"/>.</param>
/// <param name="Words">A weight for each feature of a word, in the order of <see cref="WordFeatures.Names"/>.</param>
internal sealed record SummaryWeights(ImmutableArray<double> Sentences, ImmutableArray<double> Words)
{
    /// <summary>The weights of the product.</summary>
    public static SummaryWeights Trained { get; } = new(Load("summary-weights", SentenceFeatures.Names), Load("dek-word-weights", WordFeatures.Names));

    /// <summary>How much a sentence looks like one that an editor would choose; without unit.</summary>
    public double Score(double[] features) => Sum(Sentences, features);

    /// <summary>Chance, from 0 to 1, that a dek holds a word.</summary>
    public double Chance(double[] features) => 1 / (1 + Math.Exp(-Sum(Words, features)));

    private static double Sum(ImmutableArray<double> weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }

    private static ImmutableArray<double> Load(string list, string[] names)
    {
        var rows = WordList.Lines(list).Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. names.Select(name => rows[name])];
    }
}
