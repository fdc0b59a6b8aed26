namespace Digest.Core.Boilerplate;

/// <summary>
/// Boxes in which a newsletter is offered, or money asked for, consist of a title, what it promises, a field, a button and small print. Rules know
/// the title and the fields; the promise between them is said in any words, and leaves because of where it stands.
/// </summary>
internal static class CallBoxes
{
    /// <summary>Between a title and a field stand no more lines than these, and none that is longer.</summary>
    private const int MostLines = 3;

    private const int LongestLine = 40;
    private const int LongestButton = 3;

    private static readonly string[] Titles = ["newsletter-box-head", "newsletter-box-end", "newsletter-call", "newsletter-offer", "donate-box", "donate-call"];

    /// <summary>What heads the words of a sponsor, up to the next line of strokes.</summary>
    private static readonly string[] SponsorTitles = ["sponsor-box", "sponsor-line"];

    private static readonly string[] Ends = ["newsletter-box-end", "newsletter-small-print", "newsletter-call", "page-control-word", "cookies", "share-call", "donate-box", "donate-call"];

    private static readonly string[] Buttons = ["page-control", "page-control-word", "read-more-line", "read-more-end"];

    /// <summary>Strips what stands between the title of such a box and its fields.</summary>
    public static void Apply(Manuscript m)
    {
        for (var i = 0; i + 2 < m.Count; i++)
        {
            var isSponsors = IsLine(m, i, SponsorTitles) || IsSponsorsLabel(m, i);
            if (!isSponsors && !IsLine(m, i, Titles))
            {
                continue;
            }

            var end = i + 1;
            while (end < m.Count && end <= i + MostLines && m.IsOpen(end) && m.Forms[end].Words <= LongestLine && m.Blocks[end].Kind != Blocks.BlockKind.Heading && !(isSponsors && IsDivider(m, end)))
            {
                end++;
            }

            if (end + 1 < m.Count && IsLine(m, end, Ends) && m.Forms[end].Words != 1 && IsButton(m, end + 1))
            {
                m.Strip(end + 1, TextRemoval.CallBox, m.Blocks[i].Text);
            }

            if (end > i + 1 && end < m.Count && (isSponsors ? EndsSponsors(m, i, end) : IsLine(m, end, Ends)))
            {
                for (var j = i + 1; j < end; j++)
                {
                    m.Strip(j, TextRemoval.CallBox, m.Blocks[i].Text);
                }

                foreach (var stroke in new[] { i - 1, end }.Where(at => isSponsors && at >= 0 && IsDivider(m, at)))
                {
                    m.Strip(stroke, TextRemoval.Divider, m.Blocks[stroke].Text);
                }
            }
        }
    }

    /// <summary>"SPONSORED" right above what a sponsor says, with a button right below it; under other labels of advertisements the text goes on.</summary>
    private static bool IsSponsorsLabel(Manuscript m, int i)
    {
        if (m.RuleOf(i) != "ad-label" || m.Forms[i].Key != "sponsored")
        {
            return false;
        }

        var button = i + 1;
        while (button < m.Count && button <= i + MostLines && m.IsOpen(button) && m.Blocks[button].FollowsAtOnce)
        {
            button++;
        }

        return button > i + 1 && button < m.Count && m.Blocks[button].FollowsAtOnce && IsLine(m, button, Buttons);
    }

    /// <summary>A line of strokes or a button ends what a sponsor says, or the next heading if it stands under one.</summary>
    private static bool EndsSponsors(Manuscript m, int title, int end) =>
        IsDivider(m, end) || IsLine(m, end, Buttons) || (m.Blocks[title].Kind == Blocks.BlockKind.Heading && m.Blocks[end].Kind == Blocks.BlockKind.Heading);

    /// <summary>A word or two right under the field ("Continue"); under a button ("Subscribe") they head the text that comes.</summary>
    private static bool IsButton(Manuscript m, int i) =>
        m.IsOpen(i) && m.Blocks[i].FollowsAtOnce && m.Forms[i].Words is > 0 and <= LongestButton && !m.Forms[i].EndsAsSentence;

    /// <summary>Strips the rules above and below lines that have left.</summary>
    public static void DropDividers(Manuscript m)
    {
        for (var i = 0; i < m.Count; i++)
        {
            var end = i + 1;
            while (end < m.Count && end <= i + MostLines && m.IsStripped(end))
            {
                end++;
            }

            if (end > i + 1 && end < m.Count && IsDivider(m, i) && IsDivider(m, end))
            {
                m.Strip(i, TextRemoval.Divider, m.Blocks[i].Text);
                m.Strip(end, TextRemoval.Divider, m.Blocks[end].Text);
            }
        }
    }

    private static bool IsDivider(Manuscript m, int i) => m.IsOpen(i) && m.Forms[i].Words == 0 && m.Blocks[i].Kind == Blocks.BlockKind.Paragraph;

    /// <summary>A short line that has left by one of the rules; the same words in running text are no part of a form.</summary>
    private static bool IsLine(Manuscript m, int i, string[] rules) =>
        m.RuleOf(i) is { } rule && rules.Contains(rule) && (!m.Forms[i].IsProse || rule == "newsletter-small-print" || rule == "cookies");
}
