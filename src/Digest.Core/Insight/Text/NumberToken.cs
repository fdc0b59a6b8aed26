namespace Digest.Core.Insight.Text;

/// <summary>Reads digits with the marks between them as one token: what could be read in two ways becomes a <see cref="TokenKind.Code"/>, and no part of it is read.</summary>
internal static class NumberToken
{
    /// <summary>Digits of a group.</summary>
    private const int Group = 3;

    public static Token At(string text, int start, int end, DecimalMark mark)
    {
        var (point, comma) = mark == DecimalMark.Comma ? (',', '.') : ('.', ',');
        var i = DigitsEnd(text, start, end);
        var decimals = 0;
        var odd = false;
        while (i + 1 < end && char.IsAsciiDigit(text[i + 1]))
        {
            var next = DigitsEnd(text, i + 1, end);
            var isGroup = next - i - 1 == Group;
            if (text[i] == point)
            {
                decimals++;
                odd |= isGroup && mark != DecimalMark.Point;
            }
            else if (text[i] == comma)
            {
                odd |= !isGroup || decimals > 0;
            }
            else if (!isGroup || decimals > 0 || !IsBlank(text[i], mark) || (text[i] == ' ' && LastGroup(text, start, i) > Group))
            {
                break;
            }

            i = next;
        }

        return new Token(start, i, odd || decimals > 1 ? TokenKind.Code : TokenKind.Number);
    }

    private static bool IsBlank(char c, DecimalMark mark) => c is '\u00A0' or '\u202F' or '\u2009' || (c == ' ' && mark == DecimalMark.Comma);

    private static int LastGroup(string text, int start, int end)
    {
        var i = end;
        while (i > start && char.IsAsciiDigit(text[i - 1]))
        {
            i--;
        }

        return end - i;
    }

    private static int DigitsEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }
}
