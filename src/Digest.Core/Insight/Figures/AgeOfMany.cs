using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells ages that speak of many ("Their median age is 47", "lives, on average, to be about 15", "The youngest was 58") from the age of somebody.</summary>
internal static class AgeOfMany
{
    /// <summary>What such a number counts.</summary>
    public const string Unit = "years";

    private const double OldestAge = 150;

    /// <summary>Tokens looked back over for who is meant.</summary>
    private const int Reach = 7;

    /// <summary>True when the number is such an age.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="before">The token before the number and its qualifiers.</param>
    /// <param name="number">The number.</param>
    public static bool Is(TokenRun tokens, int before, Numeral number)
    {
        if (number.Form is NumeralForm.Part or NumeralForm.Multiple or NumeralForm.ScaledWords || number.Value > OldestAge)
        {
            return false;
        }

        if (IsMean(tokens, before))
        {
            return FigureWords.EndsUnit(tokens, number.End) && tokens.Kind(number.End) is not (TokenKind.Dash or TokenKind.Percent) && !tokens.Is(number.End, "to") && Measures.KindAt(tokens, number.End) == MeasureKind.None;
        }

        return number.Form != NumeralForm.Digits && Clauses.EndAt(tokens, number.End) && (IsExtreme(tokens, before) || IsLifespan(tokens, before, number));
    }

    /// <summary>"the median age of patients was", "an average age of".</summary>
    private static bool IsMean(TokenRun tokens, int before)
    {
        var isVerb = tokens.Is(before, "is", "was", "reached", "exceeds", "exceeded");
        for (var i = before - 1; i > 0 && i >= before - Reach && (isVerb || tokens.Is(before, "of")) && tokens.Kind(i) == TokenKind.Word; i--)
        {
            if (tokens.Is(i, "age"))
            {
                return (isVerb || i == before - 1)
                    && tokens.Is(i - 1, "median", "average", "mean", "typical");
            }
        }

        return false;
    }

    private static bool IsExtreme(TokenRun tokens, int before) =>
        tokens.Is(before, "was", "is") && tokens.Is(before - 2, "the")
        && tokens.Is(before - 1, "youngest", "oldest", "eldest");

    private static bool IsLifespan(TokenRun tokens, int before, Numeral number)
    {
        if (!tokens.Is(before, "be") || !tokens.Is(before - 1, "to"))
        {
            return false;
        }

        var (lives, isMean) = (false, before + 1 < number.First);
        for (var i = before - 2; i >= 0 && i >= before - Reach && !lives; i--)
        {
            lives = tokens.Is(i, "live", "lives", "lived");
            isMean |= tokens.Is(i, "average");
        }

        return lives && isMean;
    }
}
