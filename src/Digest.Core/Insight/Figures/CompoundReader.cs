using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads a number that is part of an adjective: "a 1,500-mile pipeline", "a 40-percent cut"; "a 45-year-old" and "a five-pound note" are none.</summary>
internal static class CompoundReader
{
    /// <summary>Sizes up to this many units are round ones, when they are told in words.</summary>
    private const double LargestSize = 100;

    public static bool IsCompound(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.Kind(i + 1) == TokenKind.Word;

    /// <summary>What is told by how long it lasted: "a 40-hour wait"; "a 30-minute session" and "the 12-month course" are called by their length.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordeals = FrozenSet.ToFrozenSet(
        [
            "backlog", "blackout", "blockade", "ceasefire", "closure", "delay", "delays", "detention", "drought", "heatwave", "lockdown", "occupation", "outage", "pause", "queue", "queues", "shutdown", "siege",
            "standoff", "stoppage", "strike", "suspension", "truce", "vigil", "wait", "waits", "war",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsRace(TokenRun tokens, int i) =>
        tokens.Word(i) is "backstroke" or "breaststroke" or "butterfly" or "dash" or "final" or "freestyle" or "heats" or "hurdles" or "race" or "record" or "relay" or "sprint";

    /// <summary>The unit, or null when such an adjective tells no quantity ("27-nation bloc", "five-year plan", "30-minute session").</summary>
    public static CountedUnit? Read(TokenRun tokens, int dash, double value)
    {
        var word = dash + 1;
        var kind = Measures.KindAt(tokens, word);
        var counts = kind is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Percent or MeasureKind.Money
            || (kind == MeasureKind.Time && value > 9 && (Ordeals.Contains(tokens.Word(word + 1)) || Ordeals.Contains(tokens.Word(UnitReader.PhraseEnd(tokens, word + 1) - 1))))
            || (kind == MeasureKind.None && value >= 1000 && tokens.Is(word, "strong"))
            || tokens.Is(word, "magnitude");
        // "the 100-metre final", "the 12-inch single": called by its length.
        var isCalled = kind == MeasureKind.Length && (IsRace(tokens, word + 1) || (tokens.Is(word, "inch") && !EndOfChange.IsDifference(tokens, word + 1)));
        var isCalibre = tokens.Is(word, "millimetre", "millimeter", "mm");
        var isAge = tokens.Kind(word + 1) == TokenKind.Dash && tokens.Is(word + 2, "old");
        var isCash = kind is MeasureKind.Money or MeasureKind.Mass && tokens.Is(word + 1, "note", "notes", "coin", "coins", "bill", "bills");
        var isPack = kind is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short && SizeTest.IsPack(tokens, word + 1);
        // "five-foot levees", "an eight-metre forging": called by its size, where "a 1,500-mile pipeline" was measured.
        var isSize = kind is MeasureKind.Length or MeasureKind.Mass && tokens.Kind(dash - 1) == TokenKind.Word && value <= LargestSize && UnitReader.PhraseEnd(tokens, word + 1) > word + 1 && !EndOfChange.IsDifference(tokens, word + 1);
        // "twenty 400-metre repetitions"
        var isKind = NumberWords.IsCount(tokens, dash - 2) || tokens.Kind(dash - 2) == TokenKind.Number;
        if (isKind || !counts || isCalled || isCalibre || isAge || isCash || isPack || isSize)
        {
            return null;
        }

        var end = tokens.Is(word, "magnitude") ? word + 1 : UnitReader.PhraseEnd(tokens, word + 1);
        return new CountedUnit(end, tokens.Text(word, end), kind, end - 1);
    }
}
