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

    /// <summary>Above it a number is no age.</summary>
    private const double OldestAge = 150;

    /// <summary>Tokens looked back over for an age or an hour.</summary>
    private const int Reach = 12;

    private static readonly FrozenSet<string> Changed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "brought", "cut", "down", "dwindled", "enlarged", "expanded", "grown", "grew", "increased", "lowered", "pared", "raised", "recovered", "reduced", "shrank", "shrunk", "slashed", "swelled", "swollen", "trimmed", "whittled");

    private static readonly FrozenSet<string> Differences = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "decline", "decrease", "drop", "fall", "gain", "improvement", "increase", "jump", "loss", "recovery", "reduction", "rise", "swing");

    private static readonly FrozenSet<string> Settled = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ended", "managed", "settled", "stalled", "stopped", "stuck");

    /// <summary>"a recovery", "a drop": by how much something has changed.</summary>
    public static bool IsDifference(TokenRun tokens, int i) => Differences.Contains(tokens.Word(i).ToString());

    /// <summary>"sank by 64": by how much, in the unit of what was measured before.</summary>
    public static bool IsAmount(TokenRun tokens, int start) =>
        tokens.Is(start - 1, "by") && (tokens.In(start - 2, WordLists.ChangeVerbs) || tokens.Is(start - 2, "sank", "sunk", "moved", "subsided"));

    /// <summary>True when the number is what the clause says that a count or a level has come to.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="start">First token of the number, qualifiers included.</param>
    /// <param name="number">The number.</param>
    public static bool Is(TokenRun tokens, int start, Numeral number)
    {
        if (number.Value <= SmallCount || number.Form is NumeralForm.Part or NumeralForm.Multiple || !(Clauses.EndAt(tokens, number.End) || Clauses.IsThen(tokens, number.End)))
        {
            return false;
        }

        var verb = tokens.Word(start - 2).ToString();
        if (tokens.Is(start - 1, "to") && (Changed.Contains(verb) || tokens.In(start - 2, WordLists.ChangeVerbs) || IsResult(tokens, start)))
        {
            return !IsOfTime(tokens, start);
        }

        var isSettled = tokens.Is(start - 1, "on", "at", "for") && Settled.Contains(verb);
        return isSettled && number.Value > LastHour && !IsOfTime(tokens, start);
    }

    /// <summary>"comes to 410", "came in at 43", "accounts for 211", "stood at 16": what something makes in the end. "He came in at 30" may be an age.</summary>
    public static bool IsSum(TokenRun tokens, int start, Numeral number)
    {
        var isStand = tokens.Is(start - 1, "at") && tokens.Is(start - 2, "stood", "stands") && !tokens.IsCapital(start - 3);
        var endsClause = Clauses.EndAt(tokens, number.End) || (isStand && tokens.Is(number.End, "before", "after", "in"));
        return endsClause && (isStand || IsReached(tokens, start, number) || IsPut(tokens, start, number) || (IsSumVerb(tokens, start) && !(tokens.Is(start - 1, "at") && number.Value <= LastHour))) && !IsOfTime(tokens, start);
    }

    /// <summary>"counted the hours and reached 310": no age, and no hour.</summary>
    private static bool IsReached(TokenRun tokens, int start, Numeral number) =>
        number.Value > OldestAge && tokens.Is(start - 1, "reached", "reaches");

    /// <summary>"puts the reserve at 200", "put it at “under 200".</summary>
    private static bool IsPut(TokenRun tokens, int start, Numeral number)
    {
        var at = tokens.IsOpeningMark(start - 1) ? start - 2 : start - 1;
        for (var i = at - 1; number.Value > LastHour && tokens.Is(at, "at") && i >= at - Reach && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (tokens.Is(i, "put", "puts"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb of such a sum before a number.</summary>
    public static bool IsSumVerb(TokenRun tokens, int start)
    {
        var isAt = tokens.Is(start - 1, "at") && tokens.Is(start - 2, "in");
        var verb = isAt ? start - 3 : start - 2;
        var isCome = (isAt || tokens.Is(start - 1, "to")) && tokens.Is(verb, "come", "comes", "came");
        var isAccount = tokens.Is(start - 1, "for") && tokens.Word(verb).StartsWith("account", StringComparison.OrdinalIgnoreCase);
        var isSomebody = tokens.Is(verb - 1, "I", "he", "she", "who", "we", "they");
        return isAccount || (isCome && !isSomebody);
    }

    /// <summary>"has tripled since 2014, to 940"</summary>
    private static bool IsResult(TokenRun tokens, int start)
    {
        for (var i = start - 3; tokens.Kind(start - 2) == TokenKind.Comma && i >= 0 && i >= start - Reach; i--)
        {
            if (tokens.In(i, WordLists.ChangeVerbs) || (tokens.Is(i, "down", "up") && tokens.Is(i - 1, "come", "came", "gone", "went")) || NumberWords.TryGet(tokens, i, NumberWordKind.Multiple, out _))
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
            if (tokens.In(i, WordLists.Ages) || tokens.Is(i, "retirement", "hour", "time", "closing"))
            {
                return true;
            }
        }

        return false;
    }
}
