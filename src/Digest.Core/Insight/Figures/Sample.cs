using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells how many of the things spoken of were looked at ("We have read 104 of these plans", "followed 57 of them") from what was found.
/// The size of a whole survey is another matter: of two readers who listed figures, one wants it and the other does not.
/// </summary>
internal static class Sample
{
    /// <summary>Tokens looked back over for who did it.</summary>
    private const int Reach = 12;

    /// <summary>What is done to find something out.</summary>
    private static readonly FrozenSet<string> Works = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "analysed", "analyzed", "compared", "examined", "followed", "interviewed", "matched", "polled", "questioned", "read", "reviewed", "sampled", "studied", "surveyed", "tested", "tracked", "walked");

    private static readonly FrozenSet<string> Groups = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "colleagues", "group", "researchers", "study", "team", "trial");

    /// <summary>True when a verb of those who study stands before a number.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="verb">The token before the number and its qualifiers.</param>
    public static bool Is(TokenRun tokens, int verb)
    {
        if (!Works.Contains(tokens.Word(verb).ToString()))
        {
            return false;
        }

        var subject = verb - 1;
        while (tokens.Is(subject, "have") || tokens.Is(subject, "has") || tokens.Is(subject, "had") || tokens.Is(subject, "then") || tokens.Is(subject, "also"))
        {
            subject--;
        }

        if (tokens.Is(subject, "I") || tokens.Is(subject, "we") || tokens.Is(subject, "who") || tokens.Is(subject, "she") || tokens.Is(subject, "he") || tokens.Is(subject, "they") || Groups.Contains(tokens.Word(subject).ToString()))
        {
            return true;
        }

        var isNamed = tokens.Kind(subject) == TokenKind.Comma || (tokens.IsCapital(subject) && !tokens.OpensSentence(subject));
        for (var i = subject - 1; isNamed && i >= 0 && i >= subject - Reach; i--)
        {
            // "the chemist Rosario Achá tested", "Lin Castellanos, an economist at the University of Leiden, followed"
            if (RoleOf(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool RoleOf(TokenRun tokens, int i) => tokens.In(i, WordLists.Roles) || tokens.Word(i).EndsWith("ologist", StringComparison.OrdinalIgnoreCase);
}
