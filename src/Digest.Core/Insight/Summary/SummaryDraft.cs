namespace Digest.Core.Insight.Summary;

/// <summary>The sentences chosen so far, as the words they use: so that one more sentence is weighed by its own words alone.</summary>
internal sealed class SummaryDraft(DekWords dek)
{
    private readonly int[] _uses = new int[dek.Essay.Forms.Count];
    private double _shared;
    private int _words;

    /// <summary>Expected F1 of word overlap between a dek and the draft, from 0 to 1.</summary>
    public double Overlap { get; private set; }

    /// <summary>What <see cref="Overlap"/> would be with one more sentence.</summary>
    public double OverlapWith(WeighedSentence sentence)
    {
        var shared = SharedWith(sentence);
        var words = dek.Essay.Sentences[sentence.Index].Words;
        foreach (var word in words)
        {
            _uses[word.Form]--;
        }

        return DekWords.F1(shared, _words + words.Length);
    }

    public void Add(WeighedSentence sentence)
    {
        _shared = SharedWith(sentence);
        _words += dek.Essay.Sentences[sentence.Index].Words.Length;
        Overlap = DekWords.F1(_shared, _words);
    }

    /// <summary>Counts the sentence's words, and gives how many words a dek is expected to share with it and the draft.</summary>
    private double SharedWith(WeighedSentence sentence)
    {
        var shared = _shared;
        foreach (var word in dek.Essay.Sentences[sentence.Index].Words)
        {
            shared += dek.Chance(word.Form, ++_uses[word.Form]);
        }

        return shared;
    }
}
