namespace Digest.Core.Insight.Summary;

/// <summary>Chooses the sentences of the summary: the one that shares most with the dek to be expected, then each that raises the share.</summary>
internal static class SummaryChooser
{
    /// <summary>Words a summary may have.</summary>
    public const int Budget = 60;

    /// <summary>Share of its content words that a key point may have in common with another.</summary>
    private const double MostShared = 0.5;

    /// <summary>The chosen sentences in the order of the text; empty only when there is no candidate.</summary>
    public static List<WeighedSentence> Choose(List<WeighedSentence> sentences, DekWords dek)
    {
        var chosen = new List<WeighedSentence>();
        var overlap = 0.0;
        while (Best(sentences, chosen, dek) is { } best && best.Overlap > overlap)
        {
            chosen.Add(best.Sentence);
            overlap = best.Overlap;
        }

        return [.. chosen.OrderBy(sentence => sentence.Index)];
    }

    private static (WeighedSentence Sentence, double Overlap)? Best(List<WeighedSentence> sentences, List<WeighedSentence> chosen, DekWords dek)
    {
        var room = Budget - chosen.Sum(sentence => sentence.Words);
        var noneStands = sentences.TrueForAll(sentence => sentence.Dangles);
        return sentences
            .Where(sentence => sentence.Words <= room && !chosen.Contains(sentence) && (!sentence.Dangles || noneStands || FollowsOne(sentence, chosen)))
            .Select(sentence => ((WeighedSentence Sentence, double Overlap)?)(sentence, dek.ExpectedOverlap(chosen.Append(sentence))))
            .MaxBy(entry => entry!.Value.Overlap);
    }

    /// <summary>A sentence that leans on the one before it can be read once that one is chosen.</summary>
    private static bool FollowsOne(WeighedSentence sentence, List<WeighedSentence> chosen) => chosen.Exists(other => other.Index == sentence.Index - 1);

    /// <summary>True when most content words of either sentence are the other's.</summary>
    public static bool SaysTheSame(WeighedSentence a, WeighedSentence b) => IsMostlyIn(a.Stems, b.Stems) || IsMostlyIn(b.Stems, a.Stems);

    /// <summary>True when more than half of the words are among the others.</summary>
    public static bool IsMostlyIn(HashSet<string> words, HashSet<string> others) => words.Count(others.Contains) > MostShared * Math.Max(1, words.Count);
}
