using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the sign of temperatures and percentages: "minus 30 degrees", "-70°C", "28 degrees below zero", "growth of minus 2.1 percent".</summary>
internal static class SignReader
{
    /// <summary>What "minus 54" counts where its sentence speaks of a temperature.</summary>
    public const string Degrees = "degrees";

    /// <summary>The token that a minus before a number stands at, or the number's own first token when there is none; "plus or minus 3 points" has none.</summary>
    public static int Before(TokenRun tokens, int first)
    {
        if (tokens.Is(first - 1, "minus"))
        {
            return tokens.Is(first - 2, "or") && tokens.Is(first - 3, "plus") ? first : first - 1;
        }

        if (tokens.Is(first - 1, "plus") && tokens.Is(first - 2, "was", "is"))
        {
            // "On the same date this year it was plus 1."
            return first - 1;
        }

        var isDash = tokens.Kind(first - 1) == TokenKind.Dash && tokens.Glued(first) && !tokens.Glued(first - 1) && tokens.Kind(first) == TokenKind.Number;
        return isDash ? first - 1 : first;
    }

    /// <summary>True when a quantity with a unit lies below zero.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="first">First token of the number, its sign included.</param>
    /// <param name="number">First token of the number.</param>
    /// <param name="unit">Its unit.</param>
    public static bool IsNegative(TokenRun tokens, int first, int number, CountedUnit unit) =>
        HasSign(unit.Words, unit.Kind) && ((first < number && !tokens.Is(first, "plus")) || (tokens.Is(unit.End, "below") && tokens.Is(unit.End + 1, "zero", "freezing")));

    /// <summary>"a station where the mean temperature is minus 54": what it is, the sentence says before.</summary>
    public static bool IsOfTemperature(TokenRun tokens, Numeral number)
    {
        var i = Before(tokens, number.First) - 1;
        if (i + 1 == number.First || !Clauses.EndAt(tokens, number.End))
        {
            return false;
        }

        while (i >= 0 && tokens.Kind(i) == TokenKind.Word && !tokens.Is(i, "temperature") && !tokens.Is(i, "temperatures"))
        {
            i--;
        }

        return i >= 0 && tokens.Kind(i) == TokenKind.Word;
    }

    /// <summary>True for what can be less than nothing: degrees and percentages.</summary>
    public static bool HasSign(string unit, MeasureKind kind) =>
        kind == MeasureKind.Percent || unit.StartsWith('°') || unit.StartsWith("degree", StringComparison.OrdinalIgnoreCase)
        || unit.Equals("celsius", StringComparison.OrdinalIgnoreCase) || unit.Equals("fahrenheit", StringComparison.OrdinalIgnoreCase);
}
