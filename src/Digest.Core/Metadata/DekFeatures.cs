using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Judging;

namespace Digest.Core.Metadata;

/// <summary>
/// The numbers by which a paragraph right under the title is told for a standfirst or for the beginning of the essay: a
/// standfirst is shorter than the paragraphs below it, says beforehand what they say, and the text begins anew after it.
/// </summary>
internal static class DekFeatures
{
    /// <summary>How many paragraphs are looked at one by one.</summary>
    public const int MostParagraphs = 4;

    private const int LongestSmallWord = 3;
    private const int LongestWord = 64;

    /// <summary>Words by which a standfirst or a first paragraph gives itself away, by what they tell.</summary>
    private static readonly (string Name, string[] Words)[] Tells =
    [
        ("I", ["i", "my", "me", "myself", "i'm", "i've", "i'd"]),
        ("we", ["we", "our", "us", "we're", "we've"]),
        ("you", ["you", "your", "you're"]),
        ("he or she", ["he", "she", "his", "her", "him"]),
        ("past", ["was", "were", "had", "did", "said", "came", "went", "began", "told"]),
        ("present", ["is", "are", "has", "have", "does", "do"]),
        ("demand", ["should", "must", "needs", "can", "could", "may", "might", "will", "would"]),
        ("the piece itself", ["article", "essay", "piece", "post", "report", "brief", "paper", "series", "commentary", "interview", "column", "guide", "blog"]),
        ("what it does", ["argues", "explains", "explores", "examines", "looks", "asks", "writes", "describes", "reflects", "offers", "outlines", "considers", "discusses", "shows", "find", "finds", "learn", "discover"]),
        ("question words", ["how", "why", "what", "who", "whether"]),
        ("contrast", ["but", "yet", "however", "instead", "rather", "not", "despite", "although", "though", "while"]),
        ("time", ["today", "yesterday", "recently", "last", "ago", "when", "after", "before", "now", "since", "year", "years", "week", "month", "morning", "day"]),
    ];

    /// <summary>What a sentence begins with.</summary>
    private static readonly (string Name, string[] Words)[] Openings =
    [
        ("this or that", ["this", "that", "these", "those", "such"]),
        ("a pronoun", ["he", "she", "it", "they", "we", "i", "you", "there"]),
        ("an article", ["a", "an", "the"]),
        ("a joint", ["but", "and", "yet", "so", "still", "nor", "or", "for", "however", "indeed", "of", "nevertheless"]),
        ("a time or place", ["in", "on", "at", "when", "after", "before", "last", "during", "since", "once", "for", "by", "as", "if"]),
        ("a question", ["how", "why", "what", "who", "can", "should", "does", "is", "are", "will", "do"]),
    ];

