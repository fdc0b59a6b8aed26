using System.Collections.Frozen;
using Digest.Core.Insight.Figures;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Where a name stands in its sentence: as places and things do, or as the one whom "he" and "she" speak of.</summary>
internal static class NameSetting
{
    /// <summary>Tokens behind a name among which the pronoun that speaks of it is looked for.</summary>
    private const int PronounReach = 24;

    /// <summary>Words behind which "in" says whom somebody believes, no place.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeBelief = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "ally", "belief", "believe", "believed", "believes", "believing", "champion", "confidence", "disappointed", "faith", "find", "finds", "found", "friend", "interest", "interested", "meet", "met", "read", "reads", "rival", "saw",
        "see", "seen", "sees", "trust", "trusted", "trusting", "trusts").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What bears the names of people and of everything else: "the feeder Ada Mensah".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Vessels = FrozenSet.Create(StringComparer.Ordinal,
        "barge", "barque", "boat", "brig", "cutter", "dredger", "feeder", "ferry", "freighter", "frigate", "launch", "lifeboat", "liner", "locomotive", "lugger", "schooner", "ship", "sloop", "smack", "steamer", "submarine",
        "tanker", "trawler", "tug", "vessel", "whaler", "yacht").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What only people do.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deeds = FrozenSet.Create(StringComparer.Ordinal,
        "apologised", "apologized", "blushed", "chuckled", "chuckles", "frowned", "frowns", "gestured", "gestures", "grinned", "grins", "laughed", "laughs", "nodded", "nods", "remembered", "remembers", "shrugged",
        "shrugs", "sighed", "sighs", "smiled", "smiles", "wept", "winced", "wondered", "wonders").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whom and what only somebody has.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kin = FrozenSet.Create(StringComparer.Ordinal,
        "aunt", "brother", "brothers", "cousin", "cousins", "daughter", "eyes", "father", "fingers", "granddaughter", "grandfather", "grandmother", "grandparents", "grandson", "handwriting", "husband", "kidneys", "knee",
        "knees", "mother", "nephew", "niece", "parents", "shoulder", "sister", "sisters", "son", "uncle", "widow", "widower", "wife", "wrist").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"Okoro’s niece", "Mensah’s kidneys": behind a name.</summary>
    public static bool HasKin(TokenRun tokens, int end) => tokens.Kind(end) == TokenKind.Possessive && Kin.Contains(tokens.Word(end + 1));

    /// <summary>"in Nam Định", "the Edna Marlow left": no person, unless other words say so.</summary>
    public static bool IsOfThing(TokenRun tokens, NameRun name) =>
        IsPlaced(tokens, name) || (tokens.Is(name.First - 1, "the") && IsBare(tokens, name.End)) || (Vessels.Contains(tokens.Word(name.First - 1)) && !tokens.IsCapital(name.First - 1));

    /// <summary>
    /// True where somebody laughs, shrugs or has a niece, and where the words behind a name at the head of its sentence, or the sentence behind
    /// it, go on with "he" or "she" before anybody else comes.
    /// </summary>
    public static bool IsTakenUp(TokenRun tokens, NameRun name, TokenRun? next)
    {
        if (Deeds.Contains(tokens.Word(name.End)) || HasKin(tokens, name.End))
        {
            return true;
        }

        if (!IsSubject(tokens, name))
        {
            return false;
        }

        for (var i = name.End; i < tokens.Count; i++)
        {
            if (i > name.End && (tokens.In(i, WordLists.PersonNouns) || RoleWords.IsRole(tokens, i) || RoleWords.IsBarePerson(tokens, i) || (tokens.IsCapital(i) && tokens.IsCapital(i + 1))))
            {
                // "was a teacher until he": the role is the name's own.
                if (!IsCopula(tokens, name.End))
                {
                    return false;
                }
            }

            if (i < name.End + PronounReach && (IsPronoun(tokens, i) || tokens.Is(i, "his", "himself", "herself")))
            {
                return true;
            }
        }

        return next is not null && IsPronoun(next, 0) && next.IsCapital(0);
    }

    private static bool IsPlaced(TokenRun tokens, NameRun name) =>
        (tokens.Is(name.First - 1, "in") || (tokens.Is(name.First - 1, "at") && tokens.Kind(name.First - 2) is not TokenKind.Word))
        && tokens.Kind(name.End) != TokenKind.Possessive && !BeforeBelief.Contains(tokens.Word(name.First - 2));

    /// <summary>No noun comes behind the name that the article could belong to ("the Ada Mensah effect", "the Ada Mensah of Peru").</summary>
    private static bool IsBare(TokenRun tokens, int end) => tokens.Kind(end) switch
    {
        TokenKind.Word => !tokens.Is(end, "of") && !tokens.Is(end, "and")
            && (tokens.In(end, WordLists.Verbs | WordLists.Auxiliaries | WordLists.SpeechVerbs | WordLists.ChangeVerbs | WordLists.SmallWords | WordLists.Stops) || LoneCount.EndsInEd(tokens.Word(end))),
        TokenKind.Dash or TokenKind.Possessive or TokenKind.Number => false,
        _ => true,
    };

    /// <summary>The name begins its sentence, or only "when", "but" and their like stand before it, and no comma or "and" behind.</summary>
    private static bool IsSubject(TokenRun tokens, NameRun name)
    {
        var before = name.First - 1;
        return (before < 0 || (before == 0 && tokens.In(0, WordLists.ClauseOpeners | WordLists.FunctionWords) && !RoleGrammar.IsPreposition(tokens, 0) && !tokens.Is(0, "the")))
            && tokens.Kind(name.End) == TokenKind.Word && !tokens.IsCapital(name.End) && !tokens.Is(name.End, "and") && !RoleGrammar.IsPreposition(tokens, name.End);
    }

    private static bool IsCopula(TokenRun tokens, int i) => tokens.Is(i, "is", "was");

    private static bool IsPronoun(TokenRun tokens, int i) => tokens.Is(i, "he", "she");
}
