using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>A word as the summary counts it.</summary>
/// <param name="Form">Lower case, without inflection; short words as they are. ROUGE counts the same forms.</param>
/// <param name="IsCapital">True when the text writes it with a capital.</param>
internal readonly record struct SummaryWord(string Form, bool IsCapital)
{
    /// <summary>Longest word that is left as it is: "this" is no plural.</summary>
    private const int LongestWhole = 4;

    private static readonly FrozenSet<string> Small = FormsOf("small-words");
    private static readonly FrozenSet<string> Common = FormsOf("common-words");

    /// <summary>True for words of grammar ("the", "of"), which every dek holds.</summary>
    public static bool IsSmall(string form) => Small.Contains(form);

    /// <summary>True for frequent English words.</summary>
    public static bool IsCommon(string form) => Common.Contains(form);

    /// <summary>All words of a text in order: runs of letters and digits, with an apostrophe or a decimal point inside.</summary>
    public static List<SummaryWord> Read(string text)
    {
        var words = new List<SummaryWord>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i)))
            {
                i++;
            }

            words.Add(new SummaryWord(FormOf(text[start..i]), char.IsUpper(text[start])));
        }

        return words;
    }

    private static bool IsInside(string text, int i) =>
        i + 1 < text.Length
        && (text[i] is '\'' or '’' ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
            : text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));

    private static string FormOf(string word)
    {
        var straight = word.Replace('’', '\'');
        var plain = straight.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? straight[..^2] : straight;
        return plain.Length > LongestWhole ? ContentWords.Stem(plain) : plain.ToLowerInvariant();
    }

    private static FrozenSet<string> FormsOf(string list) => WordList.Lines(list).Select(FormOf).ToFrozenSet(StringComparer.Ordinal);
}
