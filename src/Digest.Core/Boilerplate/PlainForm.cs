using System.Buffers;
using System.Globalization;
using System.Text;

namespace Digest.Core.Boilerplate;

/// <summary>Forms of a text in which variants of typing disappear.</summary>
internal static class PlainForm
{
    /// <summary>The characters that are made straight; none lies beyond the minus sign.</summary>
    private static readonly SearchValues<char> Crooked = SearchValues.Create([.. Enumerable.Range(0, '\u2213').Select(c => (char)c).Where(c => Straight(c) != c)]);

    /// <summary>
    /// Curly quotes and long dashes made straight, special spaces made plain: character by character, so that every
    /// index into the result is an index into the text.
    /// </summary>
    public static string Straight(string text) => !text.AsSpan().ContainsAny(Crooked) ? text : string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Straight(source[i]);
        }
    });

    /// <summary>Letters and digits in lower case without diacritics, runs of anything else made one blank: equal for texts a reader takes as equal.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                && c is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd(' ');
    }

    /// <summary>True when the text has that <see cref="Key"/>; most texts differ in the first letters, which tells it without making theirs.</summary>
    public static bool HasKey(string text, string key)
    {
        var at = 0;
        var isApart = false;
        foreach (var c in text)
        {
            if (!char.IsAscii(c))
            {
                return Key(text) == key;
            }

            if (!char.IsAsciiLetterOrDigit(c))
            {
                isApart |= c is not '\'';
                continue;
            }

            if (isApart && at > 0 && (at >= key.Length || key[at++] != ' '))
            {
                return false;
            }

            if (at >= key.Length || key[at++] != char.ToLowerInvariant(c))
            {
                return false;
            }

            isApart = false;
        }

        return at == key.Length;
    }

    /// <summary>Number of words: runs of characters other than white space that have a letter or digit.</summary>
    public static int CountWords(string text)
    {
        var words = 0;
        var counted = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }

    // Normalisation throws on lone surrogates, which damaged documents do have; such a text is its own key.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Straight(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC' or '\u2032' or '`' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\t' or '\n' or '\r' => ' ',
        _ => c,
    };
}
