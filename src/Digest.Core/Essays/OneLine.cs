using System.Globalization;

namespace Digest.Core.Essays;

/// <summary>Names and titles from outside as part of one line: of a log, a page, a terminal.</summary>
public static class OneLine
{
    /// <summary>
    /// The text with U+FFFD for what would do something rather than be seen: line breaks and other control characters (a
    /// terminal obeys those behind an escape), and marks that turn the direction of the words around them (UAX #9).
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(Acts) ? string.Concat(text.Select(c => Acts(c) ? '\uFFFD' : c)) : text;
    }

    private static bool Acts(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
