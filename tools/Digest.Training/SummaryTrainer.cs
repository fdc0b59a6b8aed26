using System.Globalization;
using System.Text;
using Digest.Core.Insight.Summary;

namespace Digest.Training;

/// <summary>
/// Fits the weights by which sentences are chosen. First those of sentences, by gradient ascent on the expected ROUGE-1 when one
/// sentence is drawn with the softmax of its score; then those of words, by logistic regression on whether the dek holds them.
/// A word's features hold the scores of its sentences, so those are taken from weights that have not seen the essay.
/// The whole procedure is measured by cross-validation; the weights written are fitted to all essays. Deterministic.
/// </summary>
internal sealed class SummaryTrainer(string corpus, string sentenceFile, string wordFile)
{
    private const int Splits = 4;
    private const int Folds = 5;
    private const int InnerFolds = 4;
    private const int Iterations = 120;
    private const double Rate = 4;
    private const double SentencePenalty = 0.004;
    private const double WordPenalty = 20;

    public void Run()
    {
        var essays = SummaryCorpus.Load(corpus);
        Console.WriteLine($"{essays.Count} essays; shipped weights on all of them {essays.Average(e => e.Score(SummaryWeights.Trained)):0.0000}");
        var unseen = Enumerable.Range(0, Splits).SelectMany(split => CrossValidate(essays, split)).GroupBy(s => s.Essay, s => s.Score).Select(g => g.Average()).ToList();
        var mean = unseen.Average();
        var error = Math.Sqrt(unseen.Sum(s => (s - mean) * (s - mean)) / (unseen.Count - 1) / unseen.Count);
        Console.WriteLine($"essays not learned from, mean of {Splits} cross-validations: {mean:0.0000}, standard error {error:0.0000}");

        var fitted = Fit(essays);
        Console.WriteLine($"fitted to all essays: {essays.Average(e => e.Score(fitted)):0.0000}");
        Write(sentenceFile, "sentences by which a summary is chosen", SentenceFeatures.Names, [.. fitted.Sentences]);
        Write(wordFile, "words that foretell the words of a dek", WordFeatures.Names, [.. fitted.Words]);
    }

    private static IEnumerable<(SummaryEssay Essay, double Score)> CrossValidate(List<SummaryEssay> essays, int split)
    {
        var scores = FoldsOf(essays.Count, Folds, split).AsParallel().AsOrdered().SelectMany(fold =>
        {
            var weights = Fit([.. essays.Where((_, i) => !fold.Contains(i))]);
            return fold.Select(i => (essays[i], essays[i].Score(weights)));
        }).ToList();
        Console.WriteLine($"split {split + 1}: {scores.Average(s => s.Item2):0.0000}");
        return scores;
    }

    private static SummaryWeights Fit(List<SummaryEssay> essays)
    {
        var rows = new List<double[]>();
        var held = new List<bool>();
        foreach (var fold in FoldsOf(essays.Count, InnerFolds, Splits))
        {
            var weights = new SummaryWeights([.. FitSentences([.. essays.Where((_, i) => !fold.Contains(i))])], []);
            foreach (var essay in fold.Order().Select(i => essays[i]))
            {
                var sightings = WordFeatures.Sightings(essay.Words, essay.Sentences, [.. essay.Sentences.Select(s => weights.Score(s.Features))]);
                foreach (var (form, sighting) in sightings.Index().Where(entry => entry.Item is not null))
                {
                    for (var repeat = 1; repeat <= sighting.Repeats; repeat++)
                    {
                        var features = new double[WordFeatures.Names.Length];
                        WordFeatures.Read(essay.Words, form, sighting, repeat, features);
                        rows.Add(features);
                        held.Add(essay.Dek.Count(essay.Words.Forms[form]) >= repeat);
                    }
                }
            }
        }

        return new SummaryWeights([.. FitSentences(essays)], [.. LogisticRegression.Fit(rows, held, WordPenalty)]);
    }

    /// <summary>Weights that make the expected ROUGE-1 of one drawn sentence large.</summary>
    private static double[] FitSentences(List<SummaryEssay> essays)
    {
        var n = SentenceFeatures.Names.Length;
        var weights = new double[n];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var gradient = new double[n];
            foreach (var essay in essays.Where(e => e.Sentences.Count > 0))
            {
                var scores = essay.Sentences.Select(s => s.Features.Zip(weights, (x, w) => x * w).Sum()).ToArray();
                var top = scores.Max();
                var shares = scores.Select(s => Math.Exp(s - top)).ToArray();
                var sum = shares.Sum();
                var expected = shares.Zip(essay.Rewards, (p, r) => p * r).Sum() / sum;
                for (var s = 0; s < scores.Length; s++)
                {
                    var pull = shares[s] / sum * (essay.Rewards[s] - expected);
                    for (var i = 0; i < n; i++)
                    {
                        gradient[i] += pull * essay.Sentences[s].Features[i];
                    }
                }
            }

            for (var i = 0; i < n; i++)
            {
                weights[i] += Rate * ((gradient[i] / essays.Count) - (SentencePenalty * weights[i]));
            }
        }

        return weights;
    }

    /// <summary>The numbers up to a count, shuffled and dealt out.</summary>
    private static List<HashSet<int>> FoldsOf(int count, int folds, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return [.. Enumerable.Range(0, folds).Select(fold => order.Where((_, place) => place % folds == fold).ToHashSet())];
    }

    private static void Write(string file, string what, string[] names, double[] weights)
    {
        var text = new StringBuilder($"# Weights of the features of {what}; written by tools/Digest.Training, command train-summary.\n");
        for (var i = 0; i < names.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{names[i]}\t{weights[i]:0.####}\n");
        }

        File.WriteAllText(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
