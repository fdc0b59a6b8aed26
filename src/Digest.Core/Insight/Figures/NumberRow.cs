using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads what the numbers of a row count whose unit stands behind the last of them: "12, 15 and 18 per cent", "by 30 and 42 tonnes respectively".</summary>
internal static class NumberRow
{
    /// <summary>Most numbers of a row; what goes on longer is a table.</summary>
    private const int MostNumbers = 8;

    /// <summary>Tokens behind the last number among which "respectively" may stand.</summary>
    private const int Reach = 12;

    /// <summary>The unit of the last number of the row that a number stands in, as the unit of that number; null when it stands in none. Two alone are a row only where one word rules both or each is said to belong to another: "killed 300 and 45 percent of the homes".</summary>
    public static CountedUnit? Unit(TokenRun tokens, Numeral number)
    {
        if (number.Form is NumeralForm.Part or NumeralForm.Multiple)
        {
            return null;
        }

        var last = number;
        var count = IsNumber(tokens, number.First - 2) && tokens.Kind(number.First - 1) == TokenKind.Comma ? 2 : 1;
        var isClosed = false;
        while (count < MostNumbers && !isClosed && Next(tokens, last.End) is { } at && NumeralReader.Read(tokens, at) is { Form: not (NumeralForm.Part or NumeralForm.Multiple) } next)
        {
            isClosed = tokens.Kind(at - 1) != TokenKind.Comma;
            (last, count) = (next, count + 1);
        }

        if (!isClosed)
        {
            return null;
        }

        var unit = UnitReader.Read(tokens, last.End);
        var isPair = unit.Kind == MeasureKind.Percent && number.Value <= 100 && RulesBoth(tokens, LoneCount.StartOf(tokens, number.First) - 1);
        if (count < 3 && !isPair && !tokens.Any(last.End, last.End + Reach, "respectively"))
        {
            return null;
        }

        return unit.Words.Length > 0 && unit.End > last.End && (unit.Kind != MeasureKind.None || FigureWords.IsPlural(tokens, unit.Head)) ? unit with { End = number.End } : null;
    }

    /// <summary>Where the next number of a row begins whose last one ends at a token.</summary>
    private static int? Next(TokenRun tokens, int end)
    {
        var isComma = tokens.Kind(end) == TokenKind.Comma;
        var and = isComma ? end + 1 : end;
        return tokens.Is(and, "and", "or") ? and + 1 : isComma ? and : null;
    }

    /// <summary>"stand at 12 and 17 per cent", "by 3 and 5 percent": one word rules both.</summary>
    private static bool RulesBoth(TokenRun tokens, int i) => tokens.Is(i, "at", "by", "of");

    private static bool IsNumber(TokenRun tokens, int i) => tokens.Kind(i) == TokenKind.Number || tokens.In(i, WordLists.NumberWords);
}
