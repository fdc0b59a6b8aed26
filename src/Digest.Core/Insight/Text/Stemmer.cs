using System.Globalization;
using System.Text;

namespace Digest.Core.Insight.Text;

/// <summary>Takes case, accents and inflection off a word: plural, -ing, -ed and -ly, enough to pair the inflections of one word.</summary>
internal static class Stemmer
{
    /// <summary>Letters that stay at least.</summary>
    private const int ShortestStem = 3;

    private static readonly (string Ending, string Instead)[] Endings =
        [("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""), ("e", "")];

    /// <summary>The stem, in <paramref name="room"/> or, for a word with accents, in memory of its own.</summary>
    /// <param name="word">The word.</param>
    /// <param name="room">At least as long as the word.</param>
    public static ReadOnlySpan<char> Stem(scoped ReadOnlySpan<char> word, Span<char> room)
    {
        var stem = room[..word.ToLowerInvariant(room)];
        if (!Ascii.IsValid(stem))
        {
            stem = WithoutAccents(stem);
        }

        if (stem.EndsWith("ss"))
        {
            return stem;
        }

        foreach (var (ending, instead) in Endings)
        {
            var left = stem.Length - ending.Length;
            if (left >= ShortestStem && stem.EndsWith(ending))
            {
                instead.CopyTo(stem[left..]);
                return stem[..(left + instead.Length)];
            }
        }

        return stem;
    }

    private static Span<char> WithoutAccents(ReadOnlySpan<char> word)
    {
        // Half a surrogate pair, which foreign text may hold, can't be normalised; no inflection stands beyond the first plane.
        if (word.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            return word.ToArray();
        }

        var plain = word.ToString().Normalize(NormalizationForm.FormD).ToCharArray();
        var length = 0;
        foreach (var c in plain)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain[length++] = c;
            }
        }

        return plain.AsSpan(0, length);
    }
}
