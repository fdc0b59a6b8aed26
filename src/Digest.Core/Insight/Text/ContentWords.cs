namespace Digest.Core.Insight.Text;

/// <summary>The words of an essay that carry its subject, as numbers: small words left out, inflection taken off lightly.</summary>
internal sealed class ContentWords
{
    private readonly WordNumbers _stems = new((scoped word, room) => WordLists.SmallWords.Contains(word) ? default : Stemmer.Stem(word, room));
    private readonly List<int> _found = [];

    /// <summary>Number of distinct content words met so far; their numbers are below it.</summary>
    public int Count => _stems.Count;

    /// <summary>The stem that has a number.</summary>
    public string this[int number] => _stems[number];

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

            if (i - start > 1 && _stems.Of(text[start..i]) is var number and not WordNumbers.None)
            {
                _found.Add(number);
            }
        }

        return [.. _found];
    }

    /// <summary>The number of any word's stem, where a content word of this stem was met; else <see cref="WordNumbers.None"/>.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var room = word.Length <= WordNumbers.StackWord ? stackalloc char[WordNumbers.StackWord] : new char[word.Length];
        return _stems.Find(Stemmer.Stem(word, room));
    }
}
