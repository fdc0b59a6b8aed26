using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads "doubled", "double the number", "twice as much", "a tenfold increase".</summary>
internal static class MultipleReader
{
    /// <summary>What is multiplied; null when the word is no multiple: "double down", "twice that spring".</summary>
    public static CountedUnit? Read(TokenRun tokens, Numeral number)
    {
        var word = tokens.Word(number.First);
        var next = number.End;
        var isVerb = word.EndsWith("d", StringComparison.OrdinalIgnoreCase) && word.Length > 5;
        var isFold = word.EndsWith("fold", StringComparison.OrdinalIgnoreCase);
        var isTimes = tokens.Is(number.First, "twice");
        var compares = tokens.Is(next, "the") || (tokens.Is(next, "that") && !LongerSpans.IsSpan(tokens, next + 1)) || tokens.Is(next, "its", "their", "as");
        var accepted = isTimes || tokens.Is(number.First, "double", "triple", "quadruple")
            ? (compares && (isTimes || !tokens.Is(next, "as"))) || tokens.Is(next, "what")
                || (!isTimes && IsIntransitive(tokens, number))
            : (tokens.Is(number.First, "halve") && LoneCount.IsModal(tokens, number.First - 1) && !EndsMultiple(tokens, next)) || isFold || isVerb || IsThird(tokens, number) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (!accepted || (isFold && IsOfParts(tokens, number)) || tokens.Is(next, "down") || tokens.Kind(next) == TokenKind.Dash || tokens.Kind(number.First - 1) == TokenKind.Dash)
        {
            return null;
        }

        var end = next;
        if (compares)
        {
            end = UnitReader.PhraseEnd(tokens, next + (tokens.Is(next, "as") ? 2 : 1));
            end = UnitReader.WithOf(tokens, end);
        }

        var words = compares ? "times " + tokens.Text(next, end) : "times";
        return new CountedUnit(end, words.TrimEnd(), MeasureKind.Times, -1);
    }

    /// <summary>"The lessons are twofold": of how many parts something is; "the increase was fivefold" tells a change.</summary>
    private static bool IsOfParts(TokenRun tokens, Numeral number) =>
        number.Value <= 4 && tokens.Is(number.First - 1, "is", "are", "was", "were") && Clauses.EndAt(tokens, number.End) && !tokens.AnyIn(WordLists.ChangeVerbs) && !tokens.Any(0, number.First, "rise") && !tokens.Is(number.First - 2, "gain", "growth", "jump", "difference");

    /// <summary>"a price which trebles between May and November"; "the mixed doubles in 2019" are a game.</summary>
    private static bool IsThird(TokenRun tokens, Numeral number) =>
        tokens.Word(number.First)[^1] == 's' && EndsMultiple(tokens, number.End) && !Clauses.EndAt(tokens, number.End)
        && !UnitReader.IsDeterminer(tokens, number.First - 1) && !tokens.Is(number.First - 1, "mixed") && tokens.Kind(number.First - 1) == TokenKind.Word;

    /// <summary>"demand tends to double within three years", "costs could triple.": what doubles is the subject.</summary>
    private static bool IsIntransitive(TokenRun tokens, Numeral number) =>
        LoneCount.IsModal(tokens, number.First - 1) && EndsMultiple(tokens, number.End);

    private static bool EndsMultiple(TokenRun tokens, int i) =>
        tokens.Kind(i) is TokenKind.None or TokenKind.Comma || tokens.IsMark(i, ".;)")
        || tokens.Is(i, "within", "in", "by", "over", "every", "between", "from", "again", "when");
}
