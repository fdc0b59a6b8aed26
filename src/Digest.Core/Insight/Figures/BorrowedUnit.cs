using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Finds what a number counts when no noun follows it: what it is the total of, what was done to the things counted, the thing counted just before, or the subject of the clause.</summary>
internal static class BorrowedUnit
{
    /// <summary>Tokens looked back over for the subject.</summary>
    private const int FarthestSubject = 6;

    /// <summary>What a number counts; empty when nothing tells it.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before, in this sentence or in the one before it.</param>
    /// <param name="first">First token of the number, its qualifier included.</param>
    /// <param name="end">The token behind the number.</param>
    /// <param name="increment">"more" or "fewer" when the number says how many more or fewer.</param>
    public static string Find(TokenRun tokens, RawFigure? last, int first, int end, string? increment)
    {
        if (increment is null)
        {
            if (LoneCount.IsOfThem(tokens, end))
            {
                return tokens.Text(end, end + 2);
            }

            if (LoneCount.Total(tokens, first) is >= 0 and var total)
            {
                var of = UnitReader.WithOf(tokens, total + 1);
                if (of > total + 1)
                {
                    return tokens.Text(total + 2, of);
                }

                if (!tokens.Is(total, "total") || last is null)
                {
                    return tokens.Text(total, UnitReader.PhraseEnd(tokens, total));
                }
            }

            // "killed 57" is 57 killed; "had 640" and "including 40" tell nothing.
            if (LoneCount.Verb(tokens, first) is >= 0 and var verb && !tokens.In(verb, WordLists.Auxiliaries | WordLists.ChangeVerbs)
                && !tokens.Word(verb).StartsWith("includ", StringComparison.OrdinalIgnoreCase))
            {
                return tokens.Text(verb, verb + 1);
            }
        }

        if (last is { Kind: MeasureKind.None, Unit.Length: > 0 } && last.Form != NumeralForm.Part && (increment is null || !last.UnitIsBorrowed))
        {
            return increment is null ? last.Unit : increment + " " + last.Unit;
        }

        return SubjectOf(tokens, first) ?? increment ?? "";
    }

    /// <summary>What a part is a part of when that is not said: what was counted before it, or the subject of the clause.</summary>
    public static string OfPart(TokenRun tokens, RawFigure? last, int first, int end) =>
        last is { Kind: MeasureKind.None, Unit.Length: > 0 } && last.Form != NumeralForm.Part ? last.Unit
        : SubjectOf(tokens, first) ?? (LoneCount.IsOfThem(tokens, end) ? tokens.Text(end, end + 2) : "");

    private static string? SubjectOf(TokenRun tokens, int first) => Subject(tokens, first) is >= 0 and var subject ? tokens.Text(subject, subject + 1) : null;

    /// <summary>The nearest noun before the number, a verb of change, "now" and small words passed over; -1 when there is none.</summary>
    public static int Subject(TokenRun tokens, int first)
    {
        var passedVerb = false;
        for (var i = first - 1; i >= 0 && i >= first - FarthestSubject; i--)
        {
            if (tokens.Kind(i) == TokenKind.Comma && (tokens.Is(i + 1, "now") || tokens.Is(i + 1, "currently") || tokens.Is(i + 1, "today") || tokens.Is(i + 1, "once")))
            {
                continue;
            }

            if (tokens.Kind(i) != TokenKind.Word)
            {
                return -1;
            }

            if (FigureWords.EndsUnit(tokens, i) || tokens.Word(i)[0] is '’' or '\'')
            {
                continue;
            }

            var word = tokens.Word(i);
            var looksLikeVerb = word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || tokens.In(i, WordLists.ChangeVerbs);
            if (looksLikeVerb && !passedVerb)
            {
                passedVerb = true;
                continue;
            }

            return i;
        }

        return -1;
    }
}
