using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads spans told in two units as one, in the smaller of them: "5 hours 10 minutes", "nine weeks and two days", "an hour and 40 minutes".</summary>
internal static class CompoundSpan
{
    private static readonly string[] Units = ["year", "month", "week", "day", "hour", "minute", "second"];

    /// <summary>How many of the units between them one of the larger has.</summary>
    private static readonly Dictionary<(string Large, string Small), double> Factors = new()
    {
        [("year", "month")] = 12,
        [("week", "day")] = 7,
        [("day", "hour")] = 24,
        [("hour", "minute")] = 60,
        [("minute", "second")] = 60,
        [("hour", "second")] = 3600,
    };

    /// <summary>The whole that begins, or ends, with a number that is told in two units; null when it is told in one.</summary>
    public static (Numeral Number, CountedUnit Unit)? Of(TokenRun tokens, Numeral number, double value, MeasureKind kind) => kind switch
    {
        MeasureKind.Time => Read(tokens, number, value, number.End) ?? ReadBehindOne(tokens, number),
        MeasureKind.Length or MeasureKind.Short => FeetAndInches.Read(tokens, number, value, number.End),
        _ => null,
    };

    /// <summary>The whole span that begins with a number of the larger unit, or null when no smaller one follows.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="number">The number of the larger unit.</param>
    /// <param name="value">Its value.</param>
    /// <param name="unit">Token of the larger unit.</param>
    private static (Numeral Number, CountedUnit Unit)? Read(TokenRun tokens, Numeral number, double value, int unit)
    {
        var i = unit + 1;
        i += tokens.Kind(i) == TokenKind.Comma ? 1 : 0;
        i += tokens.Is(i, "and") ? 1 : 0;
        if (NumeralReader.Read(tokens, i) is not { Form: NumeralForm.BareDigits or NumeralForm.Digits or NumeralForm.Words } small || Factor(tokens, unit, small.End) is not { } factor || small.Value >= factor)
        {
            return null;
        }

        // "2 hours 14 minutes 35 seconds"
        var sum = (value * factor) + small.Value;
        return Read(tokens, number, sum, small.End) ?? Whole(tokens, number with { Value = sum }, small.End);
    }

    /// <summary>"an hour and 40 minutes": the whole span of which the number tells the smaller unit, or null.</summary>
    private static (Numeral Number, CountedUnit Unit)? ReadBehindOne(TokenRun tokens, Numeral small)
    {
        var unit = tokens.Is(small.First - 1, "and") ? small.First - 2 : small.First - 1;
        return tokens.Is(unit - 1, "an", "a") && Factor(tokens, unit, small.End) is { } factor && small.Value < factor
            ? Whole(tokens, small with { First = unit - 1, Value = factor + small.Value }, small.End) : null;
    }

    private static (Numeral Number, CountedUnit Unit) Whole(TokenRun tokens, Numeral number, int unit)
    {
        var end = UnitReader.WithRate(tokens, unit + 1);
        return (number with { End = unit, Form = NumeralForm.Digits }, new CountedUnit(end, tokens.Text(unit, end), MeasureKind.Time, end - 1));
    }

    private static double? Factor(TokenRun tokens, int large, int small) =>
        Singular(tokens, large) is { } a && Singular(tokens, small) is { } b && Factors.TryGetValue((a, b), out var factor) ? factor : null;

    private static string? Singular(TokenRun tokens, int i) => Array.Find(Units, unit => tokens.Is(i, unit) || tokens.Is(i, unit + "s"));
}
