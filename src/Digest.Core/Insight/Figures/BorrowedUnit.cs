using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Finds what a number counts when no noun follows it: the thing counted just before, or the subject of the clause.</summary>
internal static class BorrowedUnit
{
    /// <summary>Tokens looked back over for the subject.</summary>
    private const int FarthestSubject = 6;

    public static string Find(TokenRun tokens, List<RawFigure> earlier, int first, bool more)
    {
        var last = earlier.Count > 0 ? earlier[^1] : null;
        if (last is not null && last.Kind == MeasureKind.None && last.Form != NumeralForm.Part && last.Unit.Length > 0)
        {
            return more ? "more " + last.Unit : last.Unit;
        }

        var subject = Subject(tokens, first);
        return subject >= 0 ? tokens.Text(subject, subject + 1) : more ? "more" : "";
    }

    /// <summary>The nearest noun before the number, a verb of change and small words passed over; -1 when there is none.</summary>
    public static int Subject(TokenRun tokens, int first)
    {
        var passedVerb = false;
        for (var i = first - 1; i >= 0 && i >= first - FarthestSubject; i--)
        {
            if (tokens.Kind(i) != TokenKind.Word)
            {
                return -1;
            }

            if (FigureWords.EndsUnit(tokens, i))
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
