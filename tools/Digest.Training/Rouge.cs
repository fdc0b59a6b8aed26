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
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
            Total++;
        }
    }

    public int Total { get; }

    public int Shared(Bag other) => _counts.Sum(entry => Math.Min(entry.Value, other._counts.GetValueOrDefault(entry.Key)));
}

/// <summary>ROUGE-1 (Lin 2004): harmonic mean of precision and recall of words, the summary cut to sixty.</summary>
internal static class Rouge
{
    private const int Cut = 60;

    public static string[] Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split([' ', '\u00A0', '-', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '‘', '(', ')', '[', ']', '\'', '’');
            plain = plain.EndsWith("’s", StringComparison.Ordinal) || plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
            if (plain.Length > 0)
            {
                words.Add(plain.Length > 4 ? ContentWords.Stem(plain) : plain.ToLowerInvariant());
            }
        }

        return [.. words];
    }

    public static double F1(IEnumerable<string> summary, Bag dek)
    {
        var bag = new Bag(summary.Take(Cut));
        var shared = bag.Shared(dek);
        return bag.Total + dek.Total == 0 ? 0 : 2.0 * shared / (bag.Total + dek.Total);
    }
}
