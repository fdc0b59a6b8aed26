using Digest.Core.Judging;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>The words of each line of a text, counted once for all who judge lines: no verdict on a line changes them.</summary>
internal sealed class LineWords
{
    private const int ShortestContentWord = 4;

    private readonly TextMeasure[] _texts;
    private readonly float[] _stopShares;
    private readonly int[][] _content;
    private readonly int[] _copies;

    /// <param name="forms">The forms of the lines.</param>
    /// <param name="count">How many lines there are.</param>
    public LineWords(BlockForms forms, int count)
    {
        _texts = new TextMeasure[count];
        _stopShares = new float[count];
        _content = new int[count][];
        _copies = new int[count];
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new List<int>();
        Span<int> stopWords = stackalloc int[StopWords.Languages.Count];
        for (var i = 0; i < count; i++)
        {
            stopWords.Clear();
            _texts[i] = TextMeasure.Of(forms[i].Straight, stopWords);
            var most = 0;
            foreach (var of in stopWords)
            {
                most = Math.Max(most, of);
            }

            _stopShares[i] = (float)most / Math.Max(1, _texts[i].Words);
            found.Clear();
            FindContentWords(forms[i].Straight, numbers, found);
            _content[i] = [.. found];
        }

        DifferentContentWords = numbers.Dictionary.Count;
        CountCopies(forms);
    }

    /// <summary>How many content words the text has, each counted once whatever its case.</summary>
    public int DifferentContentWords { get; }

    public ref readonly TextMeasure Text(int i) => ref _texts[i];

    /// <summary>Share of the line's words that are stop words of the language of which it has most.</summary>
    public float StopShare(int i) => _stopShares[i];

    /// <summary>The line's content words (four letters or more, no stop word of any language), each as its number below <see cref="DifferentContentWords"/>.</summary>
    public ReadOnlySpan<int> Content(int i) => _content[i];

    /// <summary>How many other lines say the same.</summary>
    public int Copies(int i) => _copies[i];

    private void CountCopies(BlockForms forms)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _copies.Length; i++)
        {
            counts[forms[i].Key] = counts.GetValueOrDefault(forms[i].Key) + 1;
        }

        for (var i = 0; i < _copies.Length; i++)
        {
            _copies[i] = counts[forms[i].Key] - 1;
        }
    }

    private static void FindContentWords(ReadOnlySpan<char> text, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers, List<int> found)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (i - start >= ShortestContentWord && StopWords.LanguagesOf(text[start..i]) == 0)
                {
                    if (!numbers.TryGetValue(text[start..i], out var number))
                    {
                        numbers[text[start..i]] = number = numbers.Dictionary.Count;
                    }

                    found.Add(number);
                }

                start = -1;
            }
        }
    }
}
