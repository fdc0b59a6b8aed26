using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// The line under the running text that headed a box which has left ("See it for yourself" above the hours of an exhibition, "Three links" above the
/// links) heads nothing any more. Such lines are said in any words, and read like the headings of the text.
/// </summary>
internal static class EmptyHeadings
{
    private const int LongestHeading = 8;

    /// <summary>Files of rules on what stands in boxes; what is said of authors, rights and sharing has no heading of its own.</summary>
    private static readonly string[] Boxes = ["advertising.json", "calls-to-act.json", "further-reading.json", "newsletter-boxes.json", "publisher-notes.json", "related-boxes.json"];

    private static readonly string?[] Removals = [TextRemoval.FactBox.Id, TextRemoval.PageFrame.Id];

    /// <summary>Strips the last line of the text if it heads lines that have left, and questions that head boxes between the paragraphs.</summary>
    public static void Apply(Manuscript m)
    {
        foreach (var i in Enumerable.Range(0, m.Count).Where(i => IsQuestionOfBox(m, i)))
        {
            m.Strip(i, TextRemoval.EmptySection, m.Blocks[i].Text);
        }

        var last = Enumerable.Range(0, m.Count).LastOrDefault(i => !m.IsStripped(i), -1);
        if (last > 0 && last + 1 < m.Count && IsHeading(m, last) && m.Forms[last - 1].EndsAsSentence && BeginsBox(m, last + 1))
        {
            m.Strip(last, TextRemoval.EmptySection, m.Blocks[last].Text);
        }
    }

    /// <summary>"WORRIED ABOUT YOUR BOAT?" right above lines of a box that have left, with blank lines around them all.</summary>
    private static bool IsQuestionOfBox(Manuscript m, int i)
    {
        if (!m.IsOpen(i) || m.Blocks[i].FollowsAtOnce || m.Forms[i].Words is < 2 or > LongestHeading || !m.Forms[i].Straight.EndsWith('?') || i + 1 >= m.Count || !m.Blocks[i + 1].FollowsAtOnce)
        {
            return false;
        }

        var end = i + 1;
        while (end < m.Count && m.Blocks[end].FollowsAtOnce && m.EffectOn(end) == RuleEffect.Strip)
        {
            end++;
        }

        return (end == m.Count || !m.Blocks[end].FollowsAtOnce) && BeginsBox(m, i + 1);
    }

    /// <summary>A few words, no sentence and no entry of a list; one of them is a small one, as in no name of a person.</summary>
    private static bool IsHeading(Manuscript m, int i) =>
        m.IsOpen(i) && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && m.Forms[i].Words is > 1 and <= LongestHeading && !m.Forms[i].EndsAsSentence
        && char.IsUpper(m.Blocks[i].Text[0]) && m.Blocks[i].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => char.IsLower(word[0])) && !m.Blocks[i].Text.Any(char.IsAsciiDigit);

    private static bool BeginsBox(Manuscript m, int i) =>
        m.EffectOn(i) == RuleEffect.Strip && (Removals.Contains(m.RuleOf(i)) || m.IsMatchedIn(i, Boxes));
}
