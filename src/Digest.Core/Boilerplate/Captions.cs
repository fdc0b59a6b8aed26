using System.Text.RegularExpressions;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// A picture or chart that is pasted leaves several lines: its title or caption, and who made it or where its numbers come
/// from. Rules know the last; the others are said in any words, and leave because of where they stand.
/// </summary>
internal static class Captions
{
    private const int LongestCaption = 45;
    private const int LongestHint = 15;

    /// <summary>Lines of a box above its credit that end as sentences do: of more, they are short paragraphs of the text.</summary>
    private const int MostSentences = 1;

    private const int LongestName = 6;

    private const int MostChartLines = 3;
    private const int LongestExplanation = 30;

    /// <summary>Lines of the box of one picture: title, subtitle, key, source, name of the publication, a hint to readers.</summary>
    private const int MostLines = 6;

    private static readonly string[] ChartLabels = ["Chart", "Map", "Graphic", "Graph", "Infographic", "Table", "Source", "Data"];

    private static readonly string[] Credits = ["image-credit", "image-credit-line", "photo-byline", "image-source-line", TextRemoval.PictureCredit.Id];

    /// <summary>The rule for captions that end with their credit; what a picture shows to those who cannot see it stands above.</summary>
    private const string CreditedCaption = "image-caption-credit";

    /// <summary>Longest sentence that says what a picture shows.</summary>
    private const int LongestDescription = 22;

    /// <summary>"A person in hi-vis crouches at the edge of a pool, pointing at a crack.": somebody who is not named does what can be seen at one glance.</summary>
    private static readonly Regex Description = new(
        "^(?:an?|two|three|four|several|a group of) (?:(?:young|old|older|elderly|small|smiling|tall|large|bearded|middle-aged) )?(?:person|man|woman|boy|girl|child|worker|farmer|nurse|doctor|teacher|student|official|officer|group|couple|crowd|men|women|people|children|boys|girls|workers|farmers|students|officers)"
        + " (?:[^.!?,;:\"]{1,40} )?(?:stand|sit|hold|walk|look|point|crouche?|kneel|lean|lie|wear|smile|pose|carry|carrie|watche?|gesture|ride|work|wave|hug|inspect|face|reache?)s? [^.!?;:\"\\d]+\\.$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Strips the lines around each credit, and the names that stand under a picture without "Photo:" before them.</summary>
    public static void Apply(Manuscript m)
    {
        StripDescriptions(m);
        var credits = Enumerable.Range(0, m.Count).Where(i => IsCredit(m, i)).ToList();
        if (credits.Count == 0)
        {
            return;
        }

        // Where no blank line parts anything, lines that follow at once tell nothing, and only a chart tells what is above its source.
        if (!Enumerable.Range(1, m.Count - 1).Any(i => !m.Blocks[i].FollowsAtOnce))
        {
            foreach (var i in credits.Where(i => IsOfChart(m, i)))
            {
                StripChart(m, i);
            }

            return;
        }

        var names = NamesIn(m, credits);
        for (var i = 1; i < m.Count; i++)
        {
            if (IsName(m, i, names))
            {
                m.Strip(i, TextRemoval.PictureCredit, m.Blocks[i].Text);
                StripCaption(m, i - 1, i);
            }
        }

        foreach (var i in credits)
        {
            StripBox(m, i);
        }
    }

    /// <summary>A line by itself above a caption describes the picture: both are set off by blank lines, or it can be nothing else.</summary>
    private static void StripDescriptions(Manuscript m)
    {
        for (var i = 2; i < m.Count; i++)
        {
            if (m.RuleOf(i) == CreditedCaption && m.Blocks[i].FollowsAtOnce && (IsSetOff(m, i) || IsDescription(m.Forms[i - 1])))
            {
                StripCaption(m, i - 1, i);
            }
        }
    }

    private static bool IsSetOff(Manuscript m, int caption) =>
        !m.Blocks[caption - 1].FollowsAtOnce && (caption + 1 == m.Count || !m.Blocks[caption + 1].FollowsAtOnce);

    private static bool IsDescription(BlockForm form) => form.Words <= LongestDescription && Description.IsMatch(form.Straight);

    /// <summary>A credit that holds nothing of the caption; a note on all pictures of the essay belongs to none of them.</summary>
    private static bool IsCredit(Manuscript m, int i) =>
        m.RuleOf(i) is { } rule && Credits.Contains(rule) && !m.Forms[i].IsProse;

    /// <summary>What credits end with: the name of somebody, with more or less of what stands before it.</summary>
    private static HashSet<string> NamesIn(Manuscript m, List<int> credits)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in credits.Select(c => m.Forms[c].Key))
        {
            var start = key.LastIndexOf(' ');
            for (var words = 2; words <= LongestName && start > 0; words++)
            {
                start = key.LastIndexOf(' ', start - 1);
                names.Add(key[(start + 1)..]);
            }
        }

