using Digest.Core.Insight.Figures;

namespace Digest.Core.Insight.Text;

/// <summary>Parts a sentence into tokens, in one pass.</summary>
internal static class Tokenizer
{
    /// <summary>Letters no code of a currency has: "USD" has three, "KShs" four.</summary>
    private const int LongestCode = 5;

    public static void Read(string text, TextRange range, DecimalMark mark, Vocabulary vocabulary, List<Token> tokens)
    {
        var i = range.Start;
        while (i < range.End)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var token = TokenAt(text, i, range.End, mark);
            tokens.Add(token.Kind == TokenKind.Word ? token with { Lists = vocabulary.ListsOf(text.AsSpan(i, token.End - i)) } : token);
            i = token.End;
        }
    }

    private static Token TokenAt(string text, int start, int end, DecimalMark mark)
    {
        var c = text[start];
        if (char.IsAsciiDigit(c))
        {
            return NumberToken.At(text, start, end, mark);
        }

        if (char.IsLetter(c) || char.IsSurrogate(c))
        {
            var wordEnd = WordEnd(text, start, end);
            return new Token(start, HasDigits(text, start, wordEnd) ? CodeEnd(text, start, wordEnd) : wordEnd, TokenKind.Word);
        }

        if (c is '\'' or '’' || (c == '‘' && start > 0 && char.IsLetter(text[start - 1]) && start + 1 < end && char.IsLetter(text[start + 1])))
        {
            // "Hau‘ofa": the turned comma of Polynesian names, which is typed as an opening quote.
            return PossessiveAt(text, start, end);
        }

        var kind = c switch
        {
            '%' or '‰' => TokenKind.Percent,
            '-' or '‐' or '‑' or '‒' or '–' or '—' or '−' => TokenKind.Dash,
            ',' => TokenKind.Comma,
            '½' or '¼' or '¾' or '⅓' or '⅔' or '⅕' or '⅛' => TokenKind.Number,
            _ => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol ? TokenKind.Currency : TokenKind.Mark,
        };
        return new Token(start, start + 1, kind);
    }

    /// <summary>Letters and digits; single stops between single letters stay inside ("U.S.", "e.g.").</summary>
    private static int WordEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || IsCombining(text[i])))
        {
            i++;
        }

        if (i == start)
        {
            return start + 1;
        }

        // Dotted letters: one letter, a stop, one letter, and so on.
        if (i == start + 1 && i + 1 < end && text[i] == '.' && char.IsLetter(text[i + 1]))
        {
            var dotted = i;
            while (dotted + 1 < end && text[dotted] == '.' && char.IsLetter(text[dotted + 1])
                && (dotted + 2 >= end || !char.IsLetter(text[dotted + 2])))
            {
                dotted += 2;
            }

            if (dotted > i)
            {
                return dotted < end && text[dotted] == '.' ? dotted + 1 : dotted;
            }
        }

        return i;
    }

    /// <summary>"Rs350", "CHF63m": ends in digits, or in a scale of two letters behind them.</summary>
    private static bool HasDigits(string text, int start, int end) =>
        char.IsAsciiDigit(text[end - 1]) || (end - start > 3 && char.IsUpper(text[start]) && (char.IsAsciiDigit(text[end - 2]) || char.IsAsciiDigit(text[end - 3])));

    /// <summary>"CHF40", "Rs350": the code of a currency is a word of its own, and the amount behind it a number; any other word with digits stays whole.</summary>
    private static int CodeEnd(string text, int start, int end)
    {
        var letters = start;
        while (letters < end && char.IsLetter(text[letters]))
        {
            letters++;
        }

        var isAmount = (letters - start is > 1 and < LongestCode && Measures.IsCurrencyCode(text.AsSpan(start, letters - start)) && IsAmount(text.AsSpan(letters, end - letters)))
            || LetterAmount.IsAt(text, start);
        return isAmount ? letters : end;
    }

    /// <summary>"40", and "63m", "350bn" with the scale written against it.</summary>
    private static bool IsAmount(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd("kmbtnKMBTN");
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9') && text[digits.Length..] is "" or "k" or "m" or "mn" or "b" or "bn" or "tn" or "K" or "M" or "B";
    }

    private static Token PossessiveAt(string text, int start, int end)
    {
        var glued = start > 0 && char.IsLetterOrDigit(text[start - 1]);
        if (!glued)
        {
            return new Token(start, start + 1, TokenKind.Mark);
        }

        var i = start + 1;
        while (i < end && char.IsLetter(text[i]))
        {
            i++;
        }

        // "’s", "’" after a plural; "n’t", "’re", "’ll" are endings of verbs and no possessives, "O’Brien" is a name.
        var isPossessive = i == start + 1 || (i == start + 2 && text[start + 1] is 's' or 'S');
        return new Token(start, i, isPossessive ? TokenKind.Possessive : TokenKind.Word);
    }

    private static bool IsCombining(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
