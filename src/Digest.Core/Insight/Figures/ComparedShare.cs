using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Tells parts that are shares because of what was told before them: "against a fifth before the flood", "14 per cent now and half by 2030",
/// "a drop of a third", "the remaining quarter", "40 million, and half of it".
/// </summary>
internal static class ComparedShare
{
    /// <summary>Tokens looked back over for the share or the sum it is compared with.</summary>
    private const int Reach = 40;

    private static readonly FrozenSet<string> Changes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "cut", "cuts", "decline", "decrease", "discount", "drop", "fall", "gain", "growth", "increase", "jump", "loss", "reduction", "rise", "saving", "shortfall");

    /// <summary>True when the part ends a change or is set against a share told before it.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="part">The part, with no "of" behind it.</param>
    /// <param name="start">Its first token, qualifiers included.</param>
    public static bool Is(TokenRun tokens, Numeral part, int start)
    {
        var next = part.End;
        if (!EndsPart(tokens, next))
        {
            return false;
        }

        if (IsChange(tokens, start))
        {
            return true;
        }

        var isCompared = tokens.Is(start - 1, "against", "versus")
            || (tokens.Is(start - 1, "from") && tokens.Is(start - 2, "up", "down"))
            || (tokens.Is(start - 1, "with", "to") && tokens.Is(start - 2, "compared"));
        // "14 per cent now, and it is to be half by 2030", "should carry a third by 2032"
        var isGoal = (tokens.Is(next, "by", "in") || Clauses.EndAt(tokens, next))
            && (tokens.Is(start - 1, "be", "is", "was") || LoneCount.IsModal(tokens, start - 2));
        // "lost 38 per cent of its coral, and the northern bank more than half", "lost a tenth of its shops; in the second it lost a quarter"
        var isNext = Clauses.EndAt(tokens, next) && (start < part.First || IsTakenAgain(tokens, start));
        return (isCompared || isGoal || isNext || IsOfRow(tokens, start, next)) && FollowsShare(tokens, start);
    }

    /// <summary>"Two-fifths was given by a foundation and a tenth by a church": another share of the same.</summary>
    public static bool IsOfRow(TokenRun tokens, int start, int next) =>
        (tokens.Is(start - 1, "and") || tokens.Kind(start - 1) == TokenKind.Comma) && tokens.Is(next, "by", "to", "from", "for");

    /// <summary>The verb before the part stands before another share in the sentence.</summary>
    private static bool IsTakenAgain(TokenRun tokens, int start)
    {
        var verb = tokens.Word(start - 1);
        var isVerb = tokens.In(start - 1, WordLists.Verbs) || LoneCount.EndsInEd(verb);
        for (var i = start - 2; isVerb && i >= 0 && i > start - Reach; i--)
        {
            if (tokens.Word(i).Equals(verb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a drop of" before a part: the size of a change.</summary>
    public static bool IsChange(TokenRun tokens, int start) => tokens.Is(start - 1, "of") && Changes.Contains(tokens.Word(start - 2).ToString());

    /// <summary>"The remaining quarter were dry": what is left of a whole; "the remaining quarter mile" is none.</summary>
    public static bool IsRemaining(TokenRun tokens, Numeral part) =>
        tokens.Is(part.First - 1, "remaining") && EndsPart(tokens, part.End);

    /// <summary>"4 million kwacha last year, and half of it arrived in December": of a sum told just before; "the best half of it" is not.</summary>
    public static bool IsOfAmount(TokenRun tokens, Numeral part)
    {
        var joins = tokens.Is(part.First - 1, "spend", "spent", "lose", "lost", "and", "but") || tokens.Kind(part.First - 1) == TokenKind.Comma;
        for (var i = part.First - 1; joins && i >= 0 && i > part.First - Reach; i--)
        {
            if (tokens.Kind(i) == TokenKind.Number && (Measures.KindAt(tokens, i + 1) is not (MeasureKind.None or MeasureKind.Time) || Measures.IsCurrencyAt(tokens, i - 1) || NumberWords.TryGet(tokens, i + 1, out _, out _)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No noun that the part would be an ordinal of, or a part of, follows it.</summary>
    private static bool EndsPart(TokenRun tokens, int next) =>
        FigureWords.EndsUnit(tokens, next) && !(tokens.Kind(next) == TokenKind.Dash && tokens.Glued(next)) && !tokens.Is(next, "past");

    /// <summary>A percentage or another part of something, before a token of the sentence.</summary>
    private static bool FollowsShare(TokenRun tokens, int start)
    {
        for (var i = start - 1; i >= 0 && i > start - Reach; i--)
        {
            var isPart = NumberWords.TryGet(tokens, i, NumberWordKind.Part, out _) && (tokens.Is(i + 1, "of", "the") || (tokens.Kind(i - 1) == TokenKind.Dash && NumberWords.IsCount(tokens, i - 2)));
            var isRatio = tokens.Is(i, "in") && NumberWords.IsCount(tokens, i - 1) && NumberWords.IsCount(tokens, i + 1);
            if (isPart || isRatio || Measures.KindAt(tokens, i) == MeasureKind.Percent)
            {
                return true;
            }
        }

        return false;
    }
}
