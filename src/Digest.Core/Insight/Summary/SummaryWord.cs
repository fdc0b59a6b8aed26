using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>A word as the summary counts it.</summary>
/// <param name="Form">Number of its form: lower case, without inflection; short words as they are. ROUGE counts the same forms.</param>
/// <param name="IsCapital">True when the text writes it with a capital.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SummaryWord(int Form, bool IsCapital)
{
    /// <summary>Longest word that is left as it is: "this" is no plural.</summary>
    private const int LongestWhole = 4;

    private static readonly FrozenSet<string> Small = FormsOf("small-words");
    private static readonly FrozenSet<string> Common = FormsOf("common-words");

    /// <summary>True for words of grammar ("the", "of"), which every dek holds.</summary>
    public static bool IsSmall(string form) => Small.Contains(form);

    /// <summary>True for frequent English words.</summary>
    public static bool IsCommon(string form) => Common.Contains(form);

    /// <summary>Adds all words of a text in order: runs of letters and digits, with an apostrophe or a decimal point inside.</summary>
    public static void Read(ReadOnlySpan<char> text, Vocabulary vocabulary, List<SummaryWord> words)
    {
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

            words.Add(new SummaryWord(vocabulary.FormOf(text[start..i]), char.IsUpper(text[start])));
        }
    }

    private static bool IsInside(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length
        && (text[i] is '\'' or '’' ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
            : text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));

    /// <summary>The form of a word: without "’s", and stemmed unless it is short.</summary>
    public static ReadOnlySpan<char> FormOf(scoped ReadOnlySpan<char> word, Span<char> room)
    {
        if (word.Contains('’'))
        {
            var straight = word.Length <= Vocabulary.StackWord ? stackalloc char[word.Length] : new char[word.Length];
            word.Replace(straight, '’', '\'');
            return FormOf(straight, room);
        }

        var plain = word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? word[..^2] : word;
        return plain.Length > LongestWhole ? Stemmer.Stem(plain, room) : room[..plain.ToLowerInvariant(room)];
    }

    private static FrozenSet<string> FormsOf(string list) =>
        WordList.Lines(list).Select(word => FormOf(word, new char[word.Length]).ToString()).ToFrozenSet(StringComparer.Ordinal);
}
