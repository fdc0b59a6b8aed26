using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells durations worth listing ("the failure lasted for seven hours", "released, on average, 23 days after") from those told
/// by the way: short ones, round ones written in words ("for forty years", "in two decades"), careers, and how long it was not seen before.
/// </summary>
internal static class DurationTest
{
    /// <summary>Durations up to this many units are told by the way unless they are qualified.</summary>
    private const double ShortTime = 10;

    /// <summary>Tokens looked back over for "the first time in" and for who worked so long.</summary>
    private const int Reach = 8;

    /// <summary>True when the duration is one that an editor would list.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="c">The duration.</param>
    /// <param name="plain">True when it has neither decimals nor a group mark.</param>
    /// <param name="qualified">True when a qualifier stands before it that says how it is meant.</param>
    public static bool IsKeyFigure(TokenRun tokens, QuantityCandidate c, bool plain, bool qualified)
    {
        var before = c.Number.First - 1;
        var unit = c.Unit.Words;
        var isLong = LongerSpans.TryGet(unit, out _);
        var isPart = unit.Contains(" of ", StringComparison.Ordinal);
        var isRound = isLong || unit.StartsWith("generations", StringComparison.Ordinal) || IsRound(c);
        var isOften = tokens.Is(before, "every") && !tokens.Is(before - 1, "for") && c.Value > ShortTime;
        var told = c.Value > 2 && (IsDrift(tokens, c) || tokens.In(c.Unit.End, WordLists.Lags) || IsPredicate(tokens, c) || IsMean(tokens, c) || IsEndOfChange(tokens, c) || IsFirstOfTwo(tokens, c));
        var isVague = isRound && unit.StartsWith("year", StringComparison.Ordinal) && IsVague(tokens, c);
        // "two and a half days": so much was counted, where "an hour and a half" is a way of speaking.
        var isHalf = c.Value > 2 && c.Value % 1 == 0.5;
        if ((isRound || (plain && (c.High ?? c.Value) <= ShortTime)) && !isOften && !isHalf && !RangeReader.IsSpread(tokens, c) && !ComparedFigure.Replaces(tokens, c.Unit.End)
            && (!(told || (qualified && !isVague)) || (c.Value <= 1 && !isLong && !(qualified && isPart && !unit.Contains(" a ", StringComparison.Ordinal)))))
        {
            return false;
        }

        if (QualifierReader.IsOverTime(tokens, QualifierReader.FirstToken(tokens, c.First), c.First, c.Unit) && (tokens.OpensSentence(c.First - 1) || HasSum(tokens, c.First)))
        {
            // "£27 million over three years": the time in which it is, of which editors asked for none.
            return false;
        }

        if (tokens.Is(before, "as") && tokens.In(c.Unit.End, WordLists.Lags))
        {
            // "twice as many as five years earlier"
            return false;
        }

        if (!qualified && c.Number.Form == NumeralForm.Words && (IsTimeTaken(tokens, c) || IsLater(tokens, c)))
        {
            return false;
        }

        // "twenty years ago" says when, "two hours from Perth" where; "two hours from Riga to Tallinn" is a journey.
        var isWay = tokens.Is(c.Unit.Head, "hours", "minutes") && (tokens.Is(c.Unit.End, "away") || (tokens.Is(c.Unit.End, "from") && tokens.IsCapital(c.Unit.End + 1) && !tokens.Is(c.Unit.End + 2, "to")));
        if (tokens.Is(c.Unit.End, "ago") || isWay || unit is "days a week" || (unit is "hours a day" or "hours per day" && !qualified) || (!isPart && (IsSince(tokens, c) || IsCareer(tokens, c))))
        {
            return false;
        }

        // "the last five years", "the first 100 days" say when, not how much; "every 40 minutes" says how often.
        var isOnly = tokens.Is(before, "only") && !UnitReader.IsDeterminer(tokens, before - 1) && UnitReader.WithRate(tokens, c.Unit.Head - 1) == c.Unit.End;
        return !(plain && tokens.In(before, WordLists.BeforeCount) && !isOften && !isOnly && !IsToLast(tokens, before) && !CountOfWhole.IsWhole(tokens, c.First));
    }

    /// <summary>"Loans rose by 11 per cent in eighteen months": the time in which it was, told in words. Of ten such of essays by strangers, editors asked for none.</summary>
    private static bool IsTimeTaken(TokenRun tokens, QuantityCandidate c) =>
        tokens.Is(c.First - 1, "in") && tokens.Is(c.Unit.Head, "years", "months") && c.Unit.End == c.Unit.Head + 1;

