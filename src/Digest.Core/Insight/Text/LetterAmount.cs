using System.Text.RegularExpressions;

namespace Digest.Core.Insight.Text;

/// <summary>
/// Tells "R180 a day", "K4,500", "N2-billion" and "P1.2 million", amounts of South African rand, Zambian kwacha, Nigerian naira and
/// of pula or pesos, of lempiras or of pounds without their sign, from other names that are a letter and a number: roads, refrigerants, airships, masks, school years, values of p.
/// </summary>
internal static partial class LetterAmount
{
    /// <summary>Longest word looked at before the letter.</summary>
    private const int LongestWord = 10;

    /// <summary>None: the texts tried are forty characters at most.</summary>
    private const int Timeout = System.Threading.Timeout.Infinite;

    /// <summary>True when an amount begins at the letter.</summary>
    public static bool IsAt(string text, int start)
    {
        if (text[start] is not ('R' or 'K' or 'N' or 'P' or 'L') || start + 1 >= text.Length || !char.IsAsciiDigit(text[start + 1]))
        {
            return false;
        }

        var amount = text.AsSpan(start, Math.Min(text.Length - start, 40));
        if (Written().IsMatch(amount))
        {
            return true;
        }

        var before = text.AsSpan(Math.Max(0, start - LongestWord), start - Math.Max(0, start - LongestWord));
        return (Plain().IsMatch(amount) && Paid().IsMatch(before)) || Rate().IsMatch(amount);
    }

    /// <summary>With groups, cents or a scale no road is written.</summary>
    [GeneratedRegex(@"^[RKNPL][0-9]{1,3}(?:(?:[,\u00A0 ][0-9]{3})+\b|\.[0-9]{2}\b|(?:\.[0-9]+)?(?:[ -]?(?:[mb]illion|trillion)\b|(?:bn|m|tn)\b))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:R[0-9]{2,6}|[KNP][0-9]{3,6})\b(?!-)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[RKNP][0-9]{2,6} (?:a|an|per) (?:kilo|kilogram|kg|litre|liter|gram|pound|ton|tonne|sack|bag|head|piece|loaf|dozen|box|crate|bottle|trip|ride|hour|day|night|week|month|year|hectare|acre|person|child|household)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout)]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?:^|[^\p{L}])(?:from|to|about|over|under|nearly|only|than|at|paid|pays?|paying|costs?|earn|earns|earned|home|for|charged?|charges|around|roughly|some|least|most|saved?|saves|spent|spends?|extra|worth|fetch(?:es|ed)?|There was) $", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout)]
    private static partial Regex Paid();
}
