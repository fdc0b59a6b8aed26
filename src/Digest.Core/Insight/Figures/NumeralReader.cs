using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads one number: digits, words, or both ("3.7bn", "ten thousand", "two-thirds", "half a million").</summary>
internal static class NumeralReader
{
    /// <summary>Tokens looked back over for a number of millions.</summary>
    private const int MillionReach = 25;

    /// <summary>Most digits a quantity is read from; longer runs are codes.</summary>
    private const int MostDigits = 18;

    /// <summary>The number that begins at a token, or null.</summary>
    public static Numeral? Read(TokenRun tokens, int i) => tokens.Kind(i) switch
    {
        TokenKind.Number => ReadDigits(tokens, i),
        TokenKind.Word => ReadWords(tokens, i),
        _ => null,
    };

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
            return Measures.IsSymbol(tokens.Word(end)) || Temperature.IsAt(tokens, end) ? new Numeral(i, end, value, NumeralForm.Digits) : null;
        }

        // "15+ million"
        var behindPlus = tokens.IsMark(end, '+') && tokens.Glued(end) ? end + 1 : end;
        var scale = ReadScales(tokens, ref behindPlus);
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
        for (var i = number - 2; i >= 0 && i >= number - MillionReach; i--)
        {
            // "ships 3.3m tonnes, and the Netherlands 1.9m"
            if (tokens.Is(i + 1, "m") && tokens.Kind(i) == TokenKind.Number && tokens.Glued(i + 1) && tokens.Kind(i + 2) == TokenKind.Word && !FigureWords.EndsUnit(tokens, i + 2) && Measures.KindAt(tokens, i + 2) != MeasureKind.None)
            {
                return false;
            }
        }

        return tokens.Kind(next) != TokenKind.Word || FigureWords.EndsUnit(tokens, next) || tokens.Is(next, "long") || tokens.Is(next, "high")
            || tokens.Is(next, "tall") || tokens.Is(next, "wide") || tokens.Is(next, "deep");
    }

    /// <summary>"1/3" is a part; "9/11", "24/7" and dates are none.</summary>
    private static Numeral? ReadSlash(TokenRun tokens, int i, double over)
    {
        var isPart = TryParse(tokens.Word(i + 2), out var under, out _) && under is 2 or 3 or 4 or 5 or 6 or 8 or 10
            && over >= 1 && over < under && !tokens.IsMark(i + 3, '/') && !(tokens.Kind(i + 3) == TokenKind.Word && tokens.Glued(i + 3));
        return isPart ? new Numeral(i, i + 3, over / under, NumeralForm.Part) : null;
    }

    private static Numeral? ReadWords(TokenRun tokens, int i)
    {
        if (tokens.Is(i, "a") || tokens.Is(i, "an"))
        {
            return ReadArticle(tokens, i);
        }

        if (!NumberWords.TryGet(tokens, i, out var kind, out var value))
        {
            return null;
        }

        return kind switch
        {
            NumberWordKind.Unit or NumberWordKind.Teen or NumberWordKind.Ten => ReadCompound(tokens, i),
            NumberWordKind.Part when tokens.Is(i, "half") => ReadHalf(tokens, i),
            NumberWordKind.Multiple => new Numeral(i, i + 1, value, NumeralForm.Multiple),
            _ => null,
        };
    }

    /// <summary>"a million", "a dozen", "a third".</summary>
    private static Numeral? ReadArticle(TokenRun tokens, int i)
    {
        // "less than a dollar a day"; without a qualifier "a dollar" is a coin.
        if ((Measures.KindAt(tokens, i + 1) == MeasureKind.Money || tokens.Is(i + 1, "pound")) && QualifierReader.FirstToken(tokens, i) < i)
        {
            return new Numeral(i, i + 1, 1, NumeralForm.Digits);
        }

        // "a foot and a half", "a degree and a half": the unit reader takes the half behind the unit.
        if (AndAHalf(tokens, i + 2) > i + 2 && Measures.KindAt(tokens, i + 1) is MeasureKind.Length or MeasureKind.Mass && !tokens.IsCapital(i + 1))
        {
            return new Numeral(i, i + 1, 1.5, NumeralForm.Digits);
        }

        if (!NumberWords.TryGet(tokens, i + 1, out var kind, out var value))
        {
            return null;
        }

        if (kind == NumberWordKind.Part)
        {
            return new Numeral(i, i + 2, value, NumeralForm.Part);
        }

        return kind == NumberWordKind.Scale ? ReadCompound(tokens, i) : null;
    }

    /// <summary>The token behind "and a half" at a token, or the token itself.</summary>
    public static int AndAHalf(TokenRun tokens, int i) => tokens.Is(i, "and") && tokens.Is(i + 1, "a") && tokens.Is(i + 2, "half") ? i + 3 : i;

    /// <summary>"half a million", "half a dozen", "half a mile", or the half of something.</summary>
    private static Numeral ReadHalf(TokenRun tokens, int i)
    {
        if (tokens.Is(i + 1, "a") && NumberWords.TryGet(tokens, i + 2, NumberWordKind.Scale, out _))
        {
            var end = i + 2;
            var scale = ReadScales(tokens, ref end);
            return new Numeral(i, end, scale / 2, NumeralForm.ScaledWords, scale);
        }

        // "half an inch", "half a percentage point"; half an hour is told by the way.
        var isMeasure = (tokens.Is(i + 1, "a") || tokens.Is(i + 1, "an"))
            && Measures.KindAt(tokens, i + 2) is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Percent && !tokens.IsCapital(i + 2);
        return isMeasure ? new Numeral(i, i + 2, 0.5, NumeralForm.Digits) : new Numeral(i, i + 1, 0.5, NumeralForm.Part);
    }

    /// <summary>"eighty", "twenty-five", "one hundred and fifty thousand", "a hundred and ten", "two-thirds", "two and a half million", "a million and a half".</summary>
    private static Numeral? ReadCompound(TokenRun tokens, int i)
    {
        double total = 0;
        double group = 0;
        double largest = 1;
        var end = i;
        var last = NumberWordKind.Scale;
        if (tokens.Is(i, "a") || tokens.Is(i, "an"))
        {
            (group, end, last) = (1, i + 1, NumberWordKind.Unit);
        }

        while (true)
        {
            var at = end;
            if (at > i && tokens.Kind(at) == TokenKind.Dash && tokens.Glued(at) && tokens.Glued(at + 1))
            {
                at++;
            }
            else if (at > i && last == NumberWordKind.Scale && tokens.Is(at, "and") && NumberWords.IsCount(tokens, at + 1))
            {
                at++;
            }

            if (!NumberWords.TryGet(tokens, at, out var kind, out var value))
            {
                break;
            }

            if (kind == NumberWordKind.Part && at > i && last != NumberWordKind.Scale && value < 1)
            {
                return new Numeral(i, at + 1, (total + group) * value, NumeralForm.Part);
            }

            if (kind is NumberWordKind.Unit && last is NumberWordKind.Ten or NumberWordKind.Scale
                || (kind is NumberWordKind.Teen or NumberWordKind.Ten && last is NumberWordKind.Scale))
            {
                group += value;
            }
            else if (kind == NumberWordKind.Scale && at > i)
            {
                largest = Math.Max(largest, value);
                if (value <= 100)
                {
                    group *= value;
                }
                else
                {
                    total += Math.Max(group, 1) * value;
                    group = 0;
                }
            }
            else
            {
                break;
            }

            last = kind;
            end = at + 1;
        }

        if (end == i)
        {
            return null;
        }

        var sum = total + group;
        if (AndAHalf(tokens, end) is var half && half > end)
        {
            end = half;
            sum += largest / 2;
            if (largest == 1)
            {
                largest = ReadScales(tokens, ref end);
                sum *= largest;
            }
        }

        return new Numeral(i, end, sum, largest > 1 ? NumeralForm.ScaledWords : NumeralForm.Words, largest);
    }

    /// <summary>Scale words one after another ("hundred thousand"), also "1.5-million".</summary>
    private static double ReadScales(TokenRun tokens, ref int end)
    {
        double scale = 1;
        while (scale < 1e12)
        {
            var at = tokens.Kind(end) == TokenKind.Dash && tokens.Glued(end) && tokens.Glued(end + 1) ? end + 1 : end;
            var isScale = NumberWords.TryGet(tokens, at, out var kind, out var value)
                && (kind == NumberWordKind.Scale || (kind == NumberWordKind.Suffix && value >= 1e6 && tokens.Word(at).Length > 1));
            if (!isScale)
            {
                break;
            }

            scale *= value;
            end = at + 1;
        }

        return scale;
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
