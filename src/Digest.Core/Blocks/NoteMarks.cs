using System.Globalization;
using System.Text;

namespace Digest.Core.Blocks;

/// <summary>
/// The marks of footnotes in running text: a number in brackets behind a word, <c>in 1391[2], and the bakers</c>. All forms of
/// drops come to this one, because a bare number would be read with the word before it, by people and by figures alike: "13912".
/// </summary>
public static class NoteMarks
{
    /// <summary>"[1911]" is a year that an editor put in.</summary>
    private const int MostDigits = 3;

    /// <summary>The mark of a note.</summary>
    /// <param name="numbers">The note's number as the essay writes it; several may be joined: "1,2", "3–5".</param>
    public static string Of(string numbers) => $"[{numbers}]";

    /// <summary>The mark of a note.</summary>
    /// <param name="number">The note's number, from 1.</param>
    public static string Of(int number) => Of(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text without its marks, for a sentence that is shown where its notes are not.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }

        var without = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = text[at] == '[' && IsAgainstWord(text, at) ? LengthOf(text.AsSpan(at)) : 0;
            if (length == 0)
            {
                without.Append(text[at]);
            }

            at += Math.Max(1, length);
        }

        return without.ToString();
    }

    /// <summary>Set against a word, its punctuation or another mark: "[17] men" in a quotation is the author's own word.</summary>
    private static bool IsAgainstWord(string text, int at)
    {
        var before = at > 0 && text[at - 1] is '"' or '\'' ? at - 2 : at - 1;
        return before >= 0 && (char.IsLetterOrDigit(text[before]) || text[before] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '’' or '”' or '%');
    }

    /// <summary>Length of the mark that <paramref name="text"/> begins with, 0 when it begins with none: numbers of at most three digits.</summary>
    internal static int LengthOf(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == ']')
            {
                return digits > 0 ? at + 1 : 0;
            }

            digits = char.IsAsciiDigit(text[at]) ? digits + 1 : text[at] is ',' or '-' or '–' or ' ' ? 0 : MostDigits + 1;
            if (digits > MostDigits)
            {
                return 0;
            }
        }

        return 0;
    }
}
