using System.Buffers;
using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Judging;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>
/// The last look at a text without a page's markup: lines that no rule knows, but that look and stand like the menus, tags,
/// teasers and notices around an article, leave. Trees judge them that were trained on pages as they look when they are
/// pasted into a text file, and on essays as they are dropped (<c>line-model.txt</c>, made by <c>tools/Digest.Training</c>). Of
/// essays of writers not trained on 95 % of such lines leave (90 % of those that half of the rules leave), with 2 % of the
/// headings and list items and none of 1,839 paragraphs.
/// </summary>
internal static class LineReview
{
    /// <summary>Words of running text below which a text is too short to tell its lines from those around it: a poem, a programme, a note.</summary>
    public const int LeastProse = 120;

    /// <summary>A text of more lines is no essay with a page around it, and its numbers would take memory by the hundred megabytes.</summary>
    private const int MostLines = 20_000;

    /// <summary>A line less likely to belong than this leaves any text.</summary>
    private const float Certain = 0.05f;

    /// <summary>Running text leaves a clean text only if it is this unlikely to belong.</summary>
    private const float MostOfProse = 0.02f;

    /// <summary>
    /// So many certain lines show that the text was pasted with its page around it, and doubtful lines are likelier to be the
    /// page's, too. What a rule strips counts half, because clean essays have such lines.
    /// </summary>
    private const int LinesOfAPage = 3;

    private const float MostOnAPage = 0.35f;
    private const float MostOfProseOnAPage = 0.2f;

    /// <summary>A line right above running text may be its heading.</summary>
    private const float MostOfHeading = 0.1f;

    private const int LongestCount = 7;
    private const int LongestLastWord = 8;

    private static readonly Regex FirstPerson = new("\\b(?:I|[Mm]ine)\\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Boilerplate.Lines.line-model.txt", LineFeatures.Names));

    /// <summary>Strips the lines that are unlikely to belong to the text.</summary>
    public static void Apply(Manuscript m)
    {
        if (m.ProseWords < LeastProse || m.Count > MostLines)
        {
            return;
        }

        var rows = LineFeatures.Of(m);
        var open = Enumerable.Range(0, m.Count).Where(i => rows[i] is not null && MayBeFrame(m.Blocks[i].Kind)).ToList();
        var judged = Model.Value.Trees.Probabilities([.. open.Select(i => rows[i]!)]);
        foreach (var o in Choose(m, open, judged))
        {
            var why = LineReasons.Of.Explain(TextRemoval.PageFrame.Why, judged[o], Model.Value.Trees, rows[open[o]]);
            m.Strip(open[o], TextRemoval.PageFrame with { Why = why }, m.Blocks[open[o]].Text);
        }
    }

    /// <summary>Which of the open lines leave.</summary>
    /// <param name="m">The text.</param>
    /// <param name="open">Its open blocks.</param>
    /// <param name="judged">The probability of each of them to belong to the text.</param>
    /// <returns>Indexes into <paramref name="open"/>.</returns>
    internal static List<int> Choose(Manuscript m, List<int> open, float[] judged)
    {
        var certain = judged.Count(p => p < Certain);
        var known = Enumerable.Range(0, m.Count).Count(i => m.EffectOn(i) == RuleEffect.Strip);
        var isPasted = (2 * certain) + known >= 2 * LinesOfAPage;
        return [.. Enumerable.Range(0, open.Count).Where(o => judged[o] < Most(m, open[o], isPasted))];
    }

    private static float Most(Manuscript m, int i, bool isPasted) =>
        IsNote(m.Forms[i].Straight) ? 0
        : m.Forms[i].IsProse ? (isPasted ? MostOfProseOnAPage : MostOfProse)
        : !isPasted || IsLastWord(m, i) ? Certain
        : i + 1 < m.Count && m.CountsAsProse(i + 1) && !IsCount(m.Forms[i].Core) ? MostOfHeading : MostOnAPage;

    /// <summary>"[2] Minutes of the council": no page numbers its lines in this way.</summary>
    private static bool IsNote(string line) => line.Length > LongestCount && NoteMarks.LengthOf(line) > 0;

    /// <summary>"Mine's four.": under running text the author may end with a short sentence; no page speaks as "I".</summary>
    private static bool IsLastWord(Manuscript m, int i) =>
        i > 0 && m.CountsAsProse(i - 1) && m.Forms[i].EndsAsSentence && m.Forms[i].Words <= LongestLastWord && FirstPerson.IsMatch(m.Forms[i].Straight);

    /// <summary>Parts of a text are numbered from one; a greater number above its beginning counts comments or shares.</summary>
    private static bool IsCount(ReadOnlySpan<char> line) => line.Length is > 1 and <= LongestCount && !line.ContainsAnyExcept(Digits);

    /// <summary>Notes, code and tables are what their document says they are.</summary>
    private static bool MayBeFrame(BlockKind kind) => kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.Quote;
}
