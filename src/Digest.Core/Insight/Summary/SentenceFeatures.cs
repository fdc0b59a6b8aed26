using Digest.Core.Blocks;
using Digest.Core.Insight.Names;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>A sentence as the summary weighs it.</summary>
/// <param name="Index">Its number among <see cref="EssaySentences.Running"/>, those that can’t be chosen included.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">Number of words.</param>
/// <param name="Stems">Its distinct content words, inflection taken off.</param>
/// <param name="Position">Place among the essay's sentences, from 0 to 1.</param>
/// <param name="Dangles">True when its head points back to the sentence before it.</param>
/// <param name="Features">What is known of it, in the order of <see cref="SentenceFeatures.Names"/>.</param>
internal sealed record WeighedSentence(int Index, EssaySentence Sentence, int Words, HashSet<string> Stems, double Position, bool Dangles, double[] Features);

/// <summary>Measures each sentence of an essay: position, overlap with the title, centrality, cue phrases, length, shape.</summary>
internal static class SentenceFeatures
{
    /// <summary>Names of the features, in order; the weights file uses them.</summary>
    public static readonly string[] Names =
    [
        "one", "first", "second", "third", "early", "from-end", "opens-paragraph", "first-paragraph", "second-paragraph", "last-paragraph", "after-heading",
        "covers-title", "within-title", "central", "similar-to-whole", "covers-headings", "cues",
        "short", "medium", "long", "very-long", "dangles", "we", "you", "first-person", "digits", "brackets", "colon", "quote", "names", "acronym", "list-item", "links-lead", "covers-lead",
        "log-words", "covers-end", "defines", "exclaims", "ends-paragraph", "early-title", "early-central", "title-word-first",
    ];

    private static readonly IReadOnlyList<string> CuePhrases = WordList.Lines("cue-phrases");

    /// <summary>The sentences of the body that are whole statements, measured. Time grows with the length of the text.</summary>
    public static List<WeighedSentence> Of(EssaySentences essay, string title)
    {
        var body = essay.All.Where(s => !essay.IsAside(s.Block)).ToList();
        var running = essay.Running.ToList();
        var stems = running.Select(s => ContentWords.InOrder(s.Text).ToList()).ToList();
        var frequency = Frequencies(stems);
        var heaviest = Math.Max(1, frequency.Values.Append(0).Max());
        var norm = Math.Sqrt(frequency.Values.Sum(f => f * f)) + 1e-9;
        var titleStems = ContentWords.Of(title);
        var headingStems = ContentWords.Of(string.Join(' ', body.Where(s => s.Block.Kind == BlockKind.Heading).Take(MostHeadings).Select(s => s.Text)));
        var leadStems = stems.Take(LeadSentences).SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        var endStems = stems.TakeLast(LeadSentences).SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        var paragraphs = ParagraphNumbers(running);
        var lastParagraph = paragraphs.Count > 0 ? paragraphs[^1] : 0;
        var headed = BlocksAfterHeadings(essay);

        var weighed = new List<WeighedSentence>();
        for (var i = 0; i < running.Count; i++)
        {
            var sentence = running[i];
            var words = CountWords(sentence.Tokens);
            if (!StandsAlone.IsStatement(sentence, words))
            {
                continue;
            }

            var distinct = stems[i].ToHashSet(StringComparer.Ordinal);
            var opens = i == 0 || paragraphs[i] != paragraphs[i - 1];
            var tokens = sentence.Tokens;
            var dangles = StandsAlone.Dangles(tokens, titleStems);
            var lower = sentence.Text.ToLowerInvariant();
            double[] features =
            [
                1, Is(i == 0), Is(i == 1), Is(i == 2), Math.Exp(-i / 6.0), 1 - ((double)i / running.Count), Is(opens),
                Is(paragraphs[i] == 0), Is(paragraphs[i] == 1), Is(paragraphs[i] == lastParagraph), Is(opens && headed.Contains(sentence.Block.Ordinal)),
                Share(titleStems, distinct), Share(distinct, titleStems),
                stems[i].Count == 0 ? 0 : stems[i].Average(s => frequency[s]) / heaviest,
                distinct.Sum(s => frequency[s]) / (norm * Math.Sqrt(distinct.Count + 1)),
                Share(headingStems, distinct), Math.Min(3, CuePhrases.Count(lower.Contains)) / 3.0,
                Is(words < 12), Is(words is >= 18 and < 28), Is(words is >= 28 and < 40), Is(words >= 40),
                Is(dangles), Is(Holds(tokens, "we") || Holds(tokens, "our")), Is(Holds(tokens, "you") || Holds(tokens, "your")), Is(Holds(tokens, "I") || Holds(tokens, "my")),
                Is(HoldsKind(tokens, TokenKind.Number)), Is(lower.Contains('(')), Is(lower.Contains(':') || lower.Contains(';')), Is(lower.Contains('“') || lower.Contains('"')),
                NameShare(tokens), Is(HoldsAcronym(tokens)), Is(sentence.Block.Kind == BlockKind.ListItem),
                i < LeadSentences ? 0 : Share(distinct, leadStems), i < LeadSentences ? 0 : Share(leadStems, distinct),
                Math.Log(words) / 4, i >= running.Count - LeadSentences ? 0 : Share(distinct, endStems), Is(Defines(tokens)), Is(tokens.IsMark(tokens.Count - 1, '!')),
                Is(i + 1 == running.Count || paragraphs[i + 1] != paragraphs[i]), Math.Exp(-i / 6.0) * Share(titleStems, distinct),
                Math.Exp(-i / 6.0) * distinct.Sum(s => frequency[s]) / (norm * Math.Sqrt(distinct.Count + 1)),
                Is(stems[i].Count > 0 && titleStems.Contains(stems[i][0])),
            ];
            weighed.Add(new WeighedSentence(i, sentence, words, distinct, (double)i / running.Count, dangles, features));
        }

        return weighed;
    }

