using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells what lines and roads are called ("the 36 bus", "the 581 out of Settle", "took the 405 south") from counts.</summary>
internal static class LineTest
{
    /// <summary>Lines and roads are called by three digits at most.</summary>
    private const int MostDigits = 3;

    /// <summary>What one line does; of several counted things the verb would be plural.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doings = FrozenSet.ToFrozenSet(
        ["is", "was", "has", "runs", "goes", "stops", "leaves", "calls", "waits", "comes", "arrives", "serves", "carries", "turns", "passes", "terminates", "crosses"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What somebody does with a line or a road.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uses = FrozenSet.ToFrozenSet(
        [
            "on", "aboard", "onto", "along", "take", "takes", "took", "taking", "catch", "catches", "caught", "catching", "ride", "rides", "rode", "riding", "miss", "missed", "board", "boarded",
            "drive", "drives", "drove", "driving", "join", "joined",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hours = FrozenSet.ToFrozenSet(
        ["daytime", "night", "evening", "morning", "late", "early", "last", "first", "old", "express", "hourly", "northbound", "southbound", "eastbound", "westbound"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a number is the name of a line or a road.</summary>
    public static bool IsLine(TokenRun tokens, Numeral n)
    {
        if (n.Form == NumeralForm.Digits && tokens.Word(n.First) is [_, '.', <= '5', _] or [_, _, '.', <= '5', _] && tokens.Is(n.First - 1, "the") && Doings.Contains(tokens.Word(n.End)))
        {
            // "The 7.40 arrives at 7.43."
            return true;
        }

        if (n is not { Form: NumeralForm.BareDigits, Value: > 1 })
        {
            return false;
        }

        if (tokens.Is(n.End, "bus", "tram", "train", "trolleybus", "streetcar")
            && !FigureWords.IsPlural(tokens, UnitReader.PhraseEnd(tokens, n.End) - 1))
        {
            return true;
        }

        return tokens.Word(n.First).Length <= MostDigits && (IsNamed(tokens, n) || (tokens.Is(n.First - 1, "number") && tokens.Is(n.First - 2, "the")));
    }

    /// <summary>"the 581": behind the article, with no noun of its own.</summary>
    private static bool IsNamed(TokenRun tokens, Numeral n)
    {
        var isOfTheDay = Hours.Contains(tokens.Word(n.First - 1)) && tokens.Is(n.First - 2, "the");
        var the = isOfTheDay ? n.First - 2 : n.First - 1;
        if (!tokens.Is(the, "the") || tokens.Is(n.End, "of", "who", "that", "which"))
        {
            return false;
        }

        var does = Doings.Contains(tokens.Word(n.End));
        var standsAlone = FigureWords.EndsUnit(tokens, n.End) || (IsWay(tokens, n.End) && UnitReader.PhraseEnd(tokens, n.End) == n.End + 1);
        return does || (standsAlone && Uses.Contains(tokens.Word(the - 1)) && !(tokens.Is(n.End, "out") && tokens.Is(n.End + 1, "of") && NumeralReader.Read(tokens, n.End + 2) is not null))
            || (isOfTheDay && tokens.In(n.End, WordLists.ChangeVerbs | WordLists.Verbs | WordLists.Auxiliaries));
    }

    private static bool IsWay(TokenRun tokens, int i) =>
        tokens.Is(i, "north", "south", "east", "west", "home", "back");
}
