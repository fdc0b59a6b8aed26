using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the other end of a range: "5 to 10 million", "$1.2-1.5 trillion", "between 3,000 and 4,000", "two or three".</summary>
internal static class RangeReader
{
    /// <summary>Tokens before "from" among which "range" may stand.</summary>
    private const int SpanReach = 5;

    /// <summary>A sum guessed at lies between ends that are not so many times as far apart.</summary>
    private const double WidestGuess = 12;

    /// <summary>Lower and upper end, the token behind the range, the scale both ends share, and whether it is told downwards.</summary>
    public static (double Low, double? High, int End, double Scale, bool Falls) Read(TokenRun tokens, Numeral first)
    {
        var alone = (first.Value, (double?)null, first.End, first.Scale, false);
        var i = first.End;
        var firstHasUnit = Measures.KindAt(tokens, i) == MeasureKind.Percent;
        if (firstHasUnit)
        {
            i += tokens.Is(i, "per") ? 2 : 1;
        }

        var dash = tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) == tokens.Glued(i + 1);
        var joined = dash || tokens.Is(i, "to", "or") || (tokens.Is(i, "and") && tokens.Is(BeforeNumber(tokens, first), "between"));
        if (!joined)
        {
            return alone;
        }

        i++;
        var secondHasCurrency = Measures.IsCurrencyAt(tokens, i) || (tokens.Kind(i + 1) == TokenKind.Currency && tokens.Glued(i + 1));
        while (Measures.IsCurrencyAt(tokens, i) || (tokens.Kind(i + 1) == TokenKind.Currency && tokens.Glued(i + 1)))
        {
            i++;
        }

        if (NumeralReader.Read(tokens, i) is not { } second || second.Form is NumeralForm.Part or NumeralForm.Multiple)
        {
            return alone;
        }

        var from = BeforeNumber(tokens, first);
        var hasCurrency = from < first.First - 1;
        if (hasCurrency && !secondHasCurrency && Measures.KindAt(tokens, second.End) == MeasureKind.Money)
        {
            // "from €9 to 60 cents"
            return alone;
        }

        if (hasCurrency && secondHasCurrency && tokens.Is(from, "by") && tokens.Is(i - 2, "to") && second.Value > first.Value * WidestGuess)
        {
            // "up by £475 to £9,725": by how much, and to what.
            return alone;
        }

        if ((firstHasUnit || secondHasCurrency) && tokens.Is(from, "from") && !dash && !IsSpan(tokens, from))
        {
            // "rose from $3,990 to $5,870": each end has a unit of its own and is a figure of its own.
            return alone;
        }

        var sameUnit = !firstHasUnit || Measures.KindAt(tokens, second.End) == MeasureKind.Percent;
        var low = first.Scale == 1 && first.Value < second.Value / second.Scale * 1.0001 && second.Scale > 1 ? first.Value * second.Scale : first.Value;
        if (tokens.Is(i - 1, "to") && tokens.Is(BeforeNumber(tokens, first), "from") && second.Value < first.Value && sameUnit)
        {
            // "fell from 71 to 58 per cent"
            return (second.Value, first.Value * (first.Scale == 1 && second.Scale > first.Value ? second.Scale : 1), second.End, second.Scale, true);
        }

        var plausible = second.Value > low && (second.Value <= low * 1000 || (low == 0 && tokens.Is(from, "from"))) && sameUnit && !(dash && tokens.Kind(second.End) == TokenKind.Dash && tokens.Kind(second.End + 1) == TokenKind.Number);
        return plausible ? (low, second.Value, second.End, Math.Max(first.Scale, second.Scale), false) : alone;
    }

    /// <summary>"six to eight seasons", "three to five times": somebody measured how far it goes, where "seven or eight years" is a guess, and "from two to three" a change.</summary>
    public static bool IsSpread(TokenRun tokens, QuantityCandidate c) =>
        c is { High: not null, Value: > 2, Number.Form: NumeralForm.BareDigits or NumeralForm.Words } && tokens.Is(c.Number.End, "to") && !tokens.Is(LoneCount.StartOf(tokens, c.First) - 1, "from");

    /// <summary>"range from", "ranging in size from".</summary>
    private static bool IsSpan(TokenRun tokens, int from)
    {
        for (var i = from - 1; i >= from - SpanReach && tokens.Kind(i) is TokenKind.Word or TokenKind.Comma; i--)
        {
            if (tokens.In(i, WordLists.SpanVerbs))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token before a number, its currency sign left out.</summary>
    private static int BeforeNumber(TokenRun tokens, Numeral number)
    {
        var i = number.First - 1;
        while (Measures.IsCurrencyAt(tokens, i) || (tokens.Kind(i + 1) == TokenKind.Currency && tokens.Glued(i + 1) && tokens.Kind(i) == TokenKind.Word))
        {
            i--;
        }

        return i;
    }
}
