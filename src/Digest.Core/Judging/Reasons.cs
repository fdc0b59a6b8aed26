using System.Globalization;

namespace Digest.Core.Judging;

/// <summary>Tells an editor what spoke against a block or a line: short phrases for the numbers by which trees judged it.</summary>
/// <param name="names">Names of the numbers of a row, in order.</param>
/// <param name="phrases">By a number's name: what a value of it says, or null where it says nothing to an editor.</param>
internal sealed class Reasons(IReadOnlyList<string> names, IReadOnlyDictionary<string, Func<float, string?>> phrases)
{
    private const int Most = 3;

    /// <summary>So many numbers are asked for a phrase: several may say the same, or nothing.</summary>
    private const int MostAsked = 12;

    /// <summary>"It looks like a line of the page: a single word, short lines above it, no sentence (2 % likely to belong)."</summary>
    /// <param name="why">The sentence to be explained.</param>
    /// <param name="probability">The judgement.</param>
    /// <param name="trees">Who judged.</param>
    /// <param name="row">By what.</param>
    public string Explain(string why, float probability, BoostedTrees trees, ReadOnlySpan<float> row)
    {
        var against = new List<string>(Most);
        foreach (var number in trees.ReasonsAgainst(row, MostAsked))
        {
            if (against.Count < Most && phrases[names[number]](row[number]) is { } phrase && !against.Contains(phrase, StringComparer.Ordinal))
            {
                against.Add(phrase);
            }
        }

        var colon = against.Count > 0 ? ": " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{why.TrimEnd('.')}{colon}{string.Join(", ", against)} ({100 * probability:0} % likely to belong).");
    }

    /// <summary>Says <paramref name="phrase"/> of values of at least <paramref name="least"/>.</summary>
    public static Func<float, string?> From(float least, string phrase) => v => v >= least ? phrase : null;

    /// <summary>Says <paramref name="phrase"/> of values from 0 to below <paramref name="end"/>; a value below 0 means that there is nothing to measure.</summary>
    public static Func<float, string?> Below(float end, string phrase) => v => v >= 0 && v < end ? phrase : null;

    /// <summary>Says <paramref name="phrase"/> of the value 0.</summary>
    public static Func<float, string?> No(string phrase) => v => v is 0 ? phrase : null;
}
