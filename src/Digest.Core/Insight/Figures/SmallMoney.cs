using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads prices as they are spoken: "one euro twenty", "two pounds fifty a kilo".</summary>
internal static class SmallMoney
{
    private const double Hundred = 100;

    /// <summary>The whole price that begins with a number of the larger unit; null when no hundredths of it follow.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="number">The number of the larger unit.</param>
    /// <param name="unit">Token of the larger unit.</param>
    public static (Numeral Number, CountedUnit Unit)? Read(TokenRun tokens, Numeral number, int unit)
    {
        var isPrice = number is { Form: NumeralForm.Words, Value: < Hundred } && number.End == unit && IsParted(tokens, unit);
        if (!isPrice || NumeralReader.Read(tokens, unit + 1) is not { Form: NumeralForm.Words, Value: >= 5 and < Hundred } small || !FigureWords.EndsUnit(tokens, small.End) || Measures.KindAt(tokens, small.End) != MeasureKind.None)
        {
            return null;
        }

        var end = UnitReader.WithRate(tokens, small.End);
        var words = tokens.Text(unit, unit + 1) + (end > small.End ? " " + tokens.Text(small.End, end) : "");
        return (number with { End = small.End, Value = number.Value + (small.Value / Hundred), Form = NumeralForm.Digits }, new CountedUnit(end, words, MeasureKind.Money, -1));
    }

    /// <summary>Money of a hundred parts.</summary>
    private static bool IsParted(TokenRun tokens, int i) =>
        tokens.Is(i, "euro", "euros", "pound", "pounds", "dollar", "dollars", "franc", "francs");
}
