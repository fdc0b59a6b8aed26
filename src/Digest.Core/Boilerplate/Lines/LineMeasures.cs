using Digest.Core.Blocks;
using Digest.Core.Judging;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>What can be counted of each line of a text, and of the text as a whole, before anybody judges a line.</summary>
internal sealed class LineMeasures
{
    private readonly Manuscript _manuscript;
    private readonly LineWords _words;
    private readonly float[] _shared;
    private readonly int[] _proseWords;

    /// <summary>How many paragraphs of running text hold each content word.</summary>
    private readonly int[] _proseWith;

    public LineMeasures(Manuscript manuscript)
    {
        _manuscript = manuscript;
        _words = manuscript.Words;
        var count = manuscript.Count;
        _shared = new float[count];
        _proseWords = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            _proseWords[i + 1] = _proseWords[i] + (IsProse(i) ? manuscript.Forms[i].Words : 0);
        }

        _proseWith = CountProseWith();
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

    public float LogWords(int i) => MathF.Log2(1 + _words.Text(i).Words);

    public float StopShare(int i) => _words.StopShare(i);

    public bool EndsSentence(int i) => _words.Text(i).EndsSentence;

    /// <summary>Share of the line's content words that the running text around it has, too.</summary>
    public float Shared(int i) => _shared[i];

    /// <summary>The most paragraphs of running text that share one content word with the line.</summary>
    public int MostParagraphsSharing(int i)
    {
        var most = 0;
        foreach (var word in _words.Content(i))
        {
            most = Math.Max(most, _proseWith[word]);
        }

        return most;
    }

    /// <summary>Content words of the line that occur in running text.</summary>
    public int CountShared(int i)
    {
        var shared = new HashSet<int>();
        foreach (var word in _words.Content(i))
        {
            if (_proseWith[word] > 0)
            {
                shared.Add(word);
            }
        }

        return shared.Count;
    }

    /// <summary>Writes what the line itself tells into <paramref name="row"/>, as <see cref="Names"/> says.</summary>
    /// <returns>The column after the last.</returns>
    public int Describe(int i, Span<float> row)
    {
        var form = _manuscript.Forms[i];
        ref readonly var text = ref _words.Text(i);
        var words = Math.Max(1, text.Words);
        var letters = Math.Max(1, form.Straight.Length);
        var next = 0;
        row[next++] = LogWords(i);
        row[next++] = (float)form.Straight.Length / words;
        row[next++] = StopShare(i);
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
        row[next++] = _words.Copies(i);
        var themes = row.Slice(next, WordHints.Themes);
        themes.Clear();
        WordHints.Count(form.Straight, themes);
        for (var t = 0; t < themes.Length; t++)
        {
            themes[t] /= words;
        }

        return next + WordHints.Themes;
    }

    private int[] CountProseWith()
    {
        var paragraphs = new int[_words.DifferentContentWords];
        var last = new int[paragraphs.Length];
        for (var i = 0; i < _manuscript.Count; i++)
        {
            if (!IsProse(i))
            {
                continue;
            }

            foreach (var word in _words.Content(i))
            {
                paragraphs[word] += last[word] == i + 1 ? 0 : 1;
                last[word] = i + 1;
            }
        }

        return paragraphs;
    }

    private float SharedWithProse(int i)
    {
        var shared = 0;
        var own = IsProse(i) ? 1 : 0;
        var all = _words.Content(i);
        foreach (var word in all)
        {
            shared += _proseWith[word] > own ? 1 : 0;
        }

        return all.Length == 0 ? -1 : (float)shared / all.Length;
    }
}
