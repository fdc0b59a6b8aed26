using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>
/// Measures each word of an essay: how often, how early, in title and headings, and how good the sentences are that hold it.
/// From this a dek's words are foretold; an essay has a few hundred words for each sentence an editor would choose, so that
/// a few hundred essays are enough to learn from.
/// </summary>
internal static class WordFeatures
{
    /// <summary>Names of the features, in order; the weights file uses them.</summary>
    public static readonly string[] Names =
    [
        "one", "second-use", "third-use", "fourth-use", "log-count", "log-rate", "sentences", "paragraphs", "content-paragraphs",
        "first-sentence", "early-sentence", "early", "early-word", "from-end", "title", "headings", "first-paragraph", "second-paragraph", "last-paragraph",
        "capital", "log-length", "digit", "small", "common", "log-essay",
        "title-count", "title-sentences", "title-early", "title-first-paragraph", "count-first-paragraph", "capital-count",
        "small-count", "small-sentences", "small-essay", "repeat-count", "repeat-title", "repeat-small", "repeat-sentences",
        "sharp-mass", "mass", "root-mass", "gap", "with-title", "repeat-mass", "log-mass", "small-mass", "small-root-mass", "small-gap", "small-repeat-mass",
    ];

    /// <summary>Gap of a word that no sentence holds which could be chosen.</summary>
    private const double FarthestGap = -9;

    /// <summary>
    /// Everything known of the words, by the number of their form; the scores are those of the sentences that could be chosen.
    /// A word that no sentence holds, but the title or a heading, has no sighting.
    /// </summary>
    public static WordSighting[] Sightings(EssayWords essay, List<WeighedSentence> sentences, IReadOnlyList<double> scores)
    {
        var sightings = new WordSighting[essay.Forms.Count];
        var counter = new FormCounter(essay.Forms.Count);
        var wordsBefore = 0;
        for (var i = 0; i < essay.Sentences.Count; i++)
        {
            var (words, paragraph) = essay.Sentences[i];
            counter.Count(words);
            var withTitle = (double)TitleWordsAmong(counter.Forms, essay.TitleWords) / Math.Max(1, essay.TitleWords.Count);
            foreach (var form in counter.Forms)
            {
                var uses = counter[form];
                (sightings[form] ??= new WordSighting()).NoteSentence(i, paragraph, essay.Paragraphs - 1, uses.Count, uses.Capital, wordsBefore + uses.First, withTitle);
            }

            wordsBefore += words.Length;
        }

        NoteScores(essay, sentences, scores, sightings, counter);
        return sightings;
    }

    private static int TitleWordsAmong(ReadOnlySpan<int> forms, NumberSet title)
    {
        var shared = 0;
        foreach (var form in forms)
        {
            shared += title.Contains(form) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Reads the features of a word when it is asked whether a dek holds it so many times (from 1), in the order of <see cref="Names"/>.</summary>
    public static void Read(EssayWords essay, int number, WordSighting word, int repeat, Span<double> features)
    {
        var all = essay.Sentences.Count;
        var form = essay.Forms[number];
        double title = Is(essay.IsInTitle(number)), small = Is(SummaryWord.IsSmall(form)), again = Is(repeat > 1);
        double count = Math.Log(word.Count), sentences = Math.Sqrt((double)word.Sentences / all), paragraphs = (double)word.Paragraphs / essay.Paragraphs;
        double capital = (double)word.Capitals / word.Sentences, early = Math.Exp(-word.FirstSentence / 3.0), first = Is(word.InFirstParagraph);
        double mass = word.Mass(1), root = Math.Sqrt(mass), repeated = Math.Sqrt(word.Mass(repeat)), gap = Math.Exp(Math.Max(FarthestGap, word.Gap) / 2);
        ReadOnlySpan<double> read =
        [
            1, Is(repeat == 2), Is(repeat == 3), Is(repeat == 4), count, Math.Log(1 + (1000.0 * word.Count / essay.Count)), sentences, paragraphs, paragraphs * (1 - small),
            Is(word.FirstSentence == 0), early, Math.Exp(-word.FirstSentence / 12.0), Math.Exp(-word.FirstWord / 30.0), 1 - ((double)word.FirstSentence / all),
            title, Math.Log(1 + essay.Headings(number)), first, Is(word.InSecondParagraph), Is(word.InLastParagraph),
            capital, Math.Log(form.Length), Is(char.IsDigit(form[0])), small, Is(SummaryWord.IsCommon(form)), Math.Log(1 + all),
            title * count, title * sentences, title * early, title * first, first * count, capital * count,
            small * count, small * sentences, small * Math.Log(1 + all), again * count, again * title, again * small, again * sentences,
            word.SharpMass, mass, root, gap, word.WithTitle, repeated, Math.Log(mass + 1e-3), small * mass, small * root, small * gap, small * repeated,
        ];
        read.CopyTo(features);
    }

    private static void NoteScores(EssayWords essay, List<WeighedSentence> sentences, IReadOnlyList<double> scores, WordSighting[] sightings, FormCounter counter)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        var best = scores.Max();
        var sharp = scores.Sum(score => Math.Exp(score - best));
        var flat = scores.Sum(score => Math.Exp((score - best) / 2));
        for (var s = 0; s < sentences.Count; s++)
        {
            var gap = scores[s] - best;
            var (sharpMass, flatMass) = (Math.Exp(gap) / sharp, Math.Exp(gap / 2) / flat);
            counter.Count(essay.Sentences[sentences[s].Index].Words);
            foreach (var form in counter.Forms)
            {
                sightings[form].NoteScore(counter[form].Count, sharpMass, flatMass, gap);
            }
        }
    }

    private static double Is(bool holds) => holds ? 1 : 0;
}
