using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Finds the figure that a number with no noun goes on from, so that it counts the same: the near end of a change ("from 19 minutes to 44"),
/// what it is compared with ("5.9 deaths, against 7.2 in 2005"), or the one before it in a row ("61 homes in 2021, 48 in 2022").
/// </summary>
internal static class ComparedFigure
{
    /// <summary>Numbers of a row up to this are told by the way.</summary>
    private const double SmallCount = 10;

    /// <summary>Tokens of the longest name of whose the number is.</summary>
    private const int LongestOwner = 5;

    /// <summary>The figure it goes on from, or null.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before it in the sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">The token behind it.</param>
    /// <param name="value">Its value.</param>
    public static RawFigure? Of(TokenRun tokens, RawFigure? last, int first, int end, double value)
    {
        if (last is null || last.Form is NumeralForm.Part or NumeralForm.Multiple || last.Unit.Length == 0)
        {
            return null;
        }

        var before = LoneCount.StartOf(tokens, first) - 1;
        var isFarEnd = tokens.Is(before, "to") && last is { AfterFrom: true, High: null };
        var goesOn = IsCompared(tokens, before) || IsReplaced(tokens, before, value) || IsNextOfRow(tokens, before, end, value) || IsParallel(tokens, last, before, end, value) || IsEvery(tokens, last, before, end) || IsNextLevel(tokens, last, before, first, end) || IsGiven(tokens, before, first, end);
        if (last.Kind == MeasureKind.Money)
        {
            // "1.74 euros on the coast and 2.10 in the hills", "up from 172", "100 naira on the first and another 100 on the next": what is compared with it is money, too.
            goesOn = ((tokens.Is(first - 1, "another") && IsNextOfRow(tokens, before, end, value)) || IsCompared(tokens, before) || IsNextLevel(tokens, last, before, first, end)) && ContinuedCount.IsNear(value, last);
        }

        return isFarEnd || goesOn || IsOwner(tokens, last, before, end, value) ? last : null;
    }

    /// <summary>"takes 15 days on paper and anywhere between 18 and 45 in practice": a range with no noun goes on from what the same verb measured before, or from any measure behind "varies".</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before it, in this sentence or the one before.</param>
    /// <param name="first">First token of the range.</param>
    /// <param name="end">The token behind it.</param>
    public static RawFigure? OfRange(TokenRun tokens, RawFigure? last, int first, int end)
    {
        if (last is { Kind: MeasureKind.Money, High: null } && Clauses.EndAt(tokens, end) && PriceTest.IsPrice(tokens, tokens.Is(first - 1, "between") ? first - 1 : first))
        {
            // "A farmed one costs 40 euros. A wild one costs between 180 and 600."
            return last;
        }

        if (last is not { High: null, Unit.Length: > 0, Kind: MeasureKind.Time or MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short } || !FigureWords.EndsUnit(tokens, end))
        {
            return null;
        }

        var verb = LoneCount.StartOf(tokens, first) - 1;
        while (tokens.Is(verb, "between", "from", "anywhere", "anything", "usually", "often"))
        {
            verb--;
        }

        var other = last.Sentence.Tokens;
        var before = LoneCount.StartOf(other, other.IndexAt(last.Start)) - 1;
        var isSame = tokens.Kind(verb) == TokenKind.Word && (other != tokens || before < verb) && other.Word(before).Equals(tokens.Word(verb), StringComparison.OrdinalIgnoreCase)
            && (tokens.In(verb, WordLists.Verbs | WordLists.Auxiliaries | WordLists.ChangeVerbs) || (tokens.Word(verb).Length > 4 && FigureWords.EndsUnit(tokens, verb)) || LoneCount.EndsInEd(tokens.Word(verb)) || tokens.Word(verb)[^1] == 's');
        return isSame || tokens.In(verb, WordLists.SpanVerbs) || (last.Kind == MeasureKind.Time && tokens.Is(verb, "lasted", "lasts")) ? last : null;
    }

    /// <summary>"tried it on 260 bridges, and the bearings of 94 had rusted": as many of those counted before have what is spoken of.</summary>
    private static bool IsOwner(TokenRun tokens, RawFigure last, int before, int end, double value) =>
        last is { Kind: MeasureKind.None, High: null } && value > 2 && value < last.Value && tokens.Is(before, "of") && FigureWords.IsPlural(tokens, before - 1)
        && (tokens.In(end, WordLists.Auxiliaries | WordLists.Verbs) || LoneCount.EndsInEd(tokens.Word(end)));

