using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells sums that say another time, in another currency, what stands before them: "9,000 taka (£58)", "11.5 trillion dong, about US$480 million".</summary>
internal static class Conversion
{
    /// <summary>True when a sum repeats the one before it.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before it.</param>
    /// <param name="start">First token of the sum, qualifiers included.</param>
    /// <param name="unit">Its currency and what it is for.</param>
    /// <param name="currency">Its currency when that stands before the number.</param>
    public static bool Is(TokenRun tokens, RawFigure? last, int start, CountedUnit unit, string? currency)
    {
        if (last is not { Kind: MeasureKind.Money, High: null } || unit.Kind != MeasureKind.Money || last.Sentence.Tokens != tokens || !IsJoined(tokens, last, start, unit.End))
        {
            return false;
        }

        // "€6m, or half a cent on a kilo": a sum is told again in no small coin.
        var name = currency ?? Name(unit.Words);
        return name.Length > 0 && !name.StartsWith("cent", StringComparison.OrdinalIgnoreCase) && name is not ("pence" or "pesewas" or "kobo" or "paise") && !IsSame(Name(last.Unit), name, tokens.IsMark(start - 1, '(')) && (IsRate(last.Unit) || !IsRate(unit.Words));
    }

    /// <summary>"(about", ", or", ", a little over" between the sums: a bare comma is that of a row.</summary>
    private static bool IsJoined(TokenRun tokens, RawFigure last, int start, int end)
    {
        var i = tokens.IndexAt(last.End);
        if (tokens.IsMark(i, "(["))
        {
            return i + 1 == start;
        }

        var comma = tokens.Kind(i) == TokenKind.Comma;
        i += comma ? 1 : 0;
        if (tokens.Is(i, "or"))
        {
            // "Rs 1,200, or Tk 900 across the border" tells another price.
            return i + 1 == start && (Clauses.EndAt(tokens, end) || IsAbout(tokens, start));
        }

        return comma && i == start && IsAbout(tokens, start);
    }

    /// <summary>"about", "a little over": words before the sum.</summary>
    private static bool IsAbout(TokenRun tokens, int start) => tokens.Kind(start) == TokenKind.Word && !Measures.IsCurrencyAt(tokens, start) && NumeralReader.Read(tokens, start) is null;

    /// <summary>The currency that a unit begins with: "US dollars", "West African francs a day".</summary>
    private static string Name(string unit)
    {
        var words = unit.Split(' ');
        var end = Array.FindIndex(words, word => word.Length > 0 && char.IsLower(word[0]));
        return string.Join(' ', words.Take(end + 1));
    }

    /// <summary>Dollars of two countries differ; "dollars" may be those of either, but not in "$40 million (US$26 million)".</summary>
    private static bool IsSame(string a, string b, bool isInserted)
    {
        var (isBare, isNational) = (!a.Contains(' ', StringComparison.Ordinal), b.Contains(' ', StringComparison.Ordinal));
        return (isBare && !(isInserted && isNational)) || !isNational ? a.Split(' ')[^1].Equals(b.Split(' ')[^1], StringComparison.OrdinalIgnoreCase) : a.Equals(b, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRate(string unit) => unit.Contains(" a ", StringComparison.Ordinal) || unit.Contains(" per ", StringComparison.Ordinal) || unit.Contains(" for each ", StringComparison.Ordinal);
}
