namespace Digest.Core.Metadata;

/// <summary>
/// The marks that join authors to the lines on their institutions: "Jane Doe\u00B9 and John Smith,2,3" above "\u00B9 University of Leeds"
/// and "2 University of Hull". Digits on the line make one number; raised digits, letters and signs stand each for itself, and
/// are the same raised or not.
/// </summary>
internal static class AffiliationMarks
{
    private const int LongestNumber = 2;

    /// <summary>Raised digits and letters, each above what it is on the line.</summary>
    private const string Raised = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u1D43\u1D47\u1D9C\u1D48\u1D49\u1DA0\u1D4D\u02B0";
    private const string OnLine = "0123456789abcdefgh";

    /// <summary>The sign of a letter, for the author who answers readers.</summary>
    private const char Envelope = '\u2709';

    /// <summary>Signs behind a name, and again before the institution it belongs to.</summary>
    public static readonly char[] Signs = [.. "0123456789*#\u2217\u2020\u2021\u00A7\u00B6\uFE0F", Envelope, .. Raised];

    /// <summary>The mark with which a line begins, or null.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">Index of what stands behind the mark.</param>
    public static string? Leading(string line, out int end)
    {
        if (line is [>= 'a' and <= 'h', ' ', var first, ..] && char.IsUpper(first))
        {
            // "a Faculty of Economics, University of Hull"
            end = 2;
            return line[..1];
        }

        var start = line is ['(' or '[', ..] ? 1 : 0;
        var mark = At(line, start);
        end = start + (mark?.Length ?? 0);
        if (mark is null || (start == 1 && line.AsSpan(end) is not [')' or ']', ..]))
        {
            return null;
        }

        while (end < line.Length && line[end] is ' ' or '.' or ')' or ']')
        {
            end++;
        }

        // "2.5 million", "3rd floor", "19 March"
        return end < line.Length && char.IsUpper(line[end]) ? mark : null;
    }

    /// <summary>The marks in a part of a byline.</summary>
    public static IEnumerable<string> In(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (At(text, i) is { } mark)
            {
                yield return mark;
                i += mark.Length - 1;
            }
        }
    }

    /// <summary>Index after further marks that commas part from the first ("1,2*"), or <paramref name="i"/>.</summary>
    public static int EndOfList(string text, int i)
    {
        while (i + 1 < text.Length && ((text[i] == ',' && (Signs.Contains(text[i + 1]) || IsLetter(text, i + 1))) || (text[i] == ' ' && text[i + 1] == Envelope)))
        {
            i += IsLetter(text, i + 1) ? 2 : 1;
            i = EndOfSigns(text, i);
        }

        return i;
    }

    private static int EndOfSigns(string text, int i)
    {
        while (i < text.Length && Signs.Contains(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>A letter between a name and a comma or the end: "Jane Doe a,b, John Smith c".</summary>
    private static bool IsLetter(string text, int i) =>
        i > 0 && i < text.Length && text[i] is >= 'a' and <= 'h' && text[i - 1] is ' ' or ',' or '(' or '[' && text.AsSpan(i + 1) is var rest
        && (rest.IsEmpty || rest[0] is ',' or ';' or ')' or ']' or '*' || rest.StartsWith(" and ") || rest.StartsWith(" & "));

    /// <summary>Index after marks that stand apart from a name, in brackets or behind a blank ("Jane Doe (1,2)", "Jane Doe 3 and"), or <paramref name="i"/>.</summary>
    public static int EndApart(string text, int i)
    {
        var start = i < text.Length && text[i] == ' ' ? i + 1 : i;
        var closing = start >= text.Length ? '\0' : text[start] switch { '(' => ')', '[' => ']', _ => '\0' };
        start += closing == '\0' ? 0 : 1;
        if ((start == i && closing == '\0') || At(text, start) is not { } mark)
        {
            return i;
        }

        var end = EndOfList(text, EndOfSigns(text, start + mark.Length));
        if (closing != '\0')
        {
            return end < text.Length && text[end] == closing ? end + 1 : i;
        }

        // "Jane Doe 3 March 2024": the number is no mark.
        var rest = text.AsSpan(end);
        return rest.IsEmpty || rest.StartsWith(", ") || rest.StartsWith("; ") || rest.StartsWith(" and ") || rest.StartsWith(" & ") ? end : i;
    }

    private static string? At(string text, int i)
    {
        if (IsLetter(text, i))
        {
            return text[i..(i + 1)];
        }

        if (i >= text.Length || !Signs.Contains(text[i]))
        {
            return null;
        }

        if (Raised.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var raised)
        {
            return OnLine[raised..(raised + 1)];
        }

        var end = i + 1;
        while (char.IsAsciiDigit(text[i]) && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - i <= LongestNumber ? text[i..end] : null;
    }
}
