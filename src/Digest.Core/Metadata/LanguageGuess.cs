using System.Buffers;
using System.Collections.Frozen;
using Digest.Core.Blocks;

namespace Digest.Core.Metadata;

/// <summary>Tells the language of running text by its commonest function words.</summary>
internal static class LanguageGuess
{
    /// <summary>Tag of a language that can't be told.</summary>
    public const string Undetermined = "und";

    private const int WordsLookedAt = 600;

    private static readonly (string Tag, string Words)[] Languages =
    [
        ("en", "the of and to in is that for was with as are be this have from not which they an by it"),
        ("de", "der die und das den ist nicht von mit dem ein eine auf sich auch als für im des werden"),
        ("fr", "le la les des et est dans une du qui que pour pas sur plus avec ce sont par au"),
        ("es", "el la los las que en y del un una por con no se para es como más al su"),
        ("it", "il di che la e un per non una sono del della con si le gli è dei nel anche"),
        ("nl", "de het een van en is dat niet op te zijn voor met die aan er ook als bij door"),
        ("pt", "o que os as do da em um uma para não com se na no por mais dos como é"),
        ("pl", "w i na z się nie to że do jest jak po od za przez oraz tym czy był ale"),
        ("sv", "och att det som en är på för av med till den har inte om ett men var jag så"),
        ("da", "og at det som en er på for af med til den har ikke der de et men var jeg"),
    ];

    private static readonly SearchValues<char> Marks = SearchValues.Create(".,;:\"()!?\u201C\u201D");

    /// <summary>The numbers of the languages in which a word is among the commonest.</summary>
    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesOf = Languages
        .SelectMany((language, number) => language.Words.Split(' ').Distinct().Select(word => (Word: word, Number: number)))
        .GroupBy(w => w.Word, w => w.Number)
        .ToFrozenDictionary(w => w.Key, w => w.ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestWord = LanguagesOf.Dictionary.Keys.Max(w => w.Length);

    /// <summary>BCP 47 tag of the language of the blocks, or <c>und</c>.</summary>
    public static string Of(IEnumerable<Block> blocks)
    {
        var scores = new int[Languages.Length];
        var words = 0;
        foreach (var block in blocks)
        {
            if (words == WordsLookedAt)
            {
                break;
            }

            words += Count(block.Text, WordsLookedAt - words, scores);
        }

        var best = Array.IndexOf(scores, scores.Max());
        return words > 0 && scores[best] >= 3 && scores[best] * 100 >= words * 12 ? Languages[best].Tag : Undetermined;
    }

    /// <summary>Counts the words of a text, up to a number, and for each language those that are among its commonest.</summary>
    private static int Count(ReadOnlySpan<char> text, int most, Span<int> scores)
    {
        Span<char> lower = stackalloc char[LongestWord];
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            if (range.Start.Equals(range.End))
            {
                continue;
            }

            if (words == most)
            {
                break;
            }

            words++;
            var bare = Bare(text[range]);
            if (bare.Length > LongestWord)
            {
                continue;
            }

            bare.ToLowerInvariant(lower);
            if (LanguagesOf.TryGetValue(lower[..bare.Length], out var languages))
            {
                foreach (var language in languages)
                {
                    scores[language]++;
                }
            }
        }

        return words;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word)
    {
        var start = word.IndexOfAnyExcept(Marks);
        return start < 0 ? [] : word[start..(word.LastIndexOfAnyExcept(Marks) + 1)];
    }
}