    private static bool IsCompared(TokenRun tokens, int before) =>
        tokens.Is(before, "against", "versus")
        || (tokens.Is(before, "after") && tokens.Kind(before - 1) == TokenKind.Comma)
        || (tokens.Is(before, "from") && tokens.Is(before - 1, "up", "down"))
        || (tokens.Is(before, "with", "to") && tokens.Is(before - 1, "compared"))
        || (tokens.Kind(before) == TokenKind.Possessive && IsComparedOwner(tokens, before));

    /// <summary>"five times a week instead of three", "within two hours in place of seven": what a small figure has taken the place of makes it worth telling.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="end">The token behind the figure and its unit.</param>
    public static bool Replaces(TokenRun tokens, int end)
    {
        var of = tokens.Is(end, "instead") ? end + 1 : tokens.Is(end, "in") && tokens.Is(end + 1, "place") ? end + 2 : -1;
        return tokens.Is(of, "of") && NumeralReader.Read(tokens, of + 1) is { Form: NumeralForm.BareDigits or NumeralForm.Words } far && FigureWords.EndsUnit(tokens, far.End) && Measures.KindAt(tokens, far.End) == MeasureKind.None;
    }

    /// <summary>"12 cars instead of 34", "on 14 nights rather than 45": the number that was there before.</summary>
    private static bool IsReplaced(TokenRun tokens, int before, double value) =>
        (tokens.Is(before, "of") && (tokens.Is(before - 1, "instead") || (tokens.Is(before - 1, "place") && tokens.Is(before - 2, "in"))))
        || (tokens.Is(before, "than") && tokens.Is(before - 1, "rather") && value > SmallCount);

    /// <summary>"against a normal afternoon's 900", "compared with Germany's 4.1": whose it is stands before the number.</summary>
    private static bool IsComparedOwner(TokenRun tokens, int possessive)
    {
        for (var i = possessive - 2; i >= 0 && i >= possessive - LongestOwner && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (IsCompared(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNextOfRow(TokenRun tokens, int before, int end, double value) =>
        value > SmallCount && (tokens.Kind(before) == TokenKind.Comma || tokens.Is(before, "and", "then"))
        && tokens.Is(end, "in", "at", "on", "for", "from", "since", "after", "before", "now", "today");

    /// <summary>"every 20 minutes on weekdays and every 45 on Sundays"</summary>
    private static bool IsEvery(TokenRun tokens, RawFigure last, int before, int end) =>
        last.Kind == MeasureKind.Time && last.Sentence.Tokens == tokens && tokens.Is(before, "every") && tokens.Is(LoneCount.StartOf(tokens, tokens.IndexAt(last.Start)) - 1, "every")
        && FigureWords.EndsUnit(tokens, end);

    /// <summary>"18 kilometres to the bank and 65 to the dentist": the same word stands behind both.</summary>
    private static bool IsParallel(TokenRun tokens, RawFigure last, int before, int end, double value)
    {
        if (value <= SmallCount || last.Sentence.Tokens != tokens || last.Kind == MeasureKind.Percent || !(tokens.Kind(before) == TokenKind.Comma || tokens.Is(before, "and", "but")))
        {
            return false;
        }

        var other = tokens.IndexAt(last.End);
        return other < before && tokens.Kind(end) == TokenKind.Word && tokens.In(end, WordLists.Stops) && !tokens.Is(end, "and") && !tokens.Is(end, "of")
            && tokens.Word(other).Equals(tokens.Word(end), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"was 0.31 then and 0.27 now": a decimal behind a decimal.</summary>
    private static bool IsNextLevel(TokenRun tokens, RawFigure last, int before, int first, int end) =>
        last is { Form: NumeralForm.Digits, High: null } && tokens.Word(first).Contains('.') && ((tokens.Is(before, "as") && Clauses.EndAt(tokens, end)) || tokens.Is(before, "and", "but", "then"))
        && (tokens.Is(before, "as") || tokens.Is(end, "now", "today", "then", "in", "at", "on", "for"));

    /// <summary>"below the 2.1 needed"</summary>
    private static bool IsGiven(TokenRun tokens, int before, int first, int end) =>
        tokens.Is(before, "the") && LoneCount.EndsInEd(tokens.Word(end)) && tokens.Word(first).Contains('.');
}