        return names;
    }

    /// <summary>Nothing but the name of somebody who is credited with a picture elsewhere, right under a short line.</summary>
    private static bool IsName(Manuscript m, int i, HashSet<string> names) =>
        m.IsOpen(i) && m.Blocks[i].FollowsAtOnce && m.Forms[i].Words is > 1 and <= LongestName && !m.Forms[i].EndsAsSentence && names.Contains(m.Forms[i].Key);

    private static void StripCaption(Manuscript m, int i, int credit)
    {
        if (IsShort(m, i))
        {
            m.Strip(i, TextRemoval.Caption, m.Blocks[credit].Text);
        }
    }

    /// <summary>
    /// The lines that follow one another at once around a credit, between two blank lines. With a paragraph among them they are
    /// no box: then the text has no blank lines between its paragraphs.
    /// </summary>
    private static void StripBox(Manuscript m, int credit)
    {
        var (start, end) = (credit, credit + 1);
        while (start > 0 && m.Blocks[start].FollowsAtOnce && credit - start <= MostLines)
        {
            start--;
        }

        while (end < m.Count && m.Blocks[end].FollowsAtOnce && end - credit <= MostLines)
        {
            end++;
        }

        if (end - start > MostLines)
        {
            // The box of the first picture may follow byline and date at once.
            start = credit >= 2 && m.IsStripped(credit - 2) ? credit - 1 : credit;
        }

        if (end - start > MostLines || Enumerable.Range(start, credit - start).Count(i => m.IsOpen(i) && m.Forms[i].EndsAsSentence) > MostSentences || Enumerable.Range(start, end - start).Any(i => m.IsOpen(i) && !(IsShort(m, i) && (i < credit || m.Forms[i].Words <= LongestHint))))
        {
            return;
        }

        for (var i = start; i < end; i++)
        {
            m.Strip(i, TextRemoval.Caption, m.Blocks[credit].Text);
        }
    }

    private static bool IsOfChart(Manuscript m, int i) =>
        m.RuleOf(i) == "image-source-line" || Array.Exists(ChartLabels, label => m.Forms[i].Core.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>Title, explanation and key of a chart between a paragraph and the source of its numbers: lines that are no sentences, the last perhaps explained by one.</summary>
    private static void StripChart(Manuscript m, int credit)
    {
        var start = credit;
        while (start > 0 && credit - start <= MostChartLines && IsLineOfChart(m, start - 1, isLast: start == credit))
        {
            start--;
        }

        if (start > 0 && credit - start <= MostChartLines && m.Forms[start - 1].IsProse && start < credit && !m.Forms[start].EndsAsSentence)
        {
            for (var i = start; i < credit; i++)
            {
                m.Strip(i, TextRemoval.Caption, m.Blocks[credit].Text);
            }
        }
    }

    private static bool IsLineOfChart(Manuscript m, int i, bool isLast) =>
        m.IsOpen(i) && m.Blocks[i].Kind == BlockKind.Paragraph && (m.Forms[i].EndsAsSentence ? isLast && m.Forms[i].Words <= LongestExplanation : m.Forms[i].Words is > 0 and <= LongestHint);

    private static bool IsShort(Manuscript m, int i) =>
        m.IsOpen(i) && m.Blocks[i].Kind == BlockKind.Paragraph && m.Forms[i].Words is > 0 and <= LongestCaption;
}
