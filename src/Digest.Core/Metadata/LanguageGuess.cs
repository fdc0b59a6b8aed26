using System.Collections.Frozen;
using Digest.Core.Blocks;

namespace Digest.Core.Metadata;

/// <summary>Tells the language of running text by its commonest function words.</summary>
internal static class LanguageGuess
{
    /// <summary>Tag of a language that can't be told.</summary>
    public const string Undetermined = "und";

    private const int WordsLookedAt = 600;

    private static readonly (string Tag, FrozenSet<string> Words)[] Languages =
    [
        ("en", Set("the of and to in is that for was with as are be this have from not which they an by it")),
        ("de", Set("der die und das den ist nicht von mit dem ein eine auf sich auch als für im des werden")),
        ("fr", Set("le la les des et est dans une du qui que pour pas sur plus avec ce sont par au")),
        ("es", Set("el la los las que en y del un una por con no se para es como más al su")),
        ("it", Set("il di che la e un per non una sono del della con si le gli è dei nel anche")),
        ("nl", Set("de het een van en is dat niet op te zijn voor met die aan er ook als bij door")),
        ("pt", Set("o que os as do da em um uma para não com se na no por mais dos como é")),
        ("pl", Set("w i na z się nie to że do jest jak po od za przez oraz tym czy był ale")),
        ("sv", Set("och att det som en är på för av med till den har inte om ett men var jag så")),
        ("da", Set("og at det som en er på for af med til den har ikke der de et men var jeg")),
    ];

    /// <summary>BCP 47 tag of the language of the blocks, or <c>und</c>.</summary>
    public static string Of(IEnumerable<Block> blocks)
    {
        var scores = new int[Languages.Length];
        var words = 0;
        foreach (var word in blocks.SelectMany(b => b.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Take(WordsLookedAt))
        {
            words++;
            var bare = word.Trim('.', ',', ';', ':', '"', '(', ')', '!', '?', '\u201C', '\u201D').ToLowerInvariant();
            for (var i = 0; i < Languages.Length; i++)
            {
                scores[i] += Languages[i].Words.Contains(bare) ? 1 : 0;
            }
        }

        var best = Array.IndexOf(scores, scores.Max());
        return words > 0 && scores[best] >= 3 && scores[best] * 100 >= words * 12 ? Languages[best].Tag : Undetermined;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
