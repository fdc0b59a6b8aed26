using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells the numbers of the calendar from those that count.</summary>
internal static class CalendarTest
{
    /// <summary>Behind an article, a bare number from here to 2100 is a year.</summary>
    private const double FirstModernYear = 1900;

    /// <summary>Years, days of months and centuries: "in 2012", "22-24 October", "AD 79", "nineteen eighty-four".</summary>
    public static bool IsDate(TokenRun tokens, Numeral n)
    {
        if (tokens.Is(n.End, "BCE", "BC", "CE", "AD") || tokens.Is(n.First - 1, "AD"))
        {
            return true;
        }

        if (n.Form == NumeralForm.BareDigits && tokens.IsMark(n.First - 1, "’'") && tokens.Glued(n.First) && tokens.Word(n.First).Length == 2)
        {
            // "the class of ’98"
            return true;
        }

        if (n.Form == NumeralForm.Words && n.Value is 18 or 19 or 20 && NumeralReader.Read(tokens, n.End) is { Form: NumeralForm.Words, Value: >= 10 and < 100 })
        {
            // "nineteen eighty-four"
            return true;
        }

        if (n.Form == NumeralForm.Words)
        {
            return IsMonthAt(tokens, n.End) && n.Value <= 31;
        }

        if (n.Form == NumeralForm.Digits && n.Scale == 1 && n.Value is > 1800 and < 2100 && tokens.Word(n.First) is [_, _, _, _, '.', ..]
            && FigureWords.EndsUnit(tokens, n.End) && tokens.In(n.First - 1, WordLists.YearContext))
        {
            // A year with the mark of a footnote: "in 2012.4"
            return true;
        }

        if (n.Form != NumeralForm.BareDigits || Measures.KindAt(tokens, n.End) is MeasureKind.Percent or MeasureKind.Money
            || Measures.IsCurrencyAt(tokens, n.First - 1))
        {
            return false;
        }

        if (n.Value <= 31 && (IsMonthAt(tokens, n.First - 1) || IsMonthAt(tokens, n.End) || IsDayRange(tokens, n)))
        {
            return true;
        }

        return n.Value is >= 1000 and <= 2100 && tokens[n.First].End - tokens[n.First].Start == 4 && IsYear(tokens, n);
    }

    /// <summary>A bare number from 1000 to 2100 is a year unless it counts people or a unit follows it.</summary>
    private static bool IsYear(TokenRun tokens, Numeral n)
    {
        var before = n.First - 1;
        if (tokens.Kind(before) == TokenKind.Dash || tokens.Kind(n.End) == TokenKind.Dash || IsMonthAt(tokens, before) || IsMonthAt(tokens, n.End)
            || (tokens.Is(before, "of") && IsPartOfYear(tokens.Word(before - 1))))
        {
            return true;
        }

        var counts = Measures.KindAt(tokens, n.End) is not (MeasureKind.None or MeasureKind.Times or MeasureKind.Money)
            || tokens.In(UnitReader.PhraseEnd(tokens, n.End) - 1, WordLists.PersonNouns);
        var opens = tokens.OpensSentence(before)
            && tokens.Is(before, "in", "by", "after", "before", "from");
        if (opens || tokens.Is(before, "since", "until", "till"))
        {
            // "By 1998 villagers had forgotten", "since 2019 residents of 11 villages"
            return Measures.KindAt(tokens, n.End) is MeasureKind.None;
        }

        if (counts)
        {
            return false;
        }

        // "a 2017 study", "their 2025 plans", "whatever 2017 brings"
        if (tokens.Kind(before) is not TokenKind.Word || tokens.In(before, WordLists.YearContext) || (n.Value >= FirstModernYear && (UnitReader.IsDeterminer(tokens, before) || tokens.In(n.End, WordLists.Verbs))))
        {
            return true;
        }

        var phrase = UnitReader.PhraseEnd(tokens, n.End);
        return phrase == n.End || !FigureWords.IsPlural(tokens, phrase - 1);
    }

    /// <summary>"In the spring of 1961 two boys": seasons, and ends of years, are not counted.</summary>
    private static bool IsPartOfYear(ReadOnlySpan<char> word) => word is "spring" or "summer" or "autumn" or "fall" or "winter" or "end" or "beginning" or "start" or "middle" or "close";

    /// <summary>"In 2023 450 trees": four digits behind a word of years, so that the next number is one of its own.</summary>
    public static bool IsYearInContext(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Number && tokens.Word(i).Length == 4 && tokens.Word(i)[0] is '1' or '2' && tokens.In(i - 1, WordLists.YearContext);

    /// <summary>"22-24 October": the first number of a range of days.</summary>
    private static bool IsDayRange(TokenRun tokens, Numeral n) =>
        tokens.Kind(n.End) == TokenKind.Dash && tokens.Kind(n.End + 1) == TokenKind.Number && IsMonthAt(tokens, n.End + 2);

    private static bool IsMonthAt(TokenRun tokens, int i) => tokens.IsCapital(i) && CalendarWords.IsMonth(tokens.Word(i));
}
