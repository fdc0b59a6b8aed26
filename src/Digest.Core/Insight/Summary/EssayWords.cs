using Digest.Core.Blocks;

namespace Digest.Core.Insight.Summary;

/// <summary>All words of the essay's running text, small ones included, by sentence and paragraph.</summary>
internal sealed class EssayWords
{
    public EssayWords(EssaySentences essay, string title)
    {
        Block? last = null;
        foreach (var sentence in essay.Running)
        {
            Paragraphs += ReferenceEquals(sentence.Block, last) ? 0 : 1;
            last = sentence.Block;
            Sentences.Add((SummaryWord.Read(sentence.Text), Paragraphs - 1));
        }

        Count = Sentences.Sum(sentence => sentence.Words.Count);

        Title = SummaryWord.Read(title).Select(word => word.Form).ToHashSet(StringComparer.Ordinal);
        foreach (var form in essay.All.Where(s => s.Block.Kind == BlockKind.Heading).SelectMany(s => SummaryWord.Read(s.Text).Select(w => w.Form).Distinct(StringComparer.Ordinal)))
        {
            Headings[form] = Headings.GetValueOrDefault(form) + 1;
        }
    }

    /// <summary>The sentences in order, each with the number of its paragraph; <see cref="WeighedSentence.Index"/> points here.</summary>
    public List<(List<SummaryWord> Words, int Paragraph)> Sentences { get; } = [];

    public int Paragraphs { get; }

    /// <summary>Number of words in all sentences.</summary>
    public int Count { get; }

    public HashSet<string> Title { get; }

    /// <summary>Number of headings each word stands in.</summary>
    public Dictionary<string, int> Headings { get; } = new(StringComparer.Ordinal);
}
