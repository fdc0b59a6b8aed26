using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Numbers that are no quantities: dates, times, labels, codes, scores, ages, and counts that only order an argument.</summary>
internal static class FigureTraps
{
    /// <summary>Tokens of the title of a journal, its points included.</summary>
    private const int LongestTitle = 12;

    /// <summary>Votes up to this are those of a committee, a council or a court.</summary>
    private const double LargestCommittee = 20;

    /// <summary>True when the number is a date, a time, a label or a code, whatever follows it.</summary>
    public static bool IsNoQuantity(TokenRun tokens, Numeral n) =>
        IsRateBase(tokens, n) || IsName(tokens, n) || IsLabel(tokens, n) || CalendarTest.IsDate(tokens, n) || HourTest.IsTime(tokens, n) || IsCode(tokens, n) || IsScore(tokens, n) || AgeTest.IsAge(tokens, n)
        || IsDimension(tokens, n) || IsVote(tokens, n) || IsOrdinal(tokens, n) || IsGrade(tokens, n) || IsRace(tokens, n) || IsCalledSo(tokens, n) || LineTest.IsLine(tokens, n);

    /// <summary>"for every 100 households", "deaths per 100,000 people": what a count is set against.</summary>
    private static bool IsRateBase(TokenRun tokens, Numeral n) =>
        tokens.Is(n.First - 1, "per") || (tokens.Is(n.First - 1, "every", "each") && tokens.Is(n.First - 2, "on") && n.Value >= 100 && FigureWords.EndsUnit(tokens, n.End)) || (tokens.Is(n.First - 2, "every") && tokens.Is(n.First - 3, "of") && Measures.IsCurrencyAt(tokens, n.First - 1))
        || (tokens.Is(n.First - 1, "every", "each") && tokens.Is(n.First - 2, "for") && !IsOneFor(tokens, n.First - 3)
            && (Measures.KindAt(tokens, n.End) == MeasureKind.None || (Measures.KindAt(tokens, n.End) == MeasureKind.Money && n.Value is 100 or 1000)));

    /// <summary>"one for every 1,400 Poles", "one dentist for every 5,000 people": how many share it is the figure.</summary>
    private static bool IsOneFor(TokenRun tokens, int i) =>
        tokens.Is(i, "one") || (tokens.Is(i - 1, "one") && !FigureWords.EndsUnit(tokens, i)) || (tokens.Is(i - 2, "one") && !FigureWords.EndsUnit(tokens, i) && !FigureWords.EndsUnit(tokens, i - 1));

    /// <summary>"the two hundred thousandth container": a place in a row. One of them is a part: "one thousandth of the sum".</summary>
    private static bool IsOrdinal(TokenRun tokens, Numeral n)
    {
        var next = tokens.Kind(n.End) == TokenKind.Dash ? n.End + 1 : n.End;
        return n.Form is NumeralForm.Words or NumeralForm.ScaledWords && n.Value > 1
            && tokens.Is(next, "hundredth", "thousandth", "millionth", "billionth");
    }

    /// <summary>"98.7 FM", "a 401k": a station, and the pension called by its paragraph of the tax code.</summary>
    private static bool IsCalledSo(TokenRun tokens, Numeral n) =>
        tokens.Word(n.End) is "FM" || n is { Scale: 1000, Value: 401_000, End: var end } && tokens.Word(end - 1) is "k" or "K";

    /// <summary>"a 5k", "his first 10K": a race.</summary>
    private static bool IsRace(TokenRun tokens, Numeral n) =>
        n is { Form: NumeralForm.Digits, Scale: 1000, Value: 5000 or 10000 } && tokens.Glued(n.End - 1) && tokens.Word(n.End - 1) is "k" or "K" && FigureWords.EndsUnit(tokens, n.End)
        && (UnitReader.IsDeterminer(tokens, n.First - 1) || tokens.Is(n.First - 1, "first"));

