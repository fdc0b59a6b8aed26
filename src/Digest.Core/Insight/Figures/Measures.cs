using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>What kind of unit a word is.</summary>
internal enum MeasureKind
{
    /// <summary>No unit of measure: things that are counted.</summary>
    None,

    /// <summary>Lengths and areas.</summary>
    Length,

    /// <summary>Weights, volumes, energy, temperature.</summary>
    Mass,

    /// <summary>Symbols: km, kg, MW.</summary>
    Short,

    /// <summary>Durations.</summary>
    Time,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Hundredths.</summary>
    Percent,

    /// <summary>"times", of something compared.</summary>
    Times,
}

/// <summary>Units of measure and currencies.</summary>
internal static class Measures
{
    private static readonly WordTable<MeasureKind> Words =
        WordList.Table("measures", row => Enum.Parse<MeasureKind>(row[0], ignoreCase: true));

    private static readonly WordTable<string> Currencies = WordList.Table("currencies", row => row[0]);

    /// <summary>A symbol of a unit; single letters only in lower case, "5G" is no weight.</summary>
    public static bool IsSymbol(ReadOnlySpan<char> word) => (word.Length > 1 || char.IsLower(word[0])) && Words.TryGet(word, out var kind) && kind == MeasureKind.Short;

    /// <summary>The code of a currency, as it is written before an amount: "USD", "KSh", "Ksh", "Rs"; "Rub" and "Nis" are other words, SH and RS name roads and cables.</summary>
    public static bool IsCurrencyCode(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsUpper(word[0]) && (word.Length == 2 || char.IsUpper(word[1]) || IsShillings(word)) && word is not ("SH" or "RS") && Currencies.TryGet(word, out _);

    /// <summary>"Sh", "Ksh", "Shs", "Kshs": the shilling of one country or another, its letters small as newspapers write them.</summary>
    private static bool IsShillings(ReadOnlySpan<char> word) =>
        word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith("shs", StringComparison.Ordinal) || word is "Shs";

    /// <summary>True for the sign or the code of a currency.</summary>
    public static bool IsCurrencyAt(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Currency || (tokens.Kind(i) == TokenKind.Word && (IsCurrencyCode(tokens.Word(i)) || IsLetterAt(tokens, i)));

    /// <summary>"R180", "K4,500", "P1.2 million", "L2,500": the tokenizer parts the letter from the amount only where it stands for a currency.</summary>
    private static bool IsLetterAt(TokenRun tokens, int i) => tokens.Word(i) is "R" or "K" or "N" or "P" or "L" && tokens.Glued(i + 1) && tokens.Kind(i + 1) == TokenKind.Number;

    /// <summary>The kind of unit that a word names; a symbol has no kind of its own away from its number.</summary>
    public static MeasureKind KindOf(ReadOnlySpan<char> word) => Words.TryGet(word, out var kind) ? kind : MeasureKind.None;

    /// <summary>The kind of unit at a token; symbols such as "m" count only beside a number, which is where this is asked.</summary>
    public static MeasureKind KindAt(TokenRun tokens, int i)
    {
        if (tokens.Kind(i) == TokenKind.Percent)
        {
            return MeasureKind.Percent;
        }

        if (Pence.IsAt(tokens, i))
        {
            return MeasureKind.Money;
        }

        if (tokens.IsMark(i, '°') || Temperature.IsAt(tokens, i))
        {
            return MeasureKind.Mass;
        }

        if (tokens.Is(i, "parts", "part") && tokens.Is(i + 1, "per") && NumberWords.TryGet(tokens, i + 2, NumberWordKind.Scale, out _))
        {
            return MeasureKind.Mass;
        }

        if (tokens.Is(i, "second") && tokens.Kind(i + 1) == TokenKind.Dash && tokens.Glued(i + 1))
        {
            // "nine second-hand buses"
            return MeasureKind.None;
        }

        if (tokens.Is(i, "per") && tokens.Is(i + 1, "cent"))
        {
            return MeasureKind.Percent;
        }

        return tokens.In(i, WordLists.MeasureWords) && Words.TryGet(tokens.Word(i), out var kind) && (kind != MeasureKind.Short || IsSymbol(tokens.Word(i))) ? kind : MeasureKind.None;
    }

    /// <summary>The currency whose sign ends at a token ("$", "US$", "EUR"), with the token it begins at.</summary>
    public static string? CurrencyEndingAt(TokenRun tokens, int i, string text, out int first)
    {
        first = i;
        if (tokens.Kind(i) == TokenKind.Currency)
        {
            if (tokens.Kind(i - 1) == TokenKind.Word && tokens.Glued(i)
                && Currencies.TryGet(text.AsSpan(tokens[i - 1].Start, tokens[i].End - tokens[i - 1].Start), out var national))
            {
                first = i - 1;
                return national;
            }

            return Currencies.TryGet(tokens.Word(i), out var name) ? name : "money";
        }

        if (tokens.IsMark(i, '.') && tokens.Glued(i) && IsCurrencyCode(tokens.Word(i - 1)) && Currencies.TryGet(tokens.Word(i - 1), out var shortened))
        {
            // "Rs. 1,200", "Sh. 50"
            first = i - 1;
            return shortened;
        }

        return tokens.Kind(i) == TokenKind.Word && IsCurrencyAt(tokens, i) && Currencies.TryGet(tokens.Word(i), out var code) ? code : null;
    }
}
