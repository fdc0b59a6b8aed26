using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>What is left of what was counted before.</summary>
internal static class RemainingCount
{
    /// <summary>Tokens looked back over.</summary>
    private const int Reach = 5;

    private static readonly FrozenSet<string> Homecomings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "came", "come", "comes", "left", "returned", "returns", "ended", "emerged", "went", "finished");

    /// <summary>"Today there are nine", "there are now seven".</summary>
    public static bool IsStock(TokenRun tokens, int start)
    {
        var isNow = tokens.Is(start - 1, "now", "today");
        var verb = isNow ? start - 2 : start - 1;
        if (!tokens.Is(verb, "are", "is", "remain", "remains") || !tokens.Is(verb - 1, "there"))
        {
            return false;
        }

        for (var i = verb - 2; i >= 0 && i >= verb - 2 - Reach; i--)
        {
            isNow |= tokens.Is(i, "now", "today", "currently");
        }

        return isNow;
    }

    /// <summary>"went in with 430 sheep and came out with 61".</summary>
    public static bool IsHomecoming(TokenRun tokens, int start, Numeral number)
    {
        if (!tokens.Is(start - 1, "with") || number.Value <= 2)
        {
            return false;
        }

        for (var i = start - 2; i >= 0 && i >= start - Reach && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (Homecomings.Contains(tokens.Word(i).ToString()))
            {
                return true;
            }
        }

        return false;
    }
}