    /// <summary>"Eleven minutes later the ship rolled", "I came upon it forty-two years later": when it was; "the flood reached the first house fourteen minutes later" tells how long it took.</summary>
    private static bool IsLater(TokenRun tokens, QuantityCandidate c) =>
        tokens.Is(c.Unit.End, "later") && (tokens.OpensSentence(c.First) || !Clauses.EndAt(tokens, c.Unit.End + 1) || !tokens.Is(c.Unit.Head, "minutes", "hours"));

    /// <summary>"fifteen", "twelve", "a hundred" in words: a way of speaking, where "eleven" or "15" was counted.</summary>
    private static bool IsRound(QuantityCandidate c) => (c.Number.Form == NumeralForm.Words || (c.Number.Form == NumeralForm.ScaledWords && (c.Value < 1000 || c.Value == c.Number.Scale))) && (c.Value % 5 == 0 || c.Value == 12) && (c.High is not { } high || high % 5 == 0 || high == 12);

    /// <summary>"some fifteen years", "about ten years": no more exact than without.</summary>
    private static bool IsVague(TokenRun tokens, QuantityCandidate c) =>
        c.Form == NumeralForm.Words && tokens.Is(c.First - 1, "some", "about", "around");

    /// <summary>"for the first time in over two years", "the worst drought in 40 years": how rare something is, not how long.</summary>
    private static bool IsSince(TokenRun tokens, QuantityCandidate c)
    {
        var link = QualifierReader.FirstToken(tokens, c.First) - 1;
        if (!tokens.Is(link, "in") && !tokens.Is(link, "for"))
        {
            return false;
        }

        for (var i = link - 1; i >= 0 && i >= link - Reach && tokens.Kind(i) == TokenKind.Word && (tokens.IsCapital(i) || !tokens.In(i, WordLists.Auxiliaries)); i--)
        {
            if (tokens.Is(i, "the", "its", "their"))
            {
                return tokens.Is(i + 1, "first", "worst", "best", "most", "least")
                    || (tokens.Word(i + 1).Length > 5 && tokens.Word(i + 1).EndsWith("est", StringComparison.OrdinalIgnoreCase));
            }
        }

        return false;
    }

    /// <summary>"I have driven this bus for 26 years", "She spent eleven years at the ministry": what somebody has done in life, told to say who speaks.</summary>
    private static bool IsCareer(TokenRun tokens, QuantityCandidate c)
    {
        if (!tokens.Is(c.Unit.Head, "years"))
        {
            return false;
        }

        var link = QualifierReader.FirstToken(tokens, c.First) - 1;
        if (tokens.Is(link, "spent", "spend"))
        {
            return IsSomebody(tokens, link - 1) || IsSomebody(tokens, link - 2);
        }

        if (!tokens.Is(link, "for"))
        {
            return false;
        }

        for (var i = link - 1; i >= 0 && i >= link - (2 * Reach) && tokens.Kind(i) == TokenKind.Word; i--)
        {
            // "who has studied the bird in Lund for 26 years" says who speaks; "who had lived there for 22 years" is told of somebody, and editors asked for it.
            var isLife = tokens.Is(i + 1, "has", "lived", "taught", "worked", "ran", "led", "served");
            if (tokens.Is(i, "I") || (tokens.Is(i, "who") && isLife && tokens.Kind(i - 1) == TokenKind.Comma && tokens.IsCapital(i - 2)))
            {
                return true;
            }
        }

        return tokens.OpensSentence(link) && (tokens.Is(c.Unit.End, "I") || (tokens.Kind(c.Unit.End) == TokenKind.Comma && tokens.Is(c.Unit.End + 1, "I")));
    }

    /// <summary>"the average vacancy had stood open for nine months", "the typical wait is": what is usual is told because it was measured.</summary>
    public static bool IsMean(TokenRun tokens, QuantityCandidate c)
    {
        var hasVerb = false;
        for (var i = c.First - 1; i >= 0 && i >= c.First - Reach && tokens.Kind(i) == TokenKind.Word; i--)
        {
            hasVerb |= tokens.In(i, WordLists.Auxiliaries | WordLists.Verbs);
            if (tokens.Is(i, "average", "median", "typical"))
            {
                return hasVerb && UnitReader.IsDeterminer(tokens, i - 1);
            }
        }

        return false;
    }

