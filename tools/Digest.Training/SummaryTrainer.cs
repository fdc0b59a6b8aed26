using System.Globalization;
using System.Text;
using Digest.Core.Insight.Summary;

namespace Digest.Training;

/// <summary>
/// Fits the weights by which sentences are chosen: gradient ascent on the expected ROUGE-1 when one sentence is drawn with
/// the softmax of its score, the weights held small. How small, and when a further sentence is worth adding, is chosen by
/// cross-validation within the training essays. Deterministic; the test third is measured and never learned from.
/// </summary>
internal sealed class SummaryTrainer(string corpus, string weightsFile)
{
    private const int Folds = 5;
    private const int Iterations = 400;
    private const double Rate = 2;
    private static readonly double[] Penalties = [0.0005, 0.001, 0.002, 0.004, 0.008];
    private static readonly double[] Shortfalls = [0, 0.25, 0.5, 1, 1.5, 2, 3];
    private static readonly double[] FullEnough = [20, 25, 30, 35, 40, 45, 50];

    public void Run()
    {
        var essays = SummaryCorpus.Load(corpus);
        var training = essays.Where(e => !e.IsTest).ToList();
        var test = essays.Where(e => e.IsTest).ToList();
        Console.WriteLine($"{training.Count} essays to learn from, {test.Count} to test on");
        Report("shipped", SummaryWeights.Trained, training, test);

        var (penalty, shortfall, full) = CrossValidate(training);
        var fitted = new SummaryWeights([.. Fit(training, penalty)], shortfall, full);
        Report("fitted", fitted, training, test);
        File.WriteAllText(weightsFile, Write(fitted), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static void Report(string name, SummaryWeights weights, List<SummaryEssay> training, List<SummaryEssay> test) =>
        Console.WriteLine($"{name,-12} learned {Mean(weights, training):0.0000}  test {Mean(weights, test):0.0000}");

    private static double Mean(SummaryWeights weights, List<SummaryEssay> essays) =>
        essays.Average(essay => Rouge.F1(SummaryChooser.Choose(essay.Sentences, weights).SelectMany(s => essay.Words[s]), essay.Dek));

    private static (double Penalty, double Shortfall, double Full) CrossValidate(List<SummaryEssay> essays)
    {
        var best = (Score: 0.0, Penalty: 0.0, Shortfall: 0.0, Full: 0.0);
        foreach (var penalty in Penalties)
        {
            var folds = Enumerable.Range(0, Folds).AsParallel().AsOrdered().Select(fold => (
                Weights: Fit([.. essays.Where((_, i) => i % Folds != fold)], penalty),
                HeldOut: essays.Where((_, i) => i % Folds == fold).ToList())).ToList();
            foreach (var shortfall in Shortfalls)
            {
                foreach (var full in FullEnough)
                {
                    var score = folds.Average(f => Mean(new SummaryWeights([.. f.Weights], shortfall, full), f.HeldOut));
                    best = score > best.Score ? (score, penalty, shortfall, full) : best;
                }
            }

            Console.WriteLine($"penalty {penalty}: best so far {best}");
        }

        return (best.Penalty, best.Shortfall, best.Full);
    }

    /// <summary>Weights that make the expected ROUGE-1 of one drawn sentence large.</summary>
    private static double[] Fit(List<SummaryEssay> essays, double penalty)
    {
        var n = SentenceFeatures.Names.Length;
        var weights = new double[n];
        var data = essays.Where(e => e.Sentences.Count > 0)
            .Select(e => (Features: e.Sentences.Select(s => s.Features).ToArray(), Rewards: e.Sentences.Select(s => Rouge.F1(e.Words[s], e.Dek)).ToArray()))
            .ToList();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var gradient = new double[n];
            foreach (var (features, rewards) in data)
            {
                var scores = features.Select(f => f.Zip(weights, (x, w) => x * w).Sum()).ToArray();
                var top = scores.Max();
                var shares = scores.Select(s => Math.Exp(s - top)).ToArray();
                var sum = shares.Sum();
                var expected = shares.Zip(rewards, (p, r) => p * r).Sum() / sum;
                for (var s = 0; s < features.Length; s++)
                {
                    var pull = shares[s] / sum * (rewards[s] - expected);
                    for (var i = 0; i < n; i++)
                    {
                        gradient[i] += pull * features[s][i];
                    }
                }
            }

            for (var i = 0; i < n; i++)
            {
                weights[i] += Rate * ((gradient[i] / data.Count) - (penalty * weights[i]));
            }
        }

        return weights;
    }

    private static string Write(SummaryWeights weights)
    {
        var text = new StringBuilder("# Weights of the features by which sentences are chosen; written by tools/Digest.Training, command train-summary.\n");
        for (var i = 0; i < SentenceFeatures.Names.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{SentenceFeatures.Names[i]}\t{weights.Features[i]:0.####}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"next-sentence\t{weights.NextSentence:0.##}\nfull-enough\t{weights.FullEnough:0}\n");
        return text.ToString();
    }
}