    /// <summary>"a 3B pencil", "a 6b", "flat 3B": billions of something stand behind a currency or before a plural.</summary>
    private static bool IsGrade(TokenRun tokens, Numeral n) =>
        n is { Form: NumeralForm.Digits, Scale: 1e9 } && (tokens.Word(n.End - 1) is "B" || (tokens.Word(n.End - 1) is "b" && tokens.Is(n.First - 1, "a", "the"))) && n.Value < 1e10 && !Measures.IsCurrencyAt(tokens, n.First - 1)
        && !FigureWords.IsPlural(tokens, UnitReader.PhraseEnd(tokens, n.End) - 1);

    /// <summary>"Five Eyes", "Thirty Years' War", "Article Four": number words with a capital inside a sentence, or before one.</summary>
    private static bool IsName(TokenRun tokens, Numeral n)
    {
        if (n.Form is not (NumeralForm.Words or NumeralForm.ScaledWords or NumeralForm.Part) || !tokens.IsCapital(n.First))
        {
            return false;
        }

        if (!tokens.OpensSentence(n.First))
        {
            return !tokens.Is(n.First, "a");
        }

        return n.Form == NumeralForm.Words && tokens.IsCapital(n.End) && tokens.Word(n.End).Length > 1
            && !tokens.In(n.End, WordLists.DemonymsInAnyCase) && !tokens.In(n.End, WordLists.PlacesInAnyCase);
    }

    /// <summary>"Article 5", "Boeing 737", "page 45", "F-16", "No. 10", "[14]", "1. First".</summary>
    public static bool IsLabel(TokenRun tokens, Numeral n)
    {
        var before = n.First - 1;
        if (tokens.IsMark(before, "#§№"))
        {
            return true;
        }

        if (IsStatistic(tokens, before) || IsGroup(tokens, n))
        {
            return true;
        }

        if (tokens.IsMark(before, '[') || (tokens.IsMark(before, '(') && tokens.IsMark(n.End, ')') && n.Form == NumeralForm.BareDigits))
        {
            return true;
        }

        if (n.First == 0 && tokens.IsMark(n.End, ".)") && tokens.Count > n.End + 1)
        {
            return true;
        }

        if (tokens.Is(before, "numbered") && tokens.Is(n.End, "to", "through"))
        {
            // "They were not numbered one to 24"
            return true;
        }

        if (tokens.Kind(before) == TokenKind.Dash && tokens.Word(before) is not "—" && tokens.Glued(before) && tokens.Glued(n.First) && tokens.Kind(before - 1) is TokenKind.Word or TokenKind.Code && !tokens.Is(before - 1, "magnitude"))
        {
            return true;
        }

        if (IsVersion(tokens, n))
        {
            return true;
        }

        if (IsNumbered(tokens, n))
        {
            return true;
        }

        if (n.Form is NumeralForm.Digits or NumeralForm.ScaledWords && !IsLettered(tokens, n))
        {
            return false;
        }

        var word = tokens.IsMark(before, '.') ? before - 1 : before;
        if (tokens.Kind(word) != TokenKind.Word || Measures.KindAt(tokens, n.End) is MeasureKind.Percent or MeasureKind.Money)
        {
            return false;
        }

        // "By the third year a third of the meters", "last year half of the buyers"
        var isShare = n.Form == NumeralForm.Part && tokens.Kind(n.First) == TokenKind.Word;
        if (tokens.In(word, WordLists.Labels) && !isShare && !Measures.IsCurrencyAt(tokens, word) && !IsCounted(tokens, n) && !IsPartAfter(tokens, word, n))
        {
            // "On the Yellow Line one cabin in nine had been taken off"
            return n.Form != NumeralForm.Words || RatioReader.Read(tokens, n) is null;
        }

        if (n.Form != NumeralForm.BareDigits)
        {
            // "earns six figures": how long a sum is.
            return n is { Form: NumeralForm.Words, Value: > 3 and < 10 } && tokens.Is(n.End, "figures") && Clauses.EndAt(tokens, n.End + 1);
        }

        return (tokens.IsCapital(word) || HasInnerCapital(tokens.Word(word))) && !tokens.In(word, WordLists.PlacesInAnyCase) && !tokens.In(word, WordLists.DemonymsInAnyCase) && !tokens.In(word, WordLists.Stops)
            && !tokens.In(word, WordLists.Qualifiers) && !CalendarWords.IsMonth(tokens.Word(word)) && !Measures.IsCurrencyAt(tokens, word);
    }

