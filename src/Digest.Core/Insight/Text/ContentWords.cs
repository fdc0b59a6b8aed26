namespace Digest.Core.Insight.Text;

/// <summary>The words of an essay that carry its subject, as numbers of their stems: small words left out, inflection taken off lightly.</summary>
internal sealed class ContentWords(Vocabulary vocabulary)
{
    private readonly List<int> _found = [];

    /// <summary>Number of distinct content words met so far; their numbers are below it.</summary>
    public int Count => vocabulary.Stems.Count;

    /// <summary>The stem that has a number.</summary>
    public string this[int number] => vocabulary.Stems[number];

    /// <summary>The distinct content words of a text.</summary>
    public NumberSet Of(ReadOnlySpan<char> text) => new(InOrder(text));

    /// <summary>The content words in the order of the text, repeats included.</summary>
    public int[] InOrder(ReadOnlySpan<char> text)
    {
        _found.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i - start > 1 && vocabulary.StemOf(text[start..i]) is var number and not WordForms.None)
            {
                _found.Add(number);
            }
        }

        return [.. _found];
    }

    /// <summary>The number of any word's stem, where a content word of this stem was met; else <see cref="WordForms.None"/>.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var room = word.Length <= Vocabulary.StackWord ? stackalloc char[Vocabulary.StackWord] : new char[word.Length];
        return vocabulary.Stems.Find(Stemmer.Stem(word, room));
    }
}
