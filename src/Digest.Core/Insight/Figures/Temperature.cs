using System.Collections.Frozen;
using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells the C of "46.6C" and "up to 4C", degrees without their sign, from that of a flat or a seat: with decimals it is one, else
/// the sentence speaks of heat or the number is the end of a change.
/// </summary>
internal static class Temperature
{
    /// <summary>From here on a number is no temperature of air, water or an oven.</summary>
    private const double Hottest = 3000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Heat = FrozenSet.ToFrozenSet(
        [
            "celsius", "centigrade", "chill", "climate", "cold", "colder", "coldest", "cool", "cooled", "cooler", "cooling", "cools", "degree", "degrees", "fahrenheit", "fever", "freezing", "frost", "heat", "heated",
            "heatwave", "heatwaves", "hot", "hotter", "hottest", "oven", "sweltering", "temperature", "temperatures", "thermometer", "warm", "warmed", "warmer", "warmest", "warming", "warms",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeLevel = FrozenSet.ToFrozenSet(
        ["above", "below", "beyond", "exceed", "exceeded", "exceeding", "exceeds", "hit", "hits", "reach", "reached", "reaches", "reaching", "than"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"The hallway sat at 31C": what a temperature does at its degree, and nobody at the door of a flat.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Held = FrozenSet.ToFrozenSet(
        ["averaged", "held", "hovered", "kept", "peaked", "plateaued", "recorded", "sat", "settled", "stayed", "stuck"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a token is the letter of a temperature right behind its number.</summary>
    public static bool IsAt(TokenRun tokens, int i)
    {
        if (tokens.Word(i) is not ("C" or "F") || !tokens.Glued(i) || tokens.Kind(i - 1) != TokenKind.Number
            || !double.TryParse(tokens.Word(i - 1), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) || value >= Hottest
            || tokens.In(i - 2, WordLists.Labels))
        {
            return false;
        }

        // "rose by 4C", but "adopted by 18F"
        var isLevel = tokens.Is(i - 2, "by") ? tokens.In(i - 3, WordLists.ChangeVerbs) : BeforeLevel.Contains(tokens.Word(i - 2)) && !(tokens.Is(i - 2, "beyond") && tokens.Is(i, "F"));
        var isHeld = tokens.Is(i - 2, "at") && Held.Contains(tokens.Word(i - 3));
        if (tokens.Word(i - 1).Contains('.') || isLevel || isHeld)
        {
            return true;
        }

        for (var k = 0; k < tokens.Count; k++)
        {
            if (tokens.Kind(k) == TokenKind.Word && Heat.Contains(tokens.Word(k)))
            {
                return true;
            }
        }

        return false;
    }
}
