using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads a length told in feet and inches as one, in feet: "eleven feet six inches tall", "6 ft 3 in", "5ft 3in", "is eight feet nine".</summary>
internal static class FeetAndInches
{
    private const double InchesOfFoot = 12;

    /// <summary>The whole length that begins with a number of feet, or null when no inches follow. Behind "feet" a number below twelve needs no unit where its clause ends.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="number">The number of feet.</param>
    /// <param name="value">Its value.</param>
    /// <param name="unit">Token of the feet.</param>
    public static (Numeral Number, CountedUnit Unit)? Read(TokenRun tokens, Numeral number, double value, int unit)
    {
        // "He's six foot four": a body is told by the foot.
        var isFeet = tokens.Is(unit, "feet");
        if (!(isFeet || tokens.Is(unit, "ft")) || value % 1 != 0)
        {
            return null;
        }

        var i = unit + 1;
        i += tokens.Kind(i) == TokenKind.Comma ? 1 : 0;
        i += tokens.Is(i, "and") ? 1 : 0;
        if (tokens.Is(unit, "ft") && tokens.Kind(i) == TokenKind.Number && tokens.Is(i + 1, "in") && tokens.Glued(i + 1) && double.TryParse(tokens.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var glued) && glued < InchesOfFoot)
        {
            // "5ft 3in"
            return (number with { End = i + 2, Value = value + (glued / InchesOfFoot), Form = NumeralForm.Digits }, new CountedUnit(i + 2, "feet", MeasureKind.Length, i + 1));
        }

        if (NumeralReader.Read(tokens, i) is not { Form: NumeralForm.BareDigits or NumeralForm.Digits or NumeralForm.Words, Value: < InchesOfFoot, Scale: 1 } inches)
        {
            return null;
        }

        var hasUnit = tokens.Is(inches.End, "inches", "inch") || (tokens.Is(inches.End, "in") && tokens.Is(unit, "ft"));
        var isBare = isFeet && i == unit + 1 && inches.Form == NumeralForm.Words && FigureWords.EndsUnit(tokens, inches.End) && Measures.KindAt(tokens, inches.End) == MeasureKind.None
            && !tokens.Is(inches.End, "to") && !tokens.Is(inches.End, "or") && !tokens.Is(inches.End, "of") && tokens.Kind(inches.End) is not (TokenKind.Dash or TokenKind.Percent);
        if (!hasUnit && !isBare)
        {
            return null;
        }

        var end = hasUnit ? inches.End + 1 : inches.End;
        return (number with { End = end, Value = value + (inches.Value / InchesOfFoot), Form = NumeralForm.Digits }, new CountedUnit(end, "feet", MeasureKind.Length, end - 1));
    }
}
