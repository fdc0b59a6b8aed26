using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>All words of the essay's running text, small ones included, by sentence and paragraph.</summary>
internal sealed class EssayWords
{
    private readonly NumberSet _title;
    private readonly int[] _headings;
    private readonly List<SummaryWord> _found = [];
    private readonly Vocabulary _vocabulary;

    public EssayWords(EssaySentences essay, string title)
    {
        _vocabulary = essay.Vocabulary;
        Block? last = null;
        foreach (var sentence in essay.Running)
        {
            Paragraphs += ReferenceEquals(sentence.Block, last) ? 0 : 1;
            last = sentence.Block;
            Sentences.Add((WordsOf(sentence.Span), Paragraphs - 1));
            Count += Sentences[^1].Words.Length;
        }

        _title = FormsOf(title);
        TitleWords = new NumberSet(Array.FindAll(_title.Numbers.ToArray(), form => !SummaryWord.IsSmall(Forms[form])));
        var headings = essay.All.FindAll(s => s.Block.Kind == BlockKind.Heading).ConvertAll(s => FormsOf(s.Span));
        _headings = new int[Forms.Count];
        foreach (var heading in headings)
        {
            foreach (var form in heading.Numbers)
            {
                _headings[form]++;
            }
        }
    }

    /// <summary>The sentences in order, each with the number of its paragraph; <see cref="WeighedSentence.Index"/> points here.</summary>
    public List<(SummaryWord[] Words, int Paragraph)> Sentences { get; } = [];

    /// <summary>The forms of the words, by the numbers that stand for them.</summary>
    public WordForms Forms => _vocabulary.Forms;

    public int Paragraphs { get; }

    /// <summary>Number of words in all sentences.</summary>
    public int Count { get; }

    /// <summary>The title's words without those of grammar.</summary>
    public NumberSet TitleWords { get; }

    /// <summary>True when the title holds the word, be it one of grammar.</summary>
    public bool IsInTitle(int form) => _title.Contains(form);

    /// <summary>Number of headings the word stands in.</summary>
    public int Headings(int form) => _headings[form];

    private NumberSet FormsOf(ReadOnlySpan<char> text) => new(Array.ConvertAll(WordsOf(text), word => word.Form));

    private SummaryWord[] WordsOf(ReadOnlySpan<char> text)
    {
        _found.Clear();
        SummaryWord.Read(text, _vocabulary, _found);
        return [.. _found];
    }
}
