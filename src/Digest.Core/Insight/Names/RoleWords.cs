using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Nouns for what a person is, also those told by their ending or by their small letter: "the chronobiologist", "our churchwarden", "a cook named".</summary>
internal static class RoleWords
{
    private const int ShortestStem = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Trades =
        WordList.Lines("trades").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Endings that only nouns for people have.</summary>
    private static readonly string[] Endings =
        ["ologist", "ographer", "onomist", "iatrist", "ician", "keeper", "maker", "monger", "smith", "wright", "warden", "teacher", "worker", "master", "mistress", "grower", "dealer", "trainer"];

    /// <summary>Nouns for people that say nothing of what somebody is.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bare = FrozenSet.Create(StringComparer.Ordinal,
        "adult", "boy", "child", "couple", "everyone", "family", "figure", "gentleman", "girl", "guy", "human", "kid", "lady", "lad", "lot", "many", "man", "men", "one", "other", "others", "pair", "people", "person", "someone",
        "somebody", "those", "woman", "women", "youth").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a noun of a trade that the list of roles has not.</summary>
    public static bool IsTrade(ReadOnlySpan<char> word) => Trades.Contains(word);

    /// <summary>True for a noun that tells a role.</summary>
    public static bool IsRole(TokenRun tokens, int i)
    {
        if (tokens.In(i, WordLists.Roles))
        {
            return true;
        }

        if (tokens.Kind(i) != TokenKind.Word || tokens.IsCapital(i))
        {
            return false;
        }

        var word = tokens.Word(i);
        if (Trades.Contains(word))
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"man", "one": a person, but no role.</summary>
    public static bool IsBarePerson(TokenRun tokens, int i) => Bare.Contains(tokens.Word(i)) || tokens.In(i, WordLists.PersonNouns);
}
