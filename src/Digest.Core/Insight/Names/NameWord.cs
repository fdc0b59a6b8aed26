using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Names;

/// <summary>A word of a name.</summary>
/// <param name="Text">The word as it is written; a hyphenated one is one word.</param>
/// <param name="Lists">The word lists that hold it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameWord(string Text, WordLists Lists)
{
    public NameWord(string text)
        : this(text, Lexicon.Of(text)) { }

    /// <summary>True when one of the lists holds the word.</summary>
    public bool In(WordLists lists) => (Lists & lists) != WordLists.None;

    /// <summary>The words of a name with blanks between them.</summary>
    public static string Join(ReadOnlySpan<NameWord> words)
    {
        var name = words[0].Text;
        foreach (var word in words[1..])
        {
            name = string.Concat(name, " ", word.Text);
        }

        return name;
    }
}
