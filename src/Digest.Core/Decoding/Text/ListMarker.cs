namespace Digest.Core.Decoding.Text;

/// <summary>Bullets and numbers at the beginning of a line.</summary>
internal static class ListMarker
{
    /// <summary>Length of the marker with the space after it, 0 for none; and whether it is a number.</summary>
    public static (int Length, bool IsNumber) Of(string line)
    {
        if (line.Length > 2 && line[1] == ' ' && (line[0] is '-' or '*' or '•' or '◦' or '▪' or '●' or '‣' or '·' || IsSign(line[0])) && !IsBreak(line))
        {
            return (2, false);
        }

        var digits = 0;
        while (digits < line.Length && digits < 3 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits is > 0 and < 3 && line.Length > digits + 2 && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? (digits + 2, true) : (0, false);
    }

    /// <summary>The marker as it can be shown: a sign of a font of Word's has no form of its own.</summary>
    public static string Shown(string marker) => marker is [var sign] && IsSign(sign) ? "•" : marker;

    /// <summary>From U+F000 on lie the signs of Word's fonts of signs, with which bullets are pasted.</summary>
    private static bool IsSign(char c) => c is >= '\uF000' and <= '\uF0FF';

    /// <summary>"* * *", "- - -": a break between scenes.</summary>
    private static bool IsBreak(string line) => line.AsSpan().IndexOfAnyExcept(line[0], ' ') < 0;
}
