using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Thousands parted by a plain blank: "81 000 commuters", "1 250 000 hectares". Blanks that do not break a line are read with the token
/// itself; a plain one may also part two numbers, so it counts only between one to three digits and groups of three.
/// </summary>
internal static class BlankGroups
{
    private const int Group = 3;

    /// <summary>Groups from which the digits are a telephone number: "1 300 656 100".</summary>
    private const int TooMany = 4;

    /// <summary>The token behind the number that begins at a token.</summary>
    public static int End(TokenRun tokens, int first)
    {
        var alone = first + 1;
        var head = tokens.Word(first);
        if (head.Length > Group || head[0] == '0' || !IsDigits(head) || tokens.Kind(first - 1) is TokenKind.Number or TokenKind.Code || tokens.IsMark(first - 1, '+')
            || CalendarWords.IsMonth(tokens.Word(first - 1)))
        {
            return alone;
        }

        var end = alone;
        while (IsBehindBlank(tokens, end) && tokens.Kind(end) == TokenKind.Number && tokens.Word(end).Length == Group && IsDigits(tokens.Word(end)))
        {
            end++;
        }

        var goesOn = tokens.Kind(end) is TokenKind.Number or TokenKind.Code && IsBehindBlank(tokens, end);
        return goesOn || end - first >= TooMany ? alone : end;
    }

    private static bool IsBehindBlank(TokenRun tokens, int i) => tokens[i].Start == tokens[i - 1].End + 1;

    private static bool IsDigits(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');
}
