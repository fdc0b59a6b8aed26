using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Numbers with no noun behind them that the phrase they stand in makes a count: "one of 114", "twenty-two in a morning", "there were six of us".</summary>
internal static class SetPhrase
{
    /// <summary>Such counts up to this are told by the way.</summary>
    private const double SmallCount = 10;

    /// <summary>True for a number in such a phrase.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="start">First token of the number, its qualifiers included.</param>
    /// <param name="c">The number.</param>
    public static bool IsCount(TokenRun tokens, int start, QuantityCandidate c) =>
        (c.Value > SmallCount && (IsOneOf(tokens, start, c.Number.End) || IsInSpan(tokens, c.Number.End) || EndOfChange.IsSum(tokens, start, c.Number)))
        || (c.Value > 2 && (IsOnlyPart(tokens, start, c) || IsThere(tokens, start, c.Number.End)))
        || (c.Value >= 2 && IsForEvery(tokens, start, c.Unit.End));

    /// <summary>"mine is one of 114 with no gap"; "I would propose one of 50" has another number in mind.</summary>
    private static bool IsOneOf(TokenRun tokens, int start, int end) =>
        tokens.Is(start - 1, "of") && tokens.Is(start - 2, "one") && !Clauses.EndAt(tokens, end);

    /// <summary>"twenty-two in a morning", "300 in one night": so many in so much time.</summary>
    public static bool IsInSpan(TokenRun tokens, int i) =>
        tokens.Is(i, "in") && tokens.Is(i + 1, "a", "an", "one") && IsSpan(tokens, i + 2) && FigureWords.EndsUnit(tokens, i + 3);

    private static bool IsSpan(TokenRun tokens, int i) =>
        Measures.KindAt(tokens, i) == MeasureKind.Time || tokens.Is(i, "morning", "afternoon", "evening", "night", "shift", "sitting", "season");

    /// <summary>"Only four of them say what happens": so few; of those with no such word editors asked for one in eight.</summary>
    private static bool IsOnlyPart(TokenRun tokens, int start, QuantityCandidate c) =>
        LoneCount.IsOfThem(tokens, c.Number.End) && tokens.OpensSentence(start) && tokens.Is(start, "only", "just");

    /// <summary>"there were six of us", "there are four in Europe".</summary>
    private static bool IsThere(TokenRun tokens, int start, int end) =>
        LoneCount.IsThere(tokens, start) && ((tokens.Is(end, "of") && tokens.Is(end + 1, "us")) || (tokens.Is(end, "in") && tokens.IsCapital(end + 1)));

    /// <summary>"For every cubic metre that enters, roughly ten are removed".</summary>
    private static bool IsForEvery(TokenRun tokens, int start, int verb) =>
        BorrowedUnit.RateBase(tokens, start) is not null && (tokens.In(verb, WordLists.Auxiliaries | WordLists.Verbs) || LoneCount.EndsInEd(tokens.Word(verb)));

    /// <summary>"has promised him not less than 70": told with a qualifier.</summary>
    public static bool IsGiven(TokenRun tokens, int start, int first) =>
        start < first && tokens.Is(start - 1, "him", "her", "them", "us", "me") && LoneCount.Verb(tokens, start - 1) >= 0;
}