    /// <summary>"(n = 1,203)", "p &lt; 0.05": what a letter stands for.</summary>
    private static bool IsStatistic(TokenRun tokens, int sign) =>
        tokens.IsMark(sign, "=<>") && tokens.Kind(sign - 1) == TokenKind.Word && tokens.Word(sign - 1).Length == 1;

    /// <summary>"the Group of 77 objected", "the Committee of 100": called by how many they were.</summary>
    private static bool IsGroup(TokenRun tokens, Numeral n) =>
        n is { Form: NumeralForm.BareDigits } && tokens.Is(n.First - 1, "of") && tokens.IsCapital(n.First - 2) && !tokens.OpensSentence(n.First - 2) && tokens.Is(n.First - 3, "the")
        && !FigureWords.IsPlural(tokens, UnitReader.PhraseEnd(tokens, n.End) - 1) && Measures.KindAt(tokens, n.End) == MeasureKind.None;

    /// <summary>"below pole 1,166", "on page 1,402.": labels of a long row are written with groups, too.</summary>
    private static bool IsNumbered(TokenRun tokens, Numeral n) =>
        n is { Form: NumeralForm.Digits, Scale: 1 } && n.Value % 1 == 0 && (IsNo(tokens, n.First - 1) || IsPlace(tokens, n));

    /// <summary>"No. 174,465"</summary>
    private static bool IsNo(TokenRun tokens, int stop) => tokens.IsMark(stop, '.') && (tokens.Word(stop - 1) is "No" or "Nos") && tokens.Glued(stop);

    private static bool IsPlace(TokenRun tokens, Numeral n) =>
        tokens.In(n.First - 1, WordLists.Labels) && Measures.KindAt(tokens, n.First - 1) == MeasureKind.None && (Clauses.EndAt(tokens, n.End) || (tokens.Is(n.First - 1, "page") && tokens.Is(n.End, "of")))
        && tokens.Is(n.First - 2, "at", "to", "on", "in", "below", "under", "from", "near");