    /// <summary>Sentences that count as the lead.</summary>
    private const int LeadSentences = 4;

    /// <summary>Headings that are looked at.</summary>
    private const int MostHeadings = 200;

    public static int CountWords(TokenRun tokens)
    {
        var words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            words += tokens.Kind(i) is TokenKind.Word or TokenKind.Number && !(tokens.Glued(i) && i > 0) ? 1 : 0;
        }

        return words;
    }

    private static Dictionary<string, double> Frequencies(List<List<string>> sentences)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in sentences.SelectMany(s => s.Distinct(StringComparer.Ordinal)))
        {
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }

    private static List<int> ParagraphNumbers(List<EssaySentence> sentences)
    {
        var numbers = new List<int>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            numbers.Add(i == 0 ? 0 : numbers[i - 1] + (ReferenceEquals(sentences[i].Block, sentences[i - 1].Block) ? 0 : 1));
        }

        return numbers;
    }

    private static HashSet<int> BlocksAfterHeadings(EssaySentences essay)
    {
        var after = new HashSet<int>();
        Block? before = null;
        foreach (var sentence in essay.All)
        {
            if (before is not null && !ReferenceEquals(before, sentence.Block) && before.Kind == BlockKind.Heading)
            {
                after.Add(sentence.Block.Ordinal);
            }

            before = sentence.Block;
        }

        return after;
    }

    /// <summary>Share of the words of one set that the other holds.</summary>
    private static double Share(HashSet<string> of, HashSet<string> heldBy) => of.Count == 0 ? 0 : (double)of.Count(heldBy.Contains) / of.Count;

    private static double Is(bool holds) => holds ? 1 : 0;

    private static bool Holds(TokenRun tokens, string word)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"X is a Y" near the head.</summary>
    private static bool Defines(TokenRun tokens)
    {
        for (var i = 1; i < Math.Min(8, tokens.Count); i++)
        {
            if ((tokens.Is(i, "is") || tokens.Is(i, "are")) && (tokens.Is(i + 1, "a") || tokens.Is(i + 1, "an") || tokens.Is(i + 1, "the")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsKind(TokenRun tokens, TokenKind kind)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Kind(i) == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAcronym(TokenRun tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Kind(i) == TokenKind.Word && NameWords.IsAcronym(tokens.Word(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static double NameShare(TokenRun tokens)
    {
        var (names, words) = (0, 0);
        for (var i = 1; i < tokens.Count; i++)
        {
            words += tokens.Kind(i) == TokenKind.Word ? 1 : 0;
            names += tokens.IsCapital(i) ? 1 : 0;
        }

        return words == 0 ? 0 : (double)names / words;
    }
}
