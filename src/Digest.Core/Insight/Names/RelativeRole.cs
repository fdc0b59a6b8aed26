using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads what a person is from a relative clause: "Ana Reyes, who was the city’s treasurer", "Ana Reyes, who runs two cold rooms near Quito".</summary>
internal static class RelativeRole
{
    /// <summary>Tokens the clause may be long.</summary>
    private const int LongestClause = 12;

    /// <summary>Verbs that tell what somebody does for a living or a cause.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Leads = FrozenSet.Create(StringComparer.Ordinal,
        "chaired", "chairs", "coordinates", "directed", "directs", "edited", "edits", "farms", "founded", "headed", "heads", "leads", "led", "lectures", "manages", "owned", "owns", "presides", "ran", "runs", "teaches")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words at which such a clause leaves off telling what somebody is.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = FrozenSet.Create(StringComparer.Ordinal,
        "after", "although", "because", "before", "but", "for", "since", "till", "until", "when", "where", "while", "whose", "who", "which", "that")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The role told by a clause that begins at "who"; null when it tells none.</summary>
    public static string? Read(TokenRun tokens, int who)
    {
        if (!tokens.Is(who, "who"))
        {
            return null;
        }

        var verb = who + 1;
        if (Leads.Contains(tokens.Word(verb)))
        {
            // "who led by two goals", "who ran away"
            var end = EndOf(tokens, verb + 1);
            var tells = !tokens.Is(verb + 1, "by") && !tokens.Is(verb + 1, "away") && !tokens.Is(verb + 1, "to") && !tokens.Is(verb + 1, "from") && !tokens.Is(verb + 1, "up") && !tokens.Is(verb + 1, "off") && !tokens.Is(verb + 1, "out");
            return end > verb + 1 && tells ? tokens.Text(verb, end) : null;
        }

        var copula = tokens.Is(verb, "has", "had") && tokens.Is(verb + 1, "been") ? verb + 1 : verb;
        if (copula == verb && !tokens.Is(verb, "is") && !tokens.Is(verb, "was") && !tokens.Is(verb, "became"))
        {
            return null;
        }

        var hasArticle = tokens.Is(copula + 1, "the", "a", "an") || RoleGrammar.IsOwner(tokens, copula + 1);
        var first = copula + (hasArticle ? 2 : 1);
        var last = EndOf(tokens, first);
        var head = first;
        while (head < last && !RoleGrammar.IsPreposition(tokens, head))
        {
            head++;
        }

        return head > first && RoleWords.IsRole(tokens, head - 1) && !tokens.In(first, WordLists.SpeechVerbs) ? tokens.Text(first, last) : null;
    }

    private static int EndOf(TokenRun tokens, int from)
    {
        var i = from;
        while (i < tokens.Count && i - from < LongestClause && tokens.Kind(i) is TokenKind.Word or TokenKind.Possessive or TokenKind.Number or TokenKind.Dash && !(tokens.Kind(i) == TokenKind.Dash && !tokens.Glued(i)) && !Ends.Contains(tokens.Word(i)))
        {
            if (tokens.Is(i, "and") && tokens.Kind(i + 1) == TokenKind.Word && (tokens.In(i + 1, WordLists.Verbs | WordLists.Auxiliaries | WordLists.SpeechVerbs) || !tokens.IsCapital(i + 1)))
            {
                break;
            }

            i++;
        }

        // A clause longer than that is told by halves.
        return i - from >= LongestClause ? from : i;
    }
}
