namespace Digest.Core.Insight.Summary;

/// <summary>Chooses the sentences of the summary: the one that shares most with the dek to be expected, then each that raises the share.</summary>
internal static class SummaryChooser
{
    /// <summary>Words a summary may have.</summary>
    public const int Budget = 60;

    /// <summary>The chosen sentences in the order of the text; empty only when there is no candidate.</summary>
    public static List<WeighedSentence> Choose(List<WeighedSentence> sentences, DekWords dek)
    {
        var noneStands = sentences.TrueForAll(sentence => sentence.Dangles);
        var chosen = new List<WeighedSentence>();
        var draft = new SummaryDraft(dek);
        var room = Budget;
        while (Best(sentences, chosen, draft, room, noneStands) is { } best)
        {
            chosen.Add(best);
            draft.Add(best);
            room -= best.Words;
        }

        chosen.Sort((a, b) => a.Index.CompareTo(b.Index));
        return chosen;
    }

    /// <summary>The sentence that raises the draft's share most; null when none does.</summary>
    private static WeighedSentence? Best(List<WeighedSentence> sentences, List<WeighedSentence> chosen, SummaryDraft draft, int room, bool noneStands)
    {
        var (best, bestOverlap) = ((WeighedSentence?)null, draft.Overlap);
        foreach (var sentence in sentences)
        {
            if (sentence.Words <= room && (!sentence.Dangles || noneStands || IsChosen(sentence.Index - 1, chosen)) && !IsChosen(sentence.Index, chosen)
                && draft.OverlapWith(sentence) is var overlap && overlap > bestOverlap)
            {
                (best, bestOverlap) = (sentence, overlap);
            }
        }

        return best;
    }

    /// <summary>True when the sentence of that number is chosen; one that leans on the sentence before it can be read once that one is.</summary>
    private static bool IsChosen(int index, List<WeighedSentence> chosen) => chosen.Exists(other => other.Index == index);
}
