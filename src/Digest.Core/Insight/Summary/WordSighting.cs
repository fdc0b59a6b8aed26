using System.Runtime.CompilerServices;

namespace Digest.Core.Insight.Summary;

/// <summary>Where and how often an essay uses one word.</summary>
internal sealed class WordSighting
{
    /// <summary>Repeats of a word within one sentence that are told apart.</summary>
    public const int MostRepeats = 4;

    private PerRepeat _mass;
    private PerRepeat _chance;
    private int _lastParagraph = -1;

    public WordSighting() => ((Span<double>)_chance).Fill(double.NaN);

    public int Count { get; private set; }

    public int Sentences { get; private set; }

    public int Paragraphs { get; private set; }

    /// <summary>Sentences that write it with a capital elsewhere than at their head.</summary>
    public int Capitals { get; private set; }

    /// <summary>Number of the first sentence that holds it.</summary>
    public int FirstSentence { get; private set; } = -1;

    /// <summary>Number of the essay's words before it is first used.</summary>
    public int FirstWord { get; private set; }

    public bool InFirstParagraph { get; private set; }

    public bool InSecondParagraph { get; private set; }

    public bool InLastParagraph { get; private set; }

    /// <summary>Highest number of uses in one sentence, at most <see cref="MostRepeats"/>.</summary>
    public int Repeats { get; private set; }

    /// <summary>Largest share of the title's content words that stand in one sentence with it.</summary>
    public double WithTitle { get; private set; }

    /// <summary>Chance that a sentence drawn by its score holds it.</summary>
    public double SharpMass { get; private set; }

    /// <summary>How far the best sentence that holds it lies below the best one of all; 0 is the best.</summary>
    public double Gap { get; private set; } = double.NegativeInfinity;

    /// <summary>Chance that a sentence drawn by half its score holds it so many times, from 1.</summary>
    public double Mass(int repeat) => _mass[repeat - 1];

    /// <summary>Chance that a dek holds it so many times, from 1; not a number as long as nobody has reckoned it.</summary>
    public ref double Chance(int repeat) => ref _chance[repeat - 1];

    public void NoteSentence(int sentence, int paragraph, int lastParagraph, int count, bool capital, int wordsBefore, double withTitle)
    {
        if (Count == 0)
        {
            (FirstSentence, FirstWord) = (sentence, wordsBefore);
        }

        Count += count;
        Sentences++;
        Capitals += capital ? 1 : 0;
        Repeats = Math.Min(MostRepeats, Math.Max(Repeats, count));
        WithTitle = Math.Max(WithTitle, withTitle);
        if (paragraph != _lastParagraph)
        {
            Paragraphs++;
            _lastParagraph = paragraph;
        }

        InFirstParagraph |= paragraph == 0;
        InSecondParagraph |= paragraph == 1;
        InLastParagraph |= paragraph == lastParagraph;
    }

    public void NoteScore(int count, double sharp, double flat, double gap)
    {
        SharpMass += sharp;
        Gap = Math.Max(Gap, gap);
        for (var repeat = 0; repeat < Math.Min(MostRepeats, count); repeat++)
        {
            _mass[repeat] += flat;
        }
    }

    /// <summary>A number for each repeat, kept within the sighting.</summary>
    [InlineArray(MostRepeats)]
    private struct PerRepeat
    {
        private double _first;
    }
}
