using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads how a vote went that more than a committee took: "voted the money in December, 29 to 12", "on a vote of 188 to 171".</summary>
internal static class VoteReader
{
    /// <summary>Votes up to this are those of a committee, a council or a court, and told by the way.</summary>
    private const double LargestCommittee = 20;

    /// <summary>Tokens looked back over for what was voted on.</summary>
    private const int Reach = 15;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Votes = FrozenSet.ToFrozenSet(
        ["ballot", "division", "majority", "referendum", "vote", "voted", "votes"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Both numbers of a vote as the two ends of one figure, in the essay's words; null when it is none.</summary>
    public static (ReadNumber Number, CountedUnit Unit)? Read(TokenRun tokens, Numeral first)
    {
        if (first is not { Form: NumeralForm.BareDigits or NumeralForm.Digits or NumeralForm.Words, Scale: 1 } || !tokens.Is(first.End, "to")
            || NumeralReader.Read(tokens, first.End + 1) is not { Form: NumeralForm.BareDigits or NumeralForm.Digits or NumeralForm.Words, Scale: 1 } second
            || Math.Max(first.Value, second.Value) <= LargestCommittee || !FigureWords.EndsUnit(tokens, second.End) || Measures.KindAt(tokens, second.End) != MeasureKind.None || !IsVote(tokens, first.First - 1))
        {
            return null;
        }

        var (low, high) = (Math.Min(first.Value, second.Value), Math.Max(first.Value, second.Value));
        return (new ReadNumber(first with { End = second.End }, low, high, first.First, Words: tokens.Text(first.First, second.End)), new CountedUnit(second.End, "votes", MeasureKind.None, -1));
    }

    /// <summary>"by a vote of", "lost the vote by", or a comma behind the clause of a vote.</summary>
    private static bool IsVote(TokenRun tokens, int before)
    {
        if (tokens.Kind(before) != TokenKind.Comma && !tokens.Is(before, "of") && !tokens.Is(before, "by") && !tokens.Is(before, "voted"))
        {
            return false;
        }

        var reach = tokens.Is(before, "of") ? 1 : Reach;
        for (var i = before; i >= 0 && i >= before - reach && (i == before || tokens.Kind(i) is TokenKind.Word or TokenKind.Possessive or TokenKind.Number); i--)
        {
            if (Votes.Contains(tokens.Word(i)))
            {
                return true;
            }
        }

        return false;
    }
}