    /// <summary>"from nine hours to five", "from eight months to ten weeks": the ends of a change; "sentences from two to five years" is one duration.</summary>
    private static bool IsEndOfChange(TokenRun tokens, QuantityCandidate c)
    {
        var link = QualifierReader.FirstToken(tokens, c.First) - 1;
        if (tokens.Is(link, "from"))
        {
            return tokens.Is(c.Unit.End, "to") && NumeralReader.Read(tokens, c.Unit.End + 1) is { } far && far.Value > 0 && far.Form != NumeralForm.Part
                && (Clauses.EndAt(tokens, far.End) || Measures.KindAt(tokens, far.End) == MeasureKind.Time);
        }

        if (!tokens.Is(link, "to") || Measures.KindAt(tokens, link - 1) != MeasureKind.Time)
        {
            return false;
        }

        for (var i = link - 2; i > 0 && i >= link - Reach / 2; i--)
        {
            if (NumeralReader.Read(tokens, i) is { } near && near.End == link - 1 && tokens.Is(i - 1, "from"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"it was 3 minutes at one end and 14 at the other": told to be compared with the next.</summary>
    private static bool IsFirstOfTwo(TokenRun tokens, QuantityCandidate c)
    {
        var place = c.Unit.End;
        if (c.Form == NumeralForm.Words || !tokens.Is(place, "at", "in", "on"))
        {
            return false;
        }

        for (var i = place + 2; i < place + Reach && tokens.Kind(i) is TokenKind.Word or TokenKind.Comma; i++)
        {
            if (tokens.Is(i, "and") && NumeralReader.Read(tokens, i + 1) is { Form: NumeralForm.BareDigits or NumeralForm.Digits } other)
            {
                return tokens.Word(other.End).Equals(tokens.Word(place), StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>A number or a sum of money before a token.</summary>
    private static bool HasSum(TokenRun tokens, int before)
    {
        var i = before - 1;
        while (i >= 0 && tokens.Kind(i) is not (TokenKind.Number or TokenKind.Currency))
        {
            i--;
        }

        return i >= 0;
    }

    private static bool IsSomebody(TokenRun tokens, int i) =>
        tokens.Is(i, "I", "he", "she", "who") || (tokens.IsCapital(i) && !tokens.OpensSentence(i));

    /// <summary>"The average wait was ten days", "the failure lasted for seven hours": the duration is what the sentence tells, not when something was.</summary>
    private static bool IsPredicate(TokenRun tokens, QuantityCandidate c)
    {
        var copula = QualifierReader.FirstToken(tokens, c.First) - 1;
        if (tokens.Is(copula, "for") && tokens.Word(copula - 1).StartsWith("last", StringComparison.OrdinalIgnoreCase))
        {
            copula--;
        }

        var isPredicate = tokens.Is(copula, "is", "was", "averaged", "averages", "totalled", "totaled", "lasted", "lasts", "lasting") || IsToLast(tokens, copula) || tokens.Is(copula, "takes");
        var end = c.Unit.End;
        if (c.Number.Form == NumeralForm.Words || c.Number.Form == NumeralForm.BareDigits)
        {
            // "which adds 10 days to a voyage", "saves seven hours on every passage"
            var isChanged = tokens.Is(copula, "adds", "added", "saves", "saved", "shaves", "shaved");
            if (isChanged && tokens.Is(end, "to", "on", "off", "from"))
            {
                return !IsSomebody(tokens, copula - 1);
            }
        }

        return isPredicate && !tokens.Is(copula - 1, "it") && !tokens.Is(copula - 1, "that") && !tokens.Is(copula - 1, "this")
            && (tokens.Kind(end) is not TokenKind.Word || tokens.Is(end, "in", "and", "but") || (tokens.Is(copula, "takes") && tokens.Is(end, "from")));
    }

    /// <summary>"would lose four minutes a week": how fast something goes wrong.</summary>
    private static bool IsDrift(TokenRun tokens, QuantityCandidate c)
    {
        var verb = LoneCount.StartOf(tokens, c.First) - 1;
        return c.Unit.Words.Contains(" a ", StringComparison.Ordinal)
            && tokens.Is(verb, "lose", "loses", "lost", "gain", "gains", "gained");
    }

    /// <summary>"used to last six minutes", "can last 10 years": the verb, where "the last six minutes" says which.</summary>
    private static bool IsToLast(TokenRun tokens, int verb) => tokens.Is(verb, "last") && LoneCount.IsModal(tokens, verb - 1);
}
