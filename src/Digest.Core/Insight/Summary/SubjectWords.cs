using System.Runtime.InteropServices;
using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>What each content word is to the essay: how many sentences hold it, and whether title, headings, lead or end do.</summary>
internal sealed class SubjectWords
{
    /// <summary>Sentences that count as the lead, and as the end.</summary>
    public const int LeadSentences = 4;

    /// <summary>Headings that are looked at.</summary>
    private const int MostHeadings = 200;

    private readonly ContentWords _words;
    private readonly NumberSet _title;
    private readonly Rank[] _ranks;
    private readonly double _norm;

    public SubjectWords(EssaySentences essay, string title)
    {
        _words = essay.ContentWords;
        _title = _words.Of(title);
        var headings = essay.All.Where(s => s.Block.Kind == BlockKind.Heading && !essay.IsAside(s.Block)).Take(MostHeadings).Select(s => s.Subject).ToList();
        var sentences = essay.Running.ConvertAll(s => s.Subject);
        _ranks = new Rank[_words.Count];
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Numbers)
            {
                Heaviest = Math.Max(Heaviest, ++_ranks[word].Sentences);
            }
        }

        _norm = Math.Sqrt(_ranks.Sum(rank => (double)rank.Sentences * rank.Sentences)) + 1e-9;
        TitleCount = Note(Places.Title, [_title]);
        HeadingCount = Note(Places.Headings, headings);
        LeadCount = Note(Places.Lead, sentences.Take(LeadSentences));
        Note(Places.End, sentences.TakeLast(LeadSentences));
    }

    /// <summary>Where a word stands, besides the sentences.</summary>
    [Flags]
    private enum Places : byte
    {
        None = 0,
        Title = 1,
        Headings = 2,
        Lead = 4,
        End = 8,
    }

    /// <summary>Sentences that hold the most frequent word; at least 1.</summary>
    public int Heaviest { get; } = 1;

    /// <summary>Distinct words of the title.</summary>
    public int TitleCount { get; }

    /// <summary>Distinct words of the headings.</summary>
    public int HeadingCount { get; }

    /// <summary>Distinct words of the lead.</summary>
    public int LeadCount { get; }

    /// <summary>True when the title holds the word, of whatever inflection.</summary>
    public bool IsInTitle(ReadOnlySpan<char> word) => _words.Find(word) is var number and not WordForms.None && _title.Contains(number);

    /// <summary>True when the title holds the content word.</summary>
    public bool IsInTitle(int word) => _title.Contains(word);

    /// <summary>Mean number of sentences that hold the words, repeats counted; 0 for no words.</summary>
    public double MeanFrequency(int[] words)
    {
        var sum = 0.0;
        foreach (var word in words)
        {
            sum += _ranks[word].Sentences;
        }

        return words.Length == 0 ? 0 : sum / words.Length;
    }

    /// <summary>What a sentence has in common with the essay.</summary>
    public SharedWords SharedBy(NumberSet sentence)
    {
        var shared = new SharedWords { Count = sentence.Count };
        foreach (var word in sentence.Numbers)
        {
            var rank = _ranks[word];
            shared.Frequency += rank.Sentences;
            shared.Title += (rank.Places & Places.Title) != Places.None ? 1 : 0;
            shared.Headings += (rank.Places & Places.Headings) != Places.None ? 1 : 0;
            shared.Lead += (rank.Places & Places.Lead) != Places.None ? 1 : 0;
            shared.End += (rank.Places & Places.End) != Places.None ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Length of a sentence's words as a vector, times that of the whole essay: by it a frequency becomes a cosine, nearly.</summary>
    public double Length(int words) => _norm * Math.Sqrt(words + 1);

    private int Note(Places place, IEnumerable<NumberSet> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            foreach (var word in text.Numbers)
            {
                count += (_ranks[word].Places & place) == Places.None ? 1 : 0;
                _ranks[word].Places |= place;
            }
        }

        return count;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Rank
    {
        public int Sentences;
        public Places Places;
    }
}

/// <summary>How many of a sentence's distinct content words stand elsewhere in the essay.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct SharedWords
{
    /// <summary>The sentence's distinct content words.</summary>
    public int Count { get; init; }

    public int Title { get; set; }

    public int Headings { get; set; }

    public int Lead { get; set; }

    public int End { get; set; }

    /// <summary>The sentences that hold them, added up over the words.</summary>
    public double Frequency { get; set; }
}
