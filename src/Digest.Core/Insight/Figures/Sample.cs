using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells how many of the things spoken of were looked at ("We have read 104 of these plans", "followed 57 of them") from what was found.
/// The size of a whole survey ("The study followed 1,247 patients", "we interviewed 3,800 people") is worth telling: of eleven such of essays by
/// strangers, editors listed nine. Where it is somebody else's ("Lin Castellanos followed 31,000 households"), it introduces the finding: of nine, they listed none.
/// </summary>
internal static class Sample
{
    /// <summary>Tokens looked back over for who did it.</summary>
    private const int Reach = 12;

    /// <summary>Tokens looked back over for a study.</summary>
    private const int LongestSubject = 24;

    /// <summary>What is done to find something out.</summary>
    private static readonly FrozenSet<string> Works = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "analysed", "analyzed", "compared", "examined", "followed", "interviewed", "matched", "polled", "questioned", "read", "reviewed", "sampled", "studied", "surveyed", "tested", "tracked", "walked");

    private static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "colleagues", "group", "researchers", "study", "survey", "team", "trial");

    /// <summary>What somebody does with a group of people or things to learn how they fare.</summary>
    private static readonly FrozenSet<string> Follows = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "followed", "interviewed", "polled", "questioned", "sampled", "surveyed", "tested", "tracked");

    /// <summary>"Lin Castellanos, an economist at the University of Leiden, followed 31,000 households": a group that somebody looked at.</summary>
    public static bool IsGroup(TokenRun tokens, QuantityCandidate c)
    {
        var verb = c.First - 1;
        if (!Follows.Contains(tokens.Word(verb).ToString()))
        {
            return false;
        }

        var subject = Subject(tokens, verb);
        if (tokens.Is(subject, "who", "she", "he"))
        {
            return true;
        }

        var isNamed = tokens.Kind(subject) != TokenKind.Comma;
        for (var i = subject - 1; i >= 0 && i >= subject - LongestSubject; i--)
        {
            if (Groups.Contains(tokens.Word(i).ToString()))
            {
                // "A randomised study in Kenya followed 452 patients"
                return false;
            }

            isNamed |= RoleOf(tokens, i);
        }

        return isNamed && IsNamed(tokens, subject) && !tokens.Is(subject - 1, "in");
    }

    /// <summary>True when a verb of those who study stands before a number.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="verb">The token before the number and its qualifiers.</param>
    public static bool Is(TokenRun tokens, int verb)
    {
        if (!Works.Contains(tokens.Word(verb).ToString()))
        {
            return false;
        }

        var subject = Subject(tokens, verb);
        if (IsPerson(tokens, subject) || Groups.Contains(tokens.Word(subject).ToString()))
        {
            return true;
        }

        for (var i = subject - 1; IsNamed(tokens, subject) && i >= 0 && i >= subject - Reach; i--)
        {
            // "the chemist Rosario Achá tested", "Lin Castellanos, an economist at the University of Leiden, followed"
            if (RoleOf(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token before a verb and what helps it.</summary>
    private static int Subject(TokenRun tokens, int verb)
    {
        var subject = verb - 1;
        while (tokens.Is(subject, "have", "has", "had", "then", "also"))
        {
            subject--;
        }

        return subject;
    }

    private static bool IsPerson(TokenRun tokens, int i) =>
        tokens.Is(i, "I", "we", "who", "she", "he", "they");

    /// <summary>The end of a name, or the comma behind what is told of it.</summary>
    private static bool IsNamed(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Comma || (tokens.IsCapital(i) && !tokens.OpensSentence(i));

    private static bool RoleOf(TokenRun tokens, int i) => tokens.In(i, WordLists.Roles) || tokens.Word(i).EndsWith("ologist", StringComparison.OrdinalIgnoreCase);
}
