using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Reads figures in languages with a decimal comma, whose grammar is not known: shares, money, and numbers with a group mark,
/// decimals or a scale before one noun. Bare numbers, ranges, and numbers that could be read in two ways are left out:
/// no figure is better than a wrong one.
/// </summary>
internal static class PlainFigureReader
{
    private const int MostFigures = 20;

    /// <summary>Shortest word that is taken for a noun; shorter ones are "bis", "und", "et", "de".</summary>
    private const int ShortestNoun = 4;

    /// <summary>Tokens before a number among which another one would make it the end of a range.</summary>
    private const int RangeReach = 2;

    /// <summary>"3,5 % en 2022": a number so long is a year.</summary>
    private const int YearDigits = 4;

    private static readonly WordTable<double> Scales = WordList.Table("scales-elsewhere", row => double.Parse(row[0], CultureInfo.InvariantCulture));
    private static readonly WordTable<(MeasureKind Kind, string Name)> Units =
        WordList.Table("units-elsewhere", row => (Enum.Parse<MeasureKind>(row[0], ignoreCase: true), row[1]));

    public static List<RawFigure> Read(EssaySentence sentence)
    {
        var tokens = sentence.Tokens;
        var figures = new List<RawFigure>();
        for (var i = 0; tokens.HasNumber && i < tokens.Count && figures.Count < MostFigures; i++)
        {
            if (tokens.Kind(i) == TokenKind.Number && ReadAt(sentence, i) is { } figure)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    private static RawFigure? ReadAt(EssaySentence sentence, int i)
    {
        var (block, tokens) = (sentence.Block, sentence.Tokens);
        if (IsEndOfRange(tokens, i) || !TryParse(tokens.Word(i), out var value, out var marked))
        {
            return null;
        }

        var end = i + 1;
        while (Scales.TryGet(tokens.Word(end), out var scale) && value * scale < 1e15)
        {
            value = (double)((decimal)value * (decimal)scale);
            marked = true;
            end += tokens.IsMark(end + 1, '.') && tokens.Word(end).Length <= 3 ? 2 : 1;
        }

        var first = Measures.CurrencyEndingAt(tokens, i - 1, block.Text, out var sign) is not null ? sign : i;
        if (UnitAt(block, tokens, i, end, first) is not { } unit || (unit.Kind == MeasureKind.None && !marked) || IsStartOfRange(tokens, unit.End))
        {
            return null;
        }

        return new RawFigure
        {
            Sentence = sentence,
            Start = tokens[first].Start,
            End = tokens[unit.End - 1].End,
            Value = value,
            Unit = unit.Words,
            Kind = unit.Kind,
            Form = marked ? NumeralForm.Digits : NumeralForm.BareDigits,
        };
    }

    private static CountedUnit? UnitAt(Block block, TokenRun tokens, int number, int end, int first)
    {
        if (first < number)
        {
            return new CountedUnit(end, Measures.CurrencyEndingAt(tokens, number - 1, block.Text, out _)!, MeasureKind.Money, -1);
        }

        if (tokens.Kind(end) == TokenKind.Percent)
        {
            return new CountedUnit(end + 1, "percent", MeasureKind.Percent, -1);
        }

        if (Measures.CurrencyEndingAt(tokens, end, block.Text, out _) is { } currency)
        {
            return new CountedUnit(end + 1, currency, MeasureKind.Money, -1);
        }

        // "3 millions d’euros", "1.200 millones de euros"
        var noun = tokens.Is(end, "de", "di", "d") ? end + 1 : end;
        for (var words = 2; words >= 1; words--)
        {
            if (noun + words <= tokens.Count && Units.TryGet(Bare(tokens.Span(noun, noun + words)), out var unit))
            {
                return new CountedUnit(noun + words, unit.Name, unit.Kind, -1);
            }
        }

        return tokens.Kind(noun) == TokenKind.Word && tokens.Word(noun).Length >= ShortestNoun && !Scales.TryGet(tokens.Word(noun), out _)
            ? new CountedUnit(noun + 1, Bare(tokens.Word(noun)).ToString(), MeasureKind.None, noun)
            : null;
    }

    /// <summary>The word behind an elided "d’", which is a token of its own.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.TrimStart("’'");

    private static bool IsEndOfRange(TokenRun tokens, int i) =>
        tokens.Kind(i - 1) == TokenKind.Dash || Enumerable.Range(1, RangeReach).Any(back => tokens.Kind(i - back) is TokenKind.Number or TokenKind.Code);

    private static bool IsStartOfRange(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Dash
        || Enumerable.Range(end, RangeReach).Any(i => tokens.Kind(i) == TokenKind.Code || (tokens.Kind(i) == TokenKind.Number && tokens.Word(i).Length != YearDigits));

    private static bool TryParse(ReadOnlySpan<char> digits, out double value, out bool marked)
    {
        Span<char> plain = stackalloc char[20];
        var n = 0;
        marked = false;
        value = 0;
        foreach (var c in digits)
        {
            marked |= !char.IsAsciiDigit(c);
            if (char.IsAsciiDigit(c) || c == ',')
            {
                if (n == plain.Length)
                {
                    return false;
                }

                plain[n++] = c == ',' ? '.' : c;
            }
        }

        return double.TryParse(plain[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