    /// <summary>Names of the numbers of a row, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. LineMeasures.Names,
        "words to the middle paragraph's", "words to the next paragraph's", "longer paragraphs", "lines until text",
        "words of the title in it", "its words in the title", "title's words in the next paragraph", "its words in the next paragraph", "its words in the next paragraphs", "most of its words in one paragraph", "its words further down", "its words only further down",
        "said again", "quotation marks", "brackets", "years and figures", "dashes", "capitalised words inside", "words a sentence", "words of the title", "title ends as a sentence",
        .. Tells.Select(t => $"tells of {t.Name}"),
        .. Openings.Select(o => $"begins with {o.Name}"),
        .. Openings.Select(o => $"the next paragraph begins with {o.Name}"),
        .. Tells.Select(t => $"the next paragraph tells of {t.Name}"),
    ];

    private static readonly int SharedWithText = LineMeasures.Names.ToList().IndexOf("words shared with the text");

    /// <summary>The numbers of block <paramref name="i"/>, an open block under the title; null where no running text follows.</summary>
    public static float[]? Of(Manuscript m, LineMeasures lines, int i, string title)
    {
        var paragraphs = new List<int>();
        var next = m.NextOpen(i);
        for (var j = next; j >= 0 && paragraphs.Count < MostParagraphs; j = m.NextOpen(j))
        {
            if (lines.IsProse(j))
            {
                paragraphs.Add(j);
            }
        }

        if (paragraphs.Count == 0)
        {
            return null;
        }

        var row = new float[Names.Count];
        var at = lines.Describe(i, row);

        // How much of the whole text a line shares differs between texts and beginnings of texts; the paragraphs are asked one by one below.
        row[SharedWithText] = 0;
        DescribeLengths(m, i, paragraphs, row, ref at);
        DescribeWords(m, i, paragraphs, title, row, ref at);
        DescribeMarks(m, i, title, row, ref at);
        DescribeTells(m.Forms[i].Straight, row, ref at);
        DescribeOpening(m.Forms[i].Straight, row, ref at);
        DescribeOpening(m.Forms[paragraphs[0]].Straight, row, ref at);
        DescribeTells(m.Forms[paragraphs[0]].Straight, row, ref at);
        return row;
    }

    private static void DescribeLengths(Manuscript m, int i, List<int> paragraphs, float[] row, ref int at)
    {
        var words = (float)Math.Max(1, m.Forms[i].Words);
        var lengths = paragraphs.Select(p => m.Forms[p].Words).Order().ToList();
        row[at++] = words / lengths[lengths.Count / 2];
        row[at++] = words / m.Forms[paragraphs[0]].Words;
        row[at++] = (float)lengths.Count(l => l > words) / lengths.Count;
        row[at++] = Math.Min(5, Enumerable.Range(i + 1, paragraphs[0] - i - 1).Count(m.IsOpen));
    }

    private static void DescribeWords(Manuscript m, int i, List<int> paragraphs, string title, float[] row, ref int at)
    {
        var own = Stems(m.Forms[i].Straight);
        var titles = Stems(title);
        var each = paragraphs.ConvertAll(p => Stems(m.Forms[p].Straight));
        var all = new HashSet<string>(each.SelectMany(s => s), StringComparer.Ordinal);
        row[at++] = Share(titles, own);
        row[at++] = Share(own, titles);
        row[at++] = Share(titles, each[0]);
        row[at++] = Share(own, each[0]);
        row[at++] = Share(own, all);
        row[at++] = each.Max(e => Share(own, e));
        var late = new HashSet<string>(StringComparer.Ordinal);
        for (var j = m.NextOpen(paragraphs[^1]); j >= 0; j = m.NextOpen(j))
        {
            late.UnionWith(Stems(m.Forms[j].Straight));
        }

        row[at++] = late.Count == 0 ? -1 : Share(own, late);
        row[at++] = late.Count == 0 ? -1 : Share(own, [.. late.Except(all, StringComparer.Ordinal)]);
    }

    private static void DescribeMarks(Manuscript m, int i, string title, float[] row, ref int at)
    {
        var form = m.Forms[i];
        var text = form.Straight;
        var key = form.Key;
        ref readonly var measure = ref m.Words.Text(i);
        row[at++] = Enumerable.Range(i + 1, m.Count - i - 1).Any(j => m.IsOpen(j) && m.Forms[j].Key.Contains(key, StringComparison.Ordinal)) ? 1 : 0;
        row[at++] = text.Count(c => c == '"');
        row[at++] = text.Count(c => c is '(' or '[');
        row[at++] = (float)measure.Digits / Math.Max(1, measure.Words);
        row[at++] = text.Count(c => c is ':' or ';') + text.AsSpan().Count(" - ");
        row[at++] = Math.Max(0, measure.Capitalised - Math.Max(1, measure.Sentences));
        row[at++] = (float)measure.Words / Math.Max(1, measure.Sentences);
        row[at++] = PlainForm.CountWords(title);
        row[at++] = title.AsSpan().TrimEnd().IndexOfAny(".?!") >= 0 ? 1 : 0;
    }

    private static void DescribeTells(string text, float[] row, ref int at)
    {
        foreach (var range in Words(text))
        {
            for (var t = 0; t < Tells.Length; t++)
            {
                row[at + t] += Holds(Tells[t].Words, text.AsSpan()[range]) ? 1 : 0;
            }
        }

        at += Tells.Length;
    }

    private static void DescribeOpening(string text, float[] row, ref int at)
    {
        var first = Words(text).FirstOrDefault();
        for (var o = 0; o < Openings.Length; o++)
        {
            row[at++] = Holds(Openings[o].Words, text.AsSpan()[first]) ? 1 : 0;
        }
    }

    private static bool Holds(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var of in words)
        {
            if (word.Equals(of, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Range> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '\'' && start >= 0)))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }

    /// <summary>The words of a text that carry its subject, without their endings.</summary>
    private static HashSet<string> Stems(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        Span<char> room = stackalloc char[LongestWord];
        foreach (var range in Words(PlainForm.Straight(text)))
        {
            var word = text.AsSpan()[range];
            if (word.Length is > LongestSmallWord and <= LongestWord && StopWords.LanguagesOf(word) == 0)
            {
                stems.Add(Insight.Text.Stemmer.Stem(word, room).ToString());
            }
        }

        return stems;
    }

    private static float Share(HashSet<string> of, HashSet<string> among) => of.Count == 0 ? -1 : (float)of.Count(among.Contains) / of.Count;
}
