using Digest.Core.Blocks;
using Digest.Core.Insight.Names;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>A sentence as the summary weighs it.</summary>
/// <param name="Index">Its number among <see cref="EssaySentences.Running"/>, those that can’t be chosen included.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">Number of words.</param>
/// <param name="Position">Place among the essay's sentences, from 0 to 1.</param>
/// <param name="Dangles">True when its head points back to the sentence before it.</param>
/// <param name="Features">What is known of it, in the order of <see cref="SentenceFeatures.Names"/>.</param>
internal sealed record WeighedSentence(int Index, EssaySentence Sentence, int Words, double Position, bool Dangles, double[] Features);

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

    /// <summary>The sentences of the body that are whole statements, measured. Time grows with the length of the text.</summary>
    public static List<WeighedSentence> Of(EssaySentences essay, string title)
    {
        var running = essay.Running;
        var subject = new SubjectWords(essay, title);
        var paragraphs = ParagraphNumbers(running);
        var lastParagraph = paragraphs.Count > 0 ? paragraphs[^1] : 0;
        var headed = BlocksAfterHeadings(essay);
        var quotations = new Quotations();
        var lowered = Array.Empty<char>();

        var weighed = new List<WeighedSentence>(running.Count);
        for (var i = 0; i < running.Count; i++)
        {
            var sentence = running[i];
            var tokens = sentence.Tokens;
            var words = CountWords(tokens);
            if (!StandsAlone.IsStatement(sentence, words) || quotations.Hold(sentence) || HouseTalk.Is(tokens, sentence.Span))
            {
                continue;
            }

            var shared = subject.SharedBy(sentence.Subject);
            var opens = i == 0 || paragraphs[i] != paragraphs[i - 1];
            var dangles = BackReference.Dangles(tokens, subject);
            var early = Math.Exp(-i / 6.0);
            var text = sentence.Span;
            double[] features =
            [
                1, Is(i == 0), Is(i == 1), Is(i == 2), early, 1 - ((double)i / running.Count), Is(opens),
                Is(paragraphs[i] == 0), Is(paragraphs[i] == 1), Is(paragraphs[i] == lastParagraph), Is(opens && headed.Contains(sentence.Block.Ordinal)),
                Share(shared.Title, subject.TitleCount), Share(shared.Title, shared.Count),
                subject.MeanFrequency(sentence.ContentWords) / subject.Heaviest, shared.Frequency / subject.Length(shared.Count),
                Share(shared.Headings, subject.HeadingCount), CuePhrases.ShareIn(LowerCase(text, ref lowered)),
                Is(words < 12), Is(words is >= 18 and < 28), Is(words is >= 28 and < 40), Is(words >= 40),
                Is(dangles), Is(tokens.AnyIn(WordLists.FirstPersonPlural)), Is(tokens.AnyIn(WordLists.SecondPerson)), Is(tokens.AnyIn(WordLists.FirstPerson)),
                Is(tokens.HasNumber), Is(text.Contains('(')), Is(text.ContainsAny(':', ';')), Is(text.ContainsAny('“', '"')),
                NameShare(tokens), Is(HoldsAcronym(tokens)), Is(sentence.Block.Kind == BlockKind.ListItem),
                i < SubjectWords.LeadSentences ? 0 : Share(shared.Lead, shared.Count), i < SubjectWords.LeadSentences ? 0 : Share(shared.Lead, subject.LeadCount),
                Math.Log(words) / 4, i >= running.Count - SubjectWords.LeadSentences ? 0 : Share(shared.End, shared.Count), Is(Defines(tokens)), Is(tokens.IsMark(tokens.Count - 1, '!')),
                Is(i + 1 == running.Count || paragraphs[i + 1] != paragraphs[i]), early * Share(shared.Title, subject.TitleCount), early * shared.Frequency / subject.Length(shared.Count),
                Is(sentence.ContentWords is [var head, ..] && subject.IsInTitle(head)),
            ];
            weighed.Add(new WeighedSentence(i, sentence, words, (double)i / running.Count, dangles, features));
        }

        return weighed;
    }

    public static int CountWords(TokenRun tokens)
    {
        var words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            words += tokens.Kind(i) is TokenKind.Word or TokenKind.Number && !(tokens.Glued(i) && i > 0) ? 1 : 0;
        }

        return words;
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

    private static ReadOnlySpan<char> LowerCase(ReadOnlySpan<char> text, ref char[] room)
    {
        if (room.Length < text.Length)
        {
            room = new char[Math.Max(2 * room.Length, text.Length)];
        }

        return room.AsSpan(0, text.ToLowerInvariant(room));
    }

    private static double Share(int held, int all) => all == 0 ? 0 : (double)held / all;

    private static double Is(bool holds) => holds ? 1 : 0;

    /// <summary>"X is a Y" near the head.</summary>
    private static bool Defines(TokenRun tokens)
    {
        for (var i = 1; i < Math.Min(8, tokens.Count); i++)
        {
            if (tokens.Is(i, "is", "are") && tokens.Is(i + 1, "a", "an", "the"))
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
            if (tokens.IsCapital(i) && NameWords.IsAcronym(tokens.Word(i)))
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
