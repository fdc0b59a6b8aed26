using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Numbers that digits would say worse than the essay does: "half a metre", "two dozen", "a foot and a half", "half a million".</summary>
internal static class WrittenNumber
{
    /// <summary>The words of such a number, with the unit that its article belongs to; null when digits say it as well.</summary>
    public static string? Of(TokenRun tokens, Numeral number)
    {
        var last = number.End - 1;
        if (tokens.Is(last, "a", "an"))
        {
            return tokens.Text(number.First, EndOfMeasure(tokens, number.End));
        }

        return tokens.Is(number.First, "half") || tokens.Is(last, "dozen") ? tokens.Text(number.First, number.End) : null;
    }

    /// <summary>The token behind "metre", "percentage point", "square mile", "foot and a half".</summary>
    private static int EndOfMeasure(TokenRun tokens, int unit)
    {
        var isTwoWords = tokens.Is(unit, "percentage", "per", "square", "cubic", "metric", "nautical");
        return Math.Min(tokens.Count, NumeralReader.AndAHalf(tokens, unit + (isTwoWords ? 2 : 1)));
    }
}
