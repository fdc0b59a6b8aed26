using System.Text;
using Digest.Core.Essays;

namespace Digest.Core.Issues;

/// <summary>
/// Finds essays that are the same text under two names: the share of five-word sequences they have in common
/// (Jaccard index over shingles, Broder 1997), so that a changed headline, typography or a corrected word does not hide it.
/// </summary>
public static class NearDuplicates
{
    /// <summary>Two essays on one event share less than 0.05; two versions of one essay more than 0.7.</summary>
    public const double Threshold = 0.6;

    private const double LikeButNotEqual = 0.99;
    private const int ShingleWords = 5;
    private const int MostWords = 20_000;

    /// <summary>Compares each essay with those before it and with those readers have already.</summary>
    /// <param name="candidates">Essays in the order in which they are preferred.</param>
    /// <param name="known">Essays of earlier issues.</param>
    /// <returns>The essays to leave out.</returns>
    public static IReadOnlyList<IssueDuplicate> Find(IReadOnlyList<EssayRecord> candidates, IReadOnlyList<EssayRecord> known)
    {
        var carried = known.Select(e => (Essay: e, Shingles: Shingles(e.Essay))).ToList();
        var duplicates = new List<IssueDuplicate>();
        foreach (var candidate in candidates)
        {
            var shingles = Shingles(candidate.Essay);
            var twin = carried
                .Where(c => c.Essay.Id != candidate.Id)
                .Select(c => (c.Essay, Similarity: Similarity(c.Shingles, shingles)))
                .Where(c => c.Similarity >= Threshold)
                .OrderByDescending(c => c.Similarity)
                .FirstOrDefault();
            if (twin.Essay is not null)
            {
                duplicates.Add(new IssueDuplicate(candidate.Id, candidate.Revision, twin.Essay.Id, Told(candidate, twin.Essay, twin.Similarity)));
            }
            else
            {
                carried.Add((candidate, shingles));
            }
        }

        return duplicates;
    }

    // Whole only where a reader would see no difference: words are compared without title and marks, and rounding up
    // would tell an editor that a corrected word is none.
    private static double Told(EssayRecord a, EssayRecord b, double similarity) =>
        string.Equals(a.ContentHash, b.ContentHash, StringComparison.Ordinal) ? 1 : Math.Min(LikeButNotEqual, Math.Round(similarity, 2));

    /// <summary>Shared sequences over all sequences, 0 to 1.</summary>
    public static double Similarity(IReadOnlySet<ulong> a, IReadOnlySet<ulong> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<ulong> Shingles(Essay essay)
    {
        var words = essay.Body.SelectMany(b => Words(b.Text)).Take(MostWords).ToList();
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + ShingleWords <= words.Count || (i == 0 && words.Count > 0); i++)
        {
            shingles.Add(words.GetRange(i, Math.Min(ShingleWords, words.Count - i)).Aggregate(14695981039346656037UL, Mix));
        }

        return shingles;
    }

    // FNV-1a over the words, with a separator between them.
    private static ulong Mix(ulong hash, string word)
    {
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (hash ^ ' ') * 1099511628211UL;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
