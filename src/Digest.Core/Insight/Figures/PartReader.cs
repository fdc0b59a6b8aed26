using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads "two-thirds of voters", "by a quarter", "half the country", "a tenth of a million".</summary>
internal static class PartReader
{
    /// <summary>Hundredths by which a share told in words differs from the percentage it stands for.</summary>
    private const double LargestRounding = 10;

    /// <summary>The share, its value, the upper end of a range of shares, and what it is a share of; null when the words are no share.</summary>
    public static (Numeral Number, double Value, double? High, CountedUnit Unit)? Read(TokenRun tokens, Numeral number)
    {
        if (EndOfFall(tokens, number) is { } end)
        {
            return (end with { First = number.First }, Math.Min(number.Value, end.Value), Math.Max(number.Value, end.Value), new CountedUnit(end.End, "", MeasureKind.None, -1));
        }

        if (FarEnd(tokens, number) is { } far && Read(tokens, far) is { High: null } whole)
        {
            // "between a third and a half of the population"
            return (whole.Number with { First = number.First }, Math.Min(number.Value, whole.Value), Math.Max(number.Value, whole.Value), whole.Unit);
        }

        if (tokens.Is(number.End, "of") && tokens.Is(number.End + 1, "one", "a", "1") && number.Value < 1 && Measures.KindAt(tokens, number.End + 2) == MeasureKind.Percent)
        {
            // "less than one-fifth of one per cent of what we spend"
            var unit = MeasureReader.Read(tokens, number.End + 2, MeasureKind.Percent);
            return (number with { End = number.End + 2, Form = NumeralForm.Digits }, number.Value, null, unit);
        }

        if (FigureTraps.IsNoQuantity(tokens, number) || !PartTest.IsShare(tokens, number))
        {
            return null;
        }

        var value = number.Value;
        var from = number.End;
        if (tokens.Is(from, "of") && tokens.Is(from + 1, "a") && NumberWords.TryGet(tokens, from + 2, NumberWordKind.Scale, out var scale))
        {
            value *= scale;
            from += 3;
        }

        if (OfCounted(tokens, from) is { } counted)
        {
            return (number with { Form = NumeralForm.Part }, value, null, counted);
        }

        if (PartTest.IsDeterminer(tokens, from) && tokens.Kind(from + 2) == TokenKind.Possessive && NumeralReader.Read(tokens, from + 3) is { Form: not (NumeralForm.Part or NumeralForm.Multiple) } owned
            && UnitReader.PhraseEnd(tokens, owned.End) is var things && things > owned.End && Measures.KindAt(tokens, owned.End) == MeasureKind.None)
        {
            // "half the world’s 7,000 languages": the whole is a figure of its own.
            return (number with { Form = NumeralForm.Part }, value, null, new CountedUnit(from, tokens.Text(owned.End, things), MeasureKind.None, things - 1));
        }

        var of = UnitReader.WithOf(tokens, from);
        var start = from;
        if (of > from)
        {
            start++;
            while (tokens.Is(start, "the", "all", "its", "their"))
            {
                start++;
            }
        }
        else if (tokens.Is(from, "as") || (tokens.Is(from, "again") && tokens.Is(from + 1, "as")))
        {
            // "half as much again", "half again as many boats", "two-thirds as many nurses"
            var compared = from + (tokens.Is(from, "again") || tokens.Is(from + 2, "again") ? 3 : 2);
            of = UnitReader.WithRate(tokens, tokens.Is(compared - 1, "many", "much") ? UnitReader.PhraseEnd(tokens, compared) : compared);
        }
        else if (PartTest.IsDeterminer(tokens, from))
        {
            start = from + 1;
            of = UnitReader.NounPhraseEnd(tokens, start);
            of = of > start ? of : from;
        }
        else if (value > 1 || PartTest.IsMade(tokens, number))
        {
            of = UnitReader.PhraseEnd(tokens, from);
        }

        if (IsToldExactly(tokens, of, value))
        {
            return null;
        }

        var form = value > 1 ? NumeralForm.ScaledWords : NumeralForm.Part;
        return (number with { Form = form }, value, null, new CountedUnit(of, tokens.Text(start, of), MeasureKind.None, of - 1));
    }

    /// <summary>"fell from four-fifths to a third", "has risen from a tenth to a quarter": what a share has come to, or null.</summary>
    private static Numeral? EndOfFall(TokenRun tokens, Numeral number) =>
        number.Form == NumeralForm.Part && tokens.Is(number.First - 1, "from") && tokens.Is(number.End, "to") && tokens.In(number.First - 2, WordLists.ChangeVerbs)
            && NumeralReader.Read(tokens, number.End + 1) is { Form: NumeralForm.Part } end && Clauses.EndAt(tokens, end.End) ? end : null;

    /// <summary>"a quarter to a third of", "between a third and a half of": the share that ends the range, or null.</summary>
    private static Numeral? FarEnd(TokenRun tokens, Numeral number)
    {
        var isAnd = tokens.Is(number.End, "and") && tokens.Is(number.First - 1, "between");
        return number.Form == NumeralForm.Part && (isAnd || tokens.Is(number.End, "to", "or"))
            && NumeralReader.Read(tokens, number.End + 1) is { Form: NumeralForm.Part } far && far.Value != number.Value && tokens.Is(far.End, "of") ? far : null;
    }

    /// <summary>"Well over half of the sounds, 58%, came from objects": the percentage that follows tells the same share.</summary>
    private static bool IsToldExactly(TokenRun tokens, int comma, double value) =>
        value < 1 && (tokens.Kind(comma) == TokenKind.Comma || tokens.IsMark(comma, '('))
        && NumeralReader.Read(tokens, comma + 1) is { Form: NumeralForm.BareDigits or NumeralForm.Digits } percentage && Measures.KindAt(tokens, percentage.End) == MeasureKind.Percent
        && (tokens.Kind(percentage.End + 1) == TokenKind.Comma || tokens.IsMark(percentage.End + 1, ')')) && Math.Abs(percentage.Value - (value * 100)) < LargestRounding;

    /// <summary>"half of the 88 complaints": the whole is a figure of its own, and names what the part is of.</summary>
    public static CountedUnit? OfCounted(TokenRun tokens, int of)
    {
        var i = of + 1;
        while (UnitReader.IsDeterminer(tokens, i))
        {
            i++;
        }

        if (!tokens.Is(of, "of") || i == of + 1 || tokens.Is(i - 1, "a") || NumeralReader.Read(tokens, i) is not { Form: not (NumeralForm.Part or NumeralForm.Multiple) } whole)
        {
            return null;
        }

        var end = UnitReader.PhraseEnd(tokens, whole.End);
        return end > whole.End && Measures.KindAt(tokens, whole.End) == MeasureKind.None ? new CountedUnit(of + 1, tokens.Text(whole.End, end), MeasureKind.None, end - 1) : null;
    }
}
