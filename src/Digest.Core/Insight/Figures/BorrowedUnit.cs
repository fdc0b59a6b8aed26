using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Finds what a number counts when no noun follows it: what it is the total of, what was done to the things counted, the thing counted just before, or the subject of the clause.</summary>
internal static class BorrowedUnit
{
    /// <summary>Tokens looked back over for the subject.</summary>
    private const int FarthestSubject = 6;

    /// <summary>Tokens before the "every" of "In other words, for every".</summary>
    private const int LongestOpening = 6;

    /// <summary>Nouns that hang on each other: "the price of a room in the centre of the town".</summary>
    private const int DeepestPhrase = 3;

    /// <summary>Verbs before a number that say how it is known, not what was done to what it counts.</summary>
    private static readonly FrozenSet<string> ThoughtVerbs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "assume", "believe", "believed", "consider", "counts", "expect", "expected", "explain", "explained", "explains", "feel", "felt", "get", "gets", "give", "gives", "knew", "know", "hold", "holds", "leave", "leaves", "lists", "make", "makes", "mean", "meant", "need", "needed", "needs", "said", "saw", "say", "see", "seem", "seemed", "sees", "take", "takes", "think", "thought", "told", "took", "understood", "want", "wanted", "win", "wins", "won");

    /// <summary>What a number counts; empty when nothing tells it.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before, in this sentence or in the one before it.</param>
    /// <param name="first">First token of the number, its qualifier included.</param>
    /// <param name="end">The token behind the number.</param>
    /// <param name="increment">"more" or "fewer" when the number says how many more or fewer.</param>
    public static string Find(TokenRun tokens, RawFigure? last, int first, int end, string? increment)
    {
        var counted = CountedBefore(last);
        if (increment is null && last?.Sentence.Tokens == tokens && IsSameClause(tokens, last, first))
        {
            // "88 applications for 12 of them"
            counted = LoneCount.IsOfThem(tokens, end) ? null : counted;
        }

        if (increment is null)
        {
            if (RateBase(tokens, first) is { } rate)
            {
                return rate;
            }

            if (CountOfWhole.Unit(tokens, first) is { } whole && (whole.Length > 0 || counted is not null))
            {
                return whole.Length > 0 ? whole : counted!;
            }

            if (LoneCount.IsOfThem(tokens, end))
            {
                return counted ?? tokens.Text(end, end + 2);
            }

            if (last is { Kind: MeasureKind.None, Form: NumeralForm.Part, Unit.Length: > 0 } && last.Sentence.Tokens == tokens && CountedNoun.IsInAll(tokens, end))
            {
                // "one in three women, 736 million in all"
                return last.Unit;
            }

            if (LoneCount.IsWho(tokens, end))
            {
                return "people";
            }

            if (TotalBefore(tokens, counted, ChangeBefore(tokens, first) is >= 0 and var change ? change : first) is { } total)
            {
                return total;
            }

            if (SetPhrase.IsInSpan(tokens, end))
            {
                // "twenty-two in a morning"
                return counted ?? tokens.Text(end, end + 3);
            }

            if (EndOfChange.IsSumVerb(tokens, first) || (counted is not null && LoneCount.Verb(tokens, first) is >= 0 and var phrasal && phrasal < first - 1))
            {
                // "We made eighty. We gave away sixty."
                return counted ?? "";
            }

            // "killed 57" is 57 killed; "had 640", "including 40" and "I see 40" tell nothing.
            if (LoneCount.Verb(tokens, first) is >= 0 and var verb && !tokens.In(verb, WordLists.Auxiliaries | WordLists.ChangeVerbs)
                && !tokens.Word(verb).StartsWith("includ", StringComparison.OrdinalIgnoreCase) && !tokens.Is(verb, "numbered") && !tokens.Is(verb, "averaged") && !tokens.Is(verb, "totalled") && !tokens.Is(verb, "totaled") && !ThoughtVerbs.Contains(tokens.Word(verb).ToString()))
            {
                return tokens.Text(verb, verb + 1 == first || !LoneCount.IsParticle(tokens, verb + 1) ? verb + 1 : verb + 2);
            }
        }

        if (increment is null && tokens.Span(first, end).Contains('.') && tokens.Is(first - 1, "is", "was") && SubjectOf(tokens, first) is { } level)
        {
            // "With 54 clubs the slope is 0.03": a decimal is no number of clubs.
            return level;
        }

        if (counted is not null && (increment is null || !last!.UnitIsBorrowed))
        {
            return increment is null ? counted : increment + " " + counted;
        }

        return SubjectOf(tokens, first) ?? increment ?? (last is not null && last.Unit.StartsWith("of ", StringComparison.Ordinal) ? last.Unit : "");
    }

    /// <summary>"For every 100 homes, 52 were let": what the count is set against; "the parish, of which there are 330": what there are so many of.</summary>
    public static string? RateBase(TokenRun tokens, int first)
    {
        var there = tokens.Is(first - 1, "are", "were") ? first - 2 : -1;
        if (tokens.Is(there, "there") && tokens.Is(there - 1, "which") && tokens.Is(there - 2, "of"))
        {
            var noun = tokens.Kind(there - 3) == TokenKind.Comma ? there - 4 : there - 3;
            return FigureWords.EndsUnit(tokens, noun) ? null : tokens.Text(noun, noun + 1);
        }

        var every = tokens.Kind(first - 1) == TokenKind.Comma ? EveryBefore(tokens, first - 2) : -1;
        if (every < 0)
        {
            return null;
        }

        var start = NumeralReader.Read(tokens, every + 1)?.End ?? every + 1;
        var end = UnitReader.PhraseEnd(tokens, tokens.Is(start, "cubic", "square") ? start + 2 : start);
        return end > start && end < first ? "for " + tokens.Text(every, end) : null;
    }

    /// <summary>The "every" of a "for every" that opens the sentence, or its clause behind a comma; -1 when none does.</summary>
    private static int EveryBefore(TokenRun tokens, int last)
    {
        for (var i = Math.Min(last, LongestOpening); i > 0; i--)
        {
            if (tokens.Is(i, "every", "each") && tokens.Is(i - 1, "for") && (i == 1 || tokens.Kind(i - 2) == TokenKind.Comma))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What a part is a part of when that is not said: what was counted before it, or the subject of the clause.</summary>
    public static string OfPart(TokenRun tokens, RawFigure? last, int first, int end) =>
        CountOfWhole.Unit(tokens, first) is { Length: > 0 } whole ? whole
        : ComparedShare.IsChange(tokens, first) ? tokens.Text(first - 2, first - 1)
        : tokens.Is(first - 1, "remaining") || (last?.Form == NumeralForm.Part && ComparedShare.IsOfRow(tokens, first, end)) ? last?.Unit ?? ""
        : LoneCount.IsWho(tokens, end) ? "people"
        : tokens.Is(end, "of") && tokens.Is(end + 1, "it") ? ""
        : CountedBefore(last) ?? OfPercent(tokens, last, first) ?? SubjectOf(tokens, first) ?? (LoneCount.IsOfThem(tokens, end) ? tokens.Text(end, end + 2) : SubjectOfSentence(tokens, first) ?? "");

    /// <summary>What the figure before counts, when it counts things; "26 a year" does not say what.</summary>
    private static string? CountedBefore(RawFigure? last) =>
        last is { Kind: MeasureKind.None, Unit: { Length: > 0 } and not ("limit" or "quota" or "target") } && last.Form != NumeralForm.Part && !last.Unit.StartsWith("of ", StringComparison.Ordinal) && !last.Unit.StartsWith("a ", StringComparison.Ordinal) ? last.Unit : null;

    /// <summary>True when no comma, conjunction or stop parts a number from the figure before it.</summary>
    private static bool IsSameClause(TokenRun tokens, RawFigure last, int first)
    {
        var i = first - 1;
        while (i >= 0 && tokens[i].Start >= last.End && tokens.Kind(i) == TokenKind.Word && !tokens.Is(i, "and") && !tokens.Is(i, "but") && !tokens.Is(i, "while"))
        {
            i--;
        }

        return i >= 0 && tokens[i].Start < last.End;
    }

    /// <summary>What a percentage before a share was a percentage of: "72 percent of students did, and a third said".</summary>
    private static string? OfPercent(TokenRun tokens, RawFigure? last, int first) =>
        last is { Kind: MeasureKind.Percent } && (tokens.Is(first - 1, "and", "but", "while") || tokens.Kind(first - 1) == TokenKind.Comma)
            && last.Unit.StartsWith("percent of ", StringComparison.Ordinal) ? last.Unit["percent of ".Length..] : null;

    /// <summary>What a number is the total of: "the number of homes rose by a tenth, to 1,870"; a mere "number" or "figure" is that of what was counted before.</summary>
    private static string? TotalBefore(TokenRun tokens, string? counted, int before)
    {
        if (LoneCount.Total(tokens, before) is not (>= 0 and var total))
        {
            return null;
        }

        var (first, end) = UnitReader.OfPhrase(tokens, total + 1);
        if (tokens.Is(total, "number") && tokens.Is(total - 1, "who"))
        {
            // "The islanders, who number fewer than 60"
            var noun = tokens.Kind(total - 2) == TokenKind.Comma ? total - 3 : total - 2;
            return FigureWords.EndsUnit(tokens, noun) ? "people" : tokens.Text(noun, noun + 1);
        }

        if (tokens.Is(total, "list"))
        {
            return end > first ? tokens.Text(first, end) : tokens.Text(total - 1, total + 1);
        }

        var isMere = tokens.Is(total, "total", "number", "figure", "count", "tally");
        // "The limit recommended by the agency"
        var isDescribed = LoneCount.EndsInEd(tokens.Word(total + 1));
        return end > first && !tokens.Is(total, "ratio") ? tokens.Text(first, end) : isMere && counted is not null ? null : tokens.Text(total, isDescribed ? total + 1 : UnitReader.PhraseEnd(tokens, total));
    }

    /// <summary>The verb of a change whose end the number is, told behind a comma: "has fallen by more than half, to 1,870"; or -1.</summary>
    private static int ChangeBefore(TokenRun tokens, int first)
    {
        if (!tokens.Is(first - 1, "to") || tokens.Kind(first - 2) != TokenKind.Comma)
        {
            return -1;
        }

        var i = first - 3;
        while (i >= 0 && !tokens.In(i, WordLists.ChangeVerbs) && !NumberWords.TryGet(tokens, i, NumberWordKind.Multiple, out _))
        {
            i--;
        }

        return i;
    }

    /// <summary>"Inspectors are on low pay, and one in six left": a share that opens a clause joined to its sentence is one of the first things spoken of.</summary>
    private static string? SubjectOfSentence(TokenRun tokens, int first)
    {
        var joins = tokens.Is(first - 1, "and", "but") && tokens.Kind(first - 2) == TokenKind.Comma;
        var isChange = tokens.Is(first - 1, "by");
        for (var i = first - 3; i >= 0 && (joins || isChange); i--)
        {
            var isOther = tokens.IsMark(i, ";:") || (joins && tokens.Is(i, "that", "who", "which"))
                || (isChange && tokens.Kind(i) == TokenKind.Comma && tokens.Is(i + 1, "and", "but"));
            if (isOther)
            {
                return null;
            }
        }

        return joins || isChange ? CountedNoun.FirstPlural(tokens, first) : null;
    }

    private static string? SubjectOf(TokenRun tokens, int first) => Subject(tokens, first) is >= 0 and var subject ? tokens.Text(subject, subject + 1) : null;

    /// <summary>The nearest noun before the number, a verb of change, "now" and small words passed over; -1 when there is none.</summary>
    public static int Subject(TokenRun tokens, int first)
    {
        var passedVerb = false;
        for (var i = first - 1; i >= 0 && i >= first - FarthestSubject; i--)
        {
            if (tokens.Kind(i) == TokenKind.Comma && tokens.Is(i + 1, "now", "currently", "today", "once"))
            {
                continue;
            }

            if (tokens.Kind(i) != TokenKind.Word)
            {
                return -1;
            }

            if (tokens.Is(i, "they", "it", "you", "we", "he", "she", "I"))
            {
                // "In our area they fell by half": a pronoun, and what it stands for is not told here.
                return -1;
            }

            if (FigureWords.EndsUnit(tokens, i) || NumberWords.IsCount(tokens, i) || tokens.Word(i)[0] is '’' or '\'')
            {
                continue;
            }

            if (Measures.KindAt(tokens, i) == MeasureKind.Time && tokens.Is(i - 1, "last", "this", "that", "each"))
            {
                // "Net migration last year was 685,000"
                continue;
            }

            var word = tokens.Word(i);
            var looksLikeVerb = word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || tokens.In(i, WordLists.ChangeVerbs | WordLists.SpanVerbs);
            if (looksLikeVerb && !passedVerb)
            {
                passedVerb = true;
                continue;
            }

            return HeadOf(tokens, i, DeepestPhrase);
        }

        return -1;
    }

    /// <summary>The noun that a phrase hangs on: "the price of labour in the quotation" is about the price.</summary>
    private static int HeadOf(TokenRun tokens, int noun, int depth)
    {
        var i = noun;
        for (var far = noun - FarthestSubject; i > far; i--)
        {
            var isLink = tokens.Is(i, "of", "between", "in", "on", "at", "for");
            if (tokens.Kind(i) != TokenKind.Word || (FigureWords.EndsUnit(tokens, i) && !isLink && !UnitReader.IsDeterminer(tokens, i)))
            {
                return noun;
            }

            if (isLink)
            {
                return i > 0 && tokens.Kind(i - 1) == TokenKind.Word && !tokens.Is(i - 1, "number") && !tokens.Is(i - 1, "numbers") && !tokens.Is(i - 1, "total") && !FigureWords.EndsUnit(tokens, i - 1) && depth > 0 ? HeadOf(tokens, i - 1, depth - 1) : noun;
            }
        }

        return noun;
    }
}
