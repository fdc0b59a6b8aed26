using System.Globalization;
using System.Text;

namespace Digest.Core.Insight.Text;

/// <summary>The words of a text that carry its subject: small words left out, inflection taken off lightly.</summary>
internal static class ContentWords
{
    private static readonly WordSet Small = WordList.Words("small-words");

    /// <summary>The distinct content words.</summary>
    public static HashSet<string> Of(string text) => [.. InOrder(text)];

    /// <summary>The content words in the order of the text, repeats included.</summary>
    public static IEnumerable<string> InOrder(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                if (i - start > 1 && !Small.Contains(text.AsSpan(start, i - start)))
                {
                    yield return Stem(text[start..i]);
                }

                start = -1;
            }
        }
    }

    /// <summary>Takes off plural, -ing and -ed: enough to pair the inflections of one word.</summary>
    public static string Stem(string word)
    {
        var w = Plain(word);
        foreach (var (ending, instead) in Endings)
        {
            if (w.Length - ending.Length >= 3 && w.EndsWith(ending, StringComparison.Ordinal) && !w.EndsWith("ss", StringComparison.Ordinal))
            {
                return w[..^ending.Length] + instead;
            }
        }

        return w;
    }

    private static readonly (string Ending, string Instead)[] Endings =
        [("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""), ("e", "")];

    private static string Plain(string word)
    {
        var lower = word.ToLowerInvariant();
        if (!lower.Any(c => c > 127) || lower.Any(char.IsSurrogate))
        {
            // Half a surrogate pair, which foreign text may hold, can't be normalised; no inflection stands beyond the first plane.
            return lower;
        }

        var plain = new StringBuilder(lower.Length);
        foreach (var c in lower.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
