using Digest.Core.Blocks;
using Digest.Core.Judging;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>What can be counted of each line of a text, and of the text as a whole, before anybody judges a line.</summary>
internal sealed class LineMeasures
{
    private const int ShortestContentWord = 4;

    private readonly Manuscript _manuscript;
    private readonly TextMeasure[] _texts;
    private readonly float[] _stopShares;
    private readonly float[] _shared;
    private readonly int[] _copies;
    private readonly int[] _proseWords;
    private readonly Dictionary<string, int> _proseWith = new(StringComparer.OrdinalIgnoreCase);

    public LineMeasures(Manuscript manuscript)
    {
        _manuscript = manuscript;
        var count = manuscript.Count;
        _texts = new TextMeasure[count];
        _stopShares = new float[count];
        _shared = new float[count];
        _copies = new int[count];
        _proseWords = new int[count + 1];
        Span<int> stopWords = stackalloc int[StopWords.Languages.Count];
        for (var i = 0; i < count; i++)
        {
            stopWords.Clear();
            _texts[i] = TextMeasure.Of(manuscript.Forms[i].Straight, stopWords);
            var most = 0;
            foreach (var of in stopWords)
            {
                most = Math.Max(most, of);
            }

            _stopShares[i] = (float)most / Math.Max(1, _texts[i].Words);
            _proseWords[i + 1] = _proseWords[i] + (IsProse(i) ? manuscript.Forms[i].Words : 0);
        }

        CountProseWith();
        CountCopies();
        for (var i = 0; i < count; i++)
        {
            _shared[i] = SharedWithProse(i);
        }
    }

    /// <summary>Names of the numbers that <see cref="Describe"/> writes, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "words", "letters a word", "stop-word share", "sentences", "ends as a sentence", "commas a word", "capitalised share", "uppercase share", "digit share",
        "dividers", "begins in lower case", "ends with a colon", "asks", "list item", "heading", "link", "running text", "words shared with the text", "copies",
        .. WordHints.Names.Select(n => "words about " + n),
    ];

    /// <summary>Running text that no rule took for anything else.</summary>
    public bool IsProse(int i) => _manuscript.Forms[i].IsProse && (_manuscript.CountsAsProse(i) || _manuscript.IsPinned(i));

    /// <summary>Words of running text before block <paramref name="i"/>.</summary>
    public int ProseBefore(int i) => _proseWords[i];

    /// <summary>Words of running text behind block <paramref name="i"/>.</summary>
    public int ProseAfter(int i) => _proseWords[^1] - _proseWords[i + 1];

    public float LogWords(int i) => MathF.Log2(1 + _texts[i].Words);

    public float StopShare(int i) => _stopShares[i];

    public bool EndsSentence(int i) => _texts[i].EndsSentence;

    /// <summary>Share of the line's content words that the running text around it has, too.</summary>
    public float Shared(int i) => _shared[i];

    /// <summary>The most paragraphs of running text that share one content word with the line.</summary>
    public int MostParagraphsSharing(int i)
    {
        var most = 0;
        foreach (var word in ContentWords(_manuscript.Forms[i].Straight))
        {
            most = Math.Max(most, _proseWith.GetValueOrDefault(word));
        }

        return most;
    }

    /// <summary>Content words of the line that occur in running text.</summary>
    public int CountShared(int i) => ContentWords(_manuscript.Forms[i].Straight).Distinct(StringComparer.OrdinalIgnoreCase).Count(w => _proseWith.ContainsKey(w));

    /// <summary>Writes what the line itself tells into <paramref name="row"/>, as <see cref="Names"/> says.</summary>
    /// <returns>The column after the last.</returns>
    public int Describe(int i, Span<float> row)
    {
        var form = _manuscript.Forms[i];
        var text = _texts[i];
        var words = Math.Max(1, text.Words);
        var letters = Math.Max(1, form.Straight.Length);
        var next = 0;
        row[next++] = LogWords(i);
        row[next++] = (float)form.Straight.Length / words;
        row[next++] = _stopShares[i];
        row[next++] = text.Sentences;
        row[next++] = text.EndsSentence ? 1 : 0;
        row[next++] = (float)text.Commas / words;
        row[next++] = (float)text.Capitalised / words;
        row[next++] = (float)text.Uppercase / letters;
        row[next++] = (float)text.Digits / letters;
        row[next++] = text.Dividers;
        row[next++] = form.Core.Length > 0 && char.IsLower(form.Core[0]) ? 1 : 0;
        row[next++] = form.Straight.AsSpan().TrimEnd().EndsWith(":") ? 1 : 0;
        row[next++] = form.Straight.AsSpan().TrimEnd("\"' ").EndsWith("?") ? 1 : 0;
        row[next++] = _manuscript.Blocks[i].Kind == BlockKind.ListItem ? 1 : 0;
        row[next++] = _manuscript.Blocks[i].Kind == BlockKind.Heading ? 1 : 0;
        row[next++] = form.IsLink ? 1 : 0;
        row[next++] = form.IsProse ? 1 : 0;
        row[next++] = _shared[i];
        row[next++] = _copies[i];
        var themes = row.Slice(next, WordHints.Themes);
        themes.Clear();
        WordHints.Count(form.Straight, themes);
        for (var t = 0; t < themes.Length; t++)
        {
            themes[t] /= words;
        }

        return next + WordHints.Themes;
    }

    private void CountProseWith()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _manuscript.Count; i++)
        {
            if (!IsProse(i))
            {
                continue;
            }

            seen.Clear();
            foreach (var word in ContentWords(_manuscript.Forms[i].Straight))
            {
                if (seen.Add(word))
                {
                    _proseWith[word] = _proseWith.GetValueOrDefault(word) + 1;
                }
            }
        }
    }

    private void CountCopies()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _copies.Length; i++)
        {
            counts[_manuscript.Forms[i].Key] = counts.GetValueOrDefault(_manuscript.Forms[i].Key) + 1;
        }

        for (var i = 0; i < _copies.Length; i++)
        {
            _copies[i] = counts[_manuscript.Forms[i].Key] - 1;
        }
    }

    private float SharedWithProse(int i)
    {
        var (shared, all) = (0, 0);
        var own = IsProse(i) ? 1 : 0;
        foreach (var word in ContentWords(_manuscript.Forms[i].Straight))
        {
            all++;
            shared += _proseWith.GetValueOrDefault(word) > own ? 1 : 0;
        }

        return all == 0 ? -1 : (float)shared / all;
    }

    private static IEnumerable<string> ContentWords(string text)
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
                if (i - start >= ShortestContentWord && StopWords.LanguagesOf(text.AsSpan(start, i - start)) == 0)
                {
                    yield return text[start..i];
                }

                start = -1;
            }
        }
    }
}
