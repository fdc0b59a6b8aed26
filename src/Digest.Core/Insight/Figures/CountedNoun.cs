using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Finds the noun in front that a number with none behind it counts, where no figure before it tells: "Pharmacies are closing, 14 in this city".</summary>
internal static class CountedNoun
{
    /// <summary>Tokens of who counted.</summary>
    private const int LongestCounter = 7;

    private static readonly FrozenSet<string> Areas = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "borough", "city", "constituency", "country", "county", "district", "neighbourhood", "neighborhood", "parish", "province", "region", "state", "street", "town", "village", "ward");

    /// <summary>Of how many people they are is told behind them.</summary>
    private static readonly FrozenSet<string> Bodies = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "army", "audience", "band", "choir", "class", "community", "congregation", "crew", "crowd", "fleet", "flock", "garrison", "herd", "line", "membership", "orchestra", "population", "queue", "squad", "staff", "team", "town", "village", "workforce");

    /// <summary>What a number counts that has neither a noun behind it nor a figure before it: "Pharmacies are closing, 14 in this city", "how many had qualified: 22", "71 of the 412"; null when it counts nothing.</summary>
    public static string? Of(TokenRun tokens, Numeral number)
    {
        var before = LoneCount.StartOf(tokens, number.First) - 1;
        if (AgeOfMany.Is(tokens, before, number))
        {
            return AgeOfMany.Unit;
        }

        if (SignReader.IsOfTemperature(tokens, number))
        {
            return SignReader.Degrees;
        }

        var start = before + 1;
        if (HeadCount.Is(tokens, start, number))
        {
            return HeadCount.Unit;
        }

        if (HeadCount.OfNumber(tokens, start, number) is { } people)
        {
            return people;
        }

        if ((number is { Value: > ContinuedCount.LastHour, Form: NumeralForm.BareDigits or NumeralForm.Words } || IsMeasured(tokens, number)) && Clauses.EndAt(tokens, number.End)
            && ContinuedCount.IsPronoun(tokens, start) && ContinuedCount.IsDated(tokens, start) && !(number.Form == NumeralForm.BareDigits && number.Value >= ContinuedCount.FirstYear))
        {
            // "Last week it was 41": what "it" is, the sentence before tells.
            return "";
        }

        if (number is { Form: NumeralForm.BareDigits or NumeralForm.Words or NumeralForm.ScaledWords or NumeralForm.Digits, Value: > 10 } && number.Value % 1 == 0 && tokens.Is(before, "of") && Bodies.Contains(tokens.Word(before - 1).ToString()) && !tokens.Is(before - 2, "the")
            && (Clauses.EndAt(tokens, number.End) || tokens.Word(number.End) is "which" or "that" or "who"))
        {
            // "a choir of 120 which toured"
            return tokens.Text(before - 1, before);
        }

        if (number.Form != NumeralForm.BareDigits || number.Value <= 10)
        {
            return null;
        }

        if (tokens.Is(before, "for") && tokens.Is(before - 1, "room", "seats", "seating", "beds", "accommodation") && Clauses.EndAt(tokens, number.End))
        {
            // "have provided room for about 600"
            return "people";
        }

        if (tokens.IsMark(before, ':') && Clauses.EndAt(tokens, number.End))
        {
            return HowMany(tokens, before);
        }

        var isSpread = tokens.Kind(before) == TokenKind.Comma && tokens.Kind(before - 1) == TokenKind.Word && !tokens.IsCapital(before - 1)
            && ((tokens.Is(number.End, "in") && tokens.Is(number.End + 1, "this", "our", "the") && Areas.Contains(tokens.Word(number.End + 2).ToString()))
                || IsOfCounted(tokens, number) || IsByCount(tokens, number.End) || IsInAll(tokens, number.End));
        return isSpread ? FirstPlural(tokens, before) : null;
    }

    /// <summary>"9.6", but not the hours "9.30" and "12.45".</summary>
    private static bool IsMeasured(TokenRun tokens, Numeral number) =>
        number is { Form: NumeralForm.Digits, Scale: 1 } && tokens.Word(number.First) is [_, '.', _] or [_, _, '.', _] or ['0', '.', ..];

    /// <summary>"of the 412"</summary>
    private static bool IsOfCounted(TokenRun tokens, Numeral number) =>
        tokens.Is(number.End, "of") && tokens.Is(number.End + 1, "the") && NumeralReader.Read(tokens, number.End + 2) is { } whole
        && whole.Value > number.Value && Clauses.EndAt(tokens, whole.End);

    /// <summary>"640 by this newspaper’s count", "640 by her reckoning"</summary>
    private static bool IsByCount(TokenRun tokens, int by)
    {
        var i = by + 2;
        while (i < by + LongestCounter && !tokens.Is(i, "count", "reckoning", "estimate", "estimates"))
        {
            i++;
        }

        return tokens.Is(by, "by") && i < by + LongestCounter && Clauses.EndAt(tokens, i + 1);
    }

    /// <summary>"312 in all", "40 altogether"</summary>
    public static bool IsInAll(TokenRun tokens, int i) =>
        (tokens.Is(i, "in") && tokens.Is(i + 1, "all", "total") && Clauses.EndAt(tokens, i + 2))
        || (tokens.Is(i, "all") && tokens.Is(i + 1, "told") && Clauses.EndAt(tokens, i + 2)) || (tokens.Is(i, "altogether") && Clauses.EndAt(tokens, i + 1));

    private static string? HowMany(TokenRun tokens, int before)
    {
        for (var i = 0; i + 1 < before; i++)
        {
            if (tokens.Is(i, "how") && tokens.Is(i + 1, "many") && UnitReader.PhraseEnd(tokens, i + 2) is var end && end > i + 2)
            {
                return tokens.Text(i + 2, end);
            }
        }

        return null;
    }

    /// <summary>The first plural noun before a token, or null.</summary>
    public static string? FirstPlural(TokenRun tokens, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (tokens.Kind(i) == TokenKind.Word && !FigureWords.EndsUnit(tokens, i) && (FigureWords.IsPlural(tokens, i) || (i == 0 && tokens.Word(i).EndsWith("s", StringComparison.Ordinal))))
            {
                return tokens.Text(i, i + 1);
            }
        }

        return null;
    }
}
