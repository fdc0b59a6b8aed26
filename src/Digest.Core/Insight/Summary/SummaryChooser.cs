namespace Digest.Core.Insight.Summary;

/// <summary>Chooses the sentences of the summary: the best by weight, then further ones that fit the budget and say something else.</summary>
internal static class SummaryChooser
{
    /// <summary>Words a summary may have.</summary>
    public const int Budget = 60;

    /// <summary>Share of its content words that a sentence may have in common with the chosen ones.</summary>
    private const double MostShared = 0.5;

    /// <summary>Candidates looked at after the best one.</summary>
    private const int MostCandidates = 12;

    /// <summary>The chosen sentences in the order of the text; empty only when there is no candidate.</summary>
    public static List<WeighedSentence> Choose(List<WeighedSentence> sentences, SummaryWeights weights)
    {
        var ranked = sentences
            .Select(sentence => (Sentence: sentence, Score: weights.Score(sentence.Features)))
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Sentence.Position)
            .ToList();
        var chosen = new List<WeighedSentence>();
        if (ranked.Count == 0)
        {
            return chosen;
        }

        var best = ranked.FirstOrDefault(entry => !entry.Sentence.Dangles, ranked[0]);
        chosen.Add(best.Sentence);
        var words = best.Sentence.Words;
        foreach (var (sentence, score) in ranked.Take(MostCandidates))
        {
            if (words >= weights.FullEnough || ReferenceEquals(sentence, best.Sentence))
            {
                continue;
            }

            var fits = words + sentence.Words <= Budget && score >= best.Score - weights.NextSentence;
            var stands = !sentence.Dangles || chosen.Exists(other => other.Index == sentence.Index - 1);
            if (fits && stands && chosen.TrueForAll(other => !SaysTheSame(sentence, other)))
            {
                chosen.Add(sentence);
                words += sentence.Words;
            }
        }

        return [.. chosen.OrderBy(sentence => sentence.Position)];
    }

    /// <summary>True when most content words of either sentence are the other's.</summary>
    public static bool SaysTheSame(WeighedSentence a, WeighedSentence b) => IsMostlyIn(a.Stems, b.Stems) || IsMostlyIn(b.Stems, a.Stems);

    /// <summary>True when more than half of the words are among the others.</summary>
    public static bool IsMostlyIn(HashSet<string> words, HashSet<string> others) => words.Count(others.Contains) > MostShared * Math.Max(1, words.Count);
}
