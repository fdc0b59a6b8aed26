using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Numbers behind a pronoun that say how many people there are ("We are now 84", "who were 130 then") and not how old.</summary>
internal static class HeadCount
{
    /// <summary>What such a number counts.</summary>
    public const string Unit = "people";

    /// <summary>Those who tell of their school or their youth were no older.</summary>
    private const double Youth = 24;

    private const double OldestAge = 110;

    /// <summary>Tokens looked back over for "the number of".</summary>
    private const int Reach = 15;

    /// <summary>True when the number is such a count.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="start">First token of the number, its qualifiers included.</param>
    /// <param name="number">The number.</param>
    public static bool Is(TokenRun tokens, int start, Numeral number)
    {
        if (number.Form is not (NumeralForm.BareDigits or NumeralForm.Words or NumeralForm.ScaledWords) || number.Value <= 2 || (number.Form == NumeralForm.BareDigits && number.Value >= ContinuedCount.FirstYear))
        {
            return false;
        }

        var isNow = IsNow(tokens, start - 1);
        var verb = isNow || tokens.Is(start - 1, "only", "just") ? start - 2 : start - 1;
        var ends = IsNow(tokens, number.End) || tokens.Is(number.End, "then") ? number.End + 1 : number.End;
        if (!tokens.Is(verb, "are", "were", "’re", "'re") || !(Clauses.EndAt(tokens, ends) || tokens.Is(ends, "and")))
        {
            return false;
        }

        // "We were nineteen, and in love"; "We are eight now" are no children.
        return tokens.Is(verb - 1, "we") ? isNow || IsNow(tokens, number.End) || (number.Form == NumeralForm.BareDigits && number.Value > Youth)
            : tokens.Is(verb - 1, "who") && number.Value > OldestAge;
    }

    /// <summary>"When I asked for the present number of operators, I was told that it is 74": what "it" is the number of, or null.</summary>
    public static string? OfNumber(TokenRun tokens, int start, Numeral number)
    {
        if (number.Form != NumeralForm.BareDigits || number.Value <= Youth || !Clauses.EndAt(tokens, number.End) || !ContinuedCount.IsPronoun(tokens, start))
        {
            return null;
        }

        for (var i = start - 2; i > 0 && i >= start - Reach; i--)
        {
            if (tokens.Is(i, "of") && tokens.Is(i - 1, "number"))
            {
                var (first, end) = UnitReader.OfPhrase(tokens, i);
                return end > first ? tokens.Text(first, end) : null;
            }
        }

        return null;
    }

    private static bool IsNow(TokenRun tokens, int i) => tokens.Is(i, "now", "today", "still");
}