    /// <summary>"iPhone 15".</summary>
    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[1]);

    /// <summary>"Chapter 8" against "this year 8 people died", "last year one trip in 12": a label stands before a number that counts nothing.</summary>
    private static bool IsCounted(TokenRun tokens, Numeral n) =>
        !FigureWords.EndsUnit(tokens, n.End) && !tokens.IsCapital(n.First - 1)
        && (FigureWords.IsPlural(tokens, UnitReader.PhraseEnd(tokens, n.End) - 1) || (n is { Form: NumeralForm.Words, Value: 1 } && Measures.KindAt(tokens, n.First - 1) == MeasureKind.Time));

    /// <summary>"last season 6 of the 11 centres", "in the middle section 620 of the posts": a label that a word before it points at has no number; "section 6 of the Acts" has.</summary>
    private static bool IsPartAfter(TokenRun tokens, int label, Numeral n)
    {
        var isPointedAt = tokens.Is(label - 1, "last", "next") || UnitReader.IsDeterminer(tokens, label - 1) || (!FigureWords.EndsUnit(tokens, label - 1) && UnitReader.IsDeterminer(tokens, label - 2));
        return isPointedAt && tokens.Is(n.End, "of") && UnitReader.IsDeterminer(tokens, n.End + 1);
    }

    /// <summary>"version 2.0", "Polygon 2.0", "Rails 8.1 appeared".</summary>
    private static bool IsVersion(TokenRun tokens, Numeral n) =>
        n.Form == NumeralForm.Digits && n.Scale == 1 && tokens.Word(n.First).Contains('.')
        && ((tokens.IsCapital(n.First - 1) && tokens.Word(n.First - 1).Length > 1 && LoneCount.EndsInEd(tokens.Word(n.End)) && !tokens.In(n.First - 1, WordLists.PlacesInAnyCase | WordLists.DemonymsInAnyCase) && !CalendarWords.IsMonth(tokens.Word(n.First - 1)) && !Measures.IsCurrencyAt(tokens, n.First - 1)) || (tokens.IsCapital(n.First - 1) && tokens.Word(n.First).EndsWith(".0", StringComparison.Ordinal)) || tokens.Is(n.First - 1, "version", "release", "v") || (tokens.Word(n.First).EndsWith(".0", StringComparison.Ordinal) && IsOfReleases(tokens, n.End)));

    /// <summary>"the 1.0 release", "the 1.0 and 2.0 releases"</summary>
    private static bool IsOfReleases(TokenRun tokens, int i) =>
        tokens.Is(i, "release", "releases", "version", "versions") || (tokens.Is(i, "and", "or") && tokens.Kind(i + 1) == TokenKind.Number && tokens.Is(i + 2, "releases", "versions"));

    /// <summary>"plot 22B", "Flat 4K": a letter that is part of a label, not a scale.</summary>
    private static bool IsLettered(TokenRun tokens, Numeral n) =>
        n.Scale > 1 && tokens.Glued(n.End - 1) && tokens.Word(n.End - 1).Length == 1 && tokens.IsCapital(n.End - 1);

    /// <summary>Telephone numbers, ISBNs, dates in digits, house numbers and postal codes.</summary>
    private static bool IsCode(TokenRun tokens, Numeral n)
    {
        if (tokens.Kind(n.First) != TokenKind.Number)
        {
            return false;
        }

        if ((tokens.IsMark(n.First - 1, '.') && tokens.Glued(n.First) && tokens.Glued(n.First - 1)) || IsSlash(tokens, n.First - 1) || (IsSlash(tokens, n.End) && tokens.Kind(n.End + 1) == TokenKind.Number && n.Form != NumeralForm.Part))
        {
            return true;
        }

        if (n.Form == NumeralForm.BareDigits && tokens.IsCapital(n.End) && tokens.Word(n.End) is [.., '.'] && tokens.Kind(n.End + 1) == TokenKind.Number)
        {
            // "339 U.S. 306": a volume of law reports.
            return true;
        }

        if (n.Form == NumeralForm.BareDigits && tokens.IsCapital(n.End) && tokens.Word(n.End).Length == 1 && tokens.IsMark(n.End + 1, '.') && tokens.Glued(n.End + 2) && tokens.Kind(n.End + 2) == TokenKind.Number)
        {
            // "12 F.3d 345"
            return true;
        }

        if (n.Form == NumeralForm.BareDigits && IsVolume(tokens, n.End))
        {
            return true;
        }

        // "(415) 742-4306", "114 W. Adams St."
        var isPhone = tokens.IsMark(n.First - 1, ')') && tokens.Kind(n.End) == TokenKind.Dash && tokens.Kind(n.End + 1) == TokenKind.Number && tokens.Word(n.First).Length == 3;
        var isAddress = n.Form == NumeralForm.BareDigits && (tokens.Word(n.End) is "N" or "S" or "E" or "W" or "NE" or "NW" or "SE" or "SW") && tokens.IsMark(n.End + 1, '.') && tokens.IsCapital(n.End + 2);
        if (isPhone || isAddress)
        {
            return true;
        }

        var neighbours = (tokens.Kind(n.First - 1) == TokenKind.Number && !CalendarTest.IsYearInContext(tokens, n.First - 1) ? 1 : 0) + (tokens.Kind(n.End) is TokenKind.Number or TokenKind.Code ? 1 : 0);
        var chained = IsGluedDash(tokens, n.End) && IsGluedDash(tokens, n.End + 2);
        var chainEnd = IsGluedDash(tokens, n.First - 1) && IsGluedDash(tokens, n.First - 3);
        var chainMiddle = IsGluedDash(tokens, n.First - 1) && IsGluedDash(tokens, n.End) && tokens.Kind(n.First - 2) == TokenKind.Number
            && tokens.Kind(n.End + 1) == TokenKind.Number;
        return neighbours > 0 || chained || chainEnd || chainMiddle
            || ((n.Form == NumeralForm.BareDigits || n.End > n.First + 1) && tokens.IsCapital(n.End) && (tokens.In(n.End + 1, WordLists.Streets) || tokens.In(n.End + 2, WordLists.Streets)))
            || (n.Form == NumeralForm.BareDigits && tokens.Is(n.First - 1, "the") && tokens.Is(n.End, "block"))
            || (n.Form == NumeralForm.BareDigits && tokens.Is(n.First - 1, "postcode", "code", "zip"));
    }

    /// <summary>"71 HOUS. &amp; SOC'Y 300 (2022)": the title of a journal in capitals, a page and a year behind a volume.</summary>
    private static bool IsVolume(TokenRun tokens, int i)
    {
        var end = i;
        while (end < i + LongestTitle && tokens.Kind(end) is not (TokenKind.Number or TokenKind.Comma or TokenKind.None) && (tokens.IsCapital(end) || tokens.Kind(end) != TokenKind.Word || tokens.Word(end)[0] is '\'' or '’'))
        {
            end++;
        }

        return end > i && tokens.IsCapital(i) && tokens.Kind(end) == TokenKind.Number && tokens.IsMark(end + 1, '(') && tokens.Kind(end + 2) == TokenKind.Number && tokens.Word(end + 2).Length == 4 && tokens.IsMark(end + 3, ')');
    }

    /// <summary>A glued dash between two numbers.</summary>
    private static bool IsGluedDash(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.Kind(i - 1) == TokenKind.Number && tokens.Kind(i + 1) == TokenKind.Number;

    private static bool IsSlash(TokenRun tokens, int i) => tokens.IsMark(i, '/') && tokens.Glued(i);

    /// <summary>"10.2 x 6.2 x 5.4 inches", "1920×1200": sides of one thing.</summary>
    private static bool IsDimension(TokenRun tokens, Numeral n) =>
        (IsTimes(tokens, n.End) && tokens.Kind(n.End + 1) == TokenKind.Number) || (IsTimes(tokens, n.First - 1) && tokens.Kind(n.First - 2) == TokenKind.Number);

    private static bool IsTimes(TokenRun tokens, int i) => tokens.Is(i, "x") || tokens.IsMark(i, '×');

    /// <summary>"by six votes to three": the score of a committee.</summary>
    private static bool IsVote(TokenRun tokens, Numeral n) =>
        n.Form is NumeralForm.BareDigits or NumeralForm.Words && n.Value <= LargestCommittee
        && ((tokens.Is(n.End, "votes") && tokens.Is(n.End + 1, "to")) || (tokens.Is(n.First - 1, "to") && tokens.Is(n.First - 2, "votes", "vote")));

    /// <summary>"6-3", "2-0", "50-50": small numbers joined by a dash with no unit behind them, or a word of games and votes beside them.</summary>
    private static bool IsScore(TokenRun tokens, Numeral n)
    {
        var first = tokens.Kind(n.End) == TokenKind.Dash && tokens.Glued(n.End) && tokens.Glued(n.End + 1) && NumeralReader.Read(tokens, n.End + 1) is not null;
        if (!first || n.Value > 600 || n.Form is not (NumeralForm.BareDigits or NumeralForm.Words) || tokens.Kind(n.First - 1) == TokenKind.Currency)
        {
            return false;
        }

        var second = NumeralReader.Read(tokens, n.End + 1)!.Value;
        var end = second.End;
        return second.Value == n.Value || tokens.In(end, WordLists.Scores) || tokens.In(n.First - 1, WordLists.Scores)
            || (FigureWords.EndsUnit(tokens, end) && Measures.KindAt(tokens, end) == MeasureKind.None && tokens.Kind(end) != TokenKind.Dash);
    }
}
