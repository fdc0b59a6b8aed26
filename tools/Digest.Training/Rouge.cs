using Digest.Core.Insight.Summary;
using Digest.Core.Insight.Text;

namespace Digest.Training;

/// <summary>Words of a text with their counts.</summary>
internal sealed class Bag
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public Bag(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _counts[word] = Count(word) + 1;
            Total++;
        }
    }

    public int Total { get; }

    public int Count(string word) => _counts.GetValueOrDefault(word);

    public int Shared(Bag other) => _counts.Sum(entry => Math.Min(entry.Value, other.Count(entry.Key)));
}

/// <summary>ROUGE-1 (Lin 2004): harmonic mean of precision and recall of words, the summary cut to sixty.</summary>
internal static class Rouge
{
    private const int Cut = 60;

    public static string[] Words(string text)
    {
        var vocabulary = new Vocabulary(text.Length);
        var words = new List<SummaryWord>();
        SummaryWord.Read(text, vocabulary, words);
        return [.. words.Select(word => vocabulary.Forms[word.Form])];
    }

    public static double F1(IEnumerable<string> summary, Bag dek)
    {
        var bag = new Bag(summary.Take(Cut));
        var shared = bag.Shared(dek);
        return bag.Total + dek.Total == 0 ? 0 : 2.0 * shared / (bag.Total + dek.Total);
    }
}
