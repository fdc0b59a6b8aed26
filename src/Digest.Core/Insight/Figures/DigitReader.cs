using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads one number written in digits: "3.7bn", "15+ million", "1/3", "5km".</summary>
internal static class DigitReader
{
    /// <summary>Tokens looked back over for a number of millions.</summary>
    private const int MillionReach = 25;

    /// <summary>Tokens looked back over for what is counted by heads.</summary>
    private const int HeadReach = 20;

    /// <summary>Most digits a quantity is read from; longer runs are codes.</summary>
    private const int MostDigits = 18;

    /// <summary>The number whose digits stand at a token, or null when they are a code or the name of something.</summary>
    public static Numeral? Read(TokenRun tokens, int i) => IsPoint(tokens, i - 1) ? null : ReadDigits(tokens, i);

    /// <summary>".5 percent", "$.40": the decimals that stand behind a point with nothing before it, where a unit tells that they measure.</summary>
    public static Numeral? ReadPoint(TokenRun tokens, int point) =>
        IsPoint(tokens, point) && ReadDigits(tokens, point + 1) is { Form: NumeralForm.BareDigits or NumeralForm.Digits } number && !tokens.Word(point + 1).Contains(',')
            && (number.Scale > 1 || Measures.IsCurrencyAt(tokens, point - 1) || Measures.KindAt(tokens, number.End) != MeasureKind.None)
            ? number with { First = point, Value = (double)((decimal)number.Value / (decimal)Math.Pow(10, tokens.Word(point + 1).Length)), Form = NumeralForm.Digits } : null;

    private static bool IsPoint(TokenRun tokens, int i) =>
        tokens.IsMark(i, '.') && tokens.Glued(i + 1) && tokens.Kind(i + 1) == TokenKind.Number && (!tokens.Glued(i) || tokens.Kind(i - 1) == TokenKind.Currency);

    private static Numeral? ReadDigits(TokenRun tokens, int i)
    {
        var end = BlankGroups.End(tokens, i);
        if (!TryParse(tokens.Span(i, end), out var value, out var grouped))
        {
            return null;
        }

        var form = grouped ? NumeralForm.Digits : NumeralForm.BareDigits;
        if (tokens.Kind(end) == TokenKind.Number && tokens.Glued(end) && TryParse(tokens.Word(end), out var vulgar, out _) && vulgar < 1)
        {
            return new Numeral(i, end + 1, value + vulgar, NumeralForm.Digits);
        }

        if (tokens.IsMark(end, '/') && tokens.Glued(end) && tokens.Kind(end + 1) == TokenKind.Number)
        {
            return ReadSlash(tokens, i, value);
        }

        if (tokens.Kind(end) == TokenKind.Word && tokens.Glued(end))
        {
            if (NumberWords.TryGet(tokens, end, NumberWordKind.Suffix, out var factor) && !IsMetre(tokens, i, end))
            {
                return new Numeral(i, end + 1, Times(value, factor), NumeralForm.Digits, factor);
            }

            // "21st", "1990s", "5G", "737s": no quantity. Symbols of units ("5km") stay for the unit to read.
            return Measures.IsSymbol(tokens.Word(end)) || Temperature.IsAt(tokens, end) || Pence.IsAt(tokens, end) ? new Numeral(i, end, value, NumeralForm.Digits) : null;
        }

        // "15+ million"
        var behindPlus = tokens.IsMark(end, '+') && tokens.Glued(end) ? end + 1 : end;
        var scale = NumeralReader.ReadScales(tokens, ref behindPlus);
        end = scale > 1 ? behindPlus : end;
        return new Numeral(i, end, Times(value, scale), scale > 1 ? NumeralForm.Digits : form, scale);
    }

    /// <summary>Decimal arithmetic: 8.3 billion is 8,300,000,000 and not a little more.</summary>
    private static double Times(double value, double scale) =>
        value * scale < 1e27 ? (double)((decimal)value * (decimal)scale) : value * scale;

    /// <summary>"107m" is metres unless money or things are counted in millions.</summary>
    private static bool IsMetre(TokenRun tokens, int number, int suffix)
    {
        if (!tokens.Is(suffix, "m") || Measures.IsCurrencyAt(tokens, number - 1))
        {
            return false;
        }

        var next = suffix + 1;
        var isMeasured = tokens.Is(next, "long", "high", "tall", "wide", "deep");
        if (!isMeasured && IsOfPeople(tokens, number))
        {
            return false;
        }

        for (var i = number - 2; i >= 0 && i >= number - MillionReach; i--)
        {
            // "ships 3.3m tonnes, and the Netherlands 1.9m"
            if (tokens.Is(i + 1, "m") && tokens.Kind(i) == TokenKind.Number && tokens.Glued(i + 1) && tokens.Kind(i + 2) == TokenKind.Word && !FigureWords.EndsUnit(tokens, i + 2) && Measures.KindAt(tokens, i + 2) != MeasureKind.None)
            {
                return false;
            }
        }

        return tokens.Kind(next) != TokenKind.Word || FigureWords.EndsUnit(tokens, next) || isMeasured;
    }

    /// <summary>"Its population, 1.3m at the census", "a circulation of 4m": what stands before is counted by heads.</summary>
    private static bool IsOfPeople(TokenRun tokens, int number)
    {
        var i = number - 1;
        while (i > number - HeadReach && i >= 0 && !(tokens.Word(i) is "population" or "populations" or "membership" or "circulation" or "readership" or "audience" or "audiences" or "viewers" or "workforce" or "electorate" || (tokens.Is(i, "list") && tokens.Is(i - 1, "waiting"))))
        {
            i--;
        }

        return i >= 0 && i > number - HeadReach;
    }

    /// <summary>"1/3" is a part; "9/11", "24/7" and dates are none.</summary>
    private static Numeral? ReadSlash(TokenRun tokens, int i, double over)
    {
        var isPart = TryParse(tokens.Word(i + 2), out var under, out _) && under is 2 or 3 or 4 or 5 or 6 or 8 or 10
            && over >= 1 && over < under && !tokens.IsMark(i + 3, '/') && !(tokens.Kind(i + 3) == TokenKind.Word && tokens.Glued(i + 3));
        return isPart ? new Numeral(i, i + 3, over / under, NumeralForm.Part) : null;
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out double value, out bool grouped)
    {
        grouped = false;
        value = 0;
        if (digits.Length == 1 && !char.IsAsciiDigit(digits[0]))
        {
            value = char.GetNumericValue(digits[0]);
            grouped = true;
            return value > 0;
        }

        Span<char> plain = stackalloc char[MostDigits + 1];
        var n = 0;
        foreach (var c in digits)
        {
            if (char.IsAsciiDigit(c) || c == '.')
            {
                if (n == plain.Length)
                {
                    return false;
                }

                plain[n++] = c;
            }

            grouped |= !char.IsAsciiDigit(c);
        }

        // A leading zero is a telephone number or a code, unless decimals follow.
        return (n < 2 || plain[0] != '0' || plain[1] == '.')
            && double.TryParse(plain[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
