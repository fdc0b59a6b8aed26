using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads one number: digits, words, or both ("3.7bn", "ten thousand", "two-thirds", "half a million").</summary>
internal static class NumeralReader
{
    /// <summary>The number that begins at a token, or null.</summary>
    public static Numeral? Read(TokenRun tokens, int i) => tokens.Kind(i) switch
    {
        TokenKind.Number => DigitReader.Read(tokens, i),
        TokenKind.Word => ReadWords(tokens, i),
        TokenKind.Mark => DigitReader.ReadPoint(tokens, i),
        _ => null,
    };

    private static Numeral? ReadWords(TokenRun tokens, int i)
    {
        if (tokens.Is(i, "a", "an"))
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
            NumberWordKind.Part when tokens.Is(i - 1, "remaining") => new Numeral(i, i + 1, value, NumeralForm.Part),
            NumberWordKind.Part when tokens.Is(i - 1, "estimated") && tokens.Is(i - 2, "an") && tokens.Is(i + 1, "of") => new Numeral(i, i + 1, value, NumeralForm.Part),
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

        if (Measures.KindAt(tokens, i + 1) is MeasureKind.Length or MeasureKind.Mass && (QualifierReader.FirstToken(tokens, i) < i || tokens.Is(i - 1, "by")) && UnitReader.WithRate(tokens, i + 2) > i + 2)
        {
            // "about a millimetre a year", "sinks by a metre a year"
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

        // "half an inch", "half a percentage point", "half a cent"; half an hour is told by the way.
        var isMeasure = tokens.Is(i + 1, "a", "an")
            && Measures.KindAt(tokens, i + 2) is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Percent or MeasureKind.Money && !tokens.IsCapital(i + 2);
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
        if (tokens.Is(i, "a", "an"))
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
    public static double ReadScales(TokenRun tokens, ref int end)
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
}
