using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells numbers without a noun that something was brought to: "opened with 20 beds and since enlarged to 30",
/// "the staff was cut to twelve", "to buy 1,800 houses; so far it has settled on 640".
/// </summary>
internal static class EndOfChange
{
    /// <summary>Numbers up to this are told by the way.</summary>
    private const double SmallCount = 10;

    /// <summary>A number up to this may be an hour, or an age at which one may do something.</summary>
    private const double LastHour = 24;

    /// <summary>Tokens looked back over for an age or an hour.</summary>
    private const int Reach = 12;

    private static readonly FrozenSet<string> Changed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "brought", "cut", "down", "dwindled", "enlarged", "expanded", "grown", "grew", "increased", "lowered", "pared", "raised", "recovered", "reduced", "shrank", "shrunk", "slashed", "swelled", "swollen", "trimmed", "whittled");

    private static readonly FrozenSet<string> Settled = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ended", "managed", "settled", "stalled", "stopped", "stuck");

    /// <summary>True when the number is what the clause says that a count or a level has come to.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="start">First token of the number, qualifiers included.</param>
    /// <param name="number">The number.</param>
    public static bool Is(TokenRun tokens, int start, Numeral number)
    {
        if (number.Value <= SmallCount || number.Form is NumeralForm.Part or NumeralForm.Multiple || !ContinuedCount.EndsClause(tokens, number.End))
        {
            return false;
        }

        var verb = tokens.Word(start - 2).ToString();
        if (tokens.Is(start - 1, "to") && (Changed.Contains(verb) || tokens.In(start - 2, WordLists.ChangeVerbs) || IsResult(tokens, start)))
        {
            return !IsOfTime(tokens, start);
        }

        var isSettled = (tokens.Is(start - 1, "on") || tokens.Is(start - 1, "at") || tokens.Is(start - 1, "for")) && Settled.Contains(verb);
        return isSettled && number.Value > LastHour && !IsOfTime(tokens, start);
    }

    /// <summary>"has tripled since 2014, to 940"</summary>
    private static bool IsResult(TokenRun tokens, int start)
    {
        for (var i = start - 3; tokens.Kind(start - 2) == TokenKind.Comma && i >= 0 && i >= start - Reach; i--)
        {
            if (tokens.In(i, WordLists.ChangeVerbs) || NumberWords.TryGet(tokens, i, NumberWordKind.Multiple, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The age of retirement was raised to 67", "closing time was brought to 11".</summary>
    private static bool IsOfTime(TokenRun tokens, int start)
    {
        for (var i = start - 2; i >= 0 && i >= start - Reach; i--)
        {
            if (tokens.In(i, WordLists.Ages) || tokens.Is(i, "retirement") || tokens.Is(i, "hour") || tokens.Is(i, "time") || tokens.Is(i, "closing"))
            {
                return true;
            }
        }

        return false;
    }
}
