namespace Digest.Core.Decoding.Text;

/// <summary>Bullets and numbers at the beginning of a line. From U+F000 on lie the signs of Word's fonts of signs, of which bullets are pasted.</summary>
internal static class ListMarker
{
    /// <summary>Length of the marker with the space after it, 0 for none; and whether it is a number.</summary>
    public static (int Length, bool IsNumber) Of(string line)
    {
        if (line.Length > 2 && line[1] == ' ' && (line[0] is '-' or '*' or '•' or '◦' or '▪' or '●' or '‣' or '·' or (>= '\uF000' and <= '\uF0FF')) && !IsBreak(line))
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

    /// <summary>"* * *", "- - -": a break between scenes.</summary>
    private static bool IsBreak(string line) => line.AsSpan().IndexOfAnyExcept(line[0], ' ') < 0;
}
