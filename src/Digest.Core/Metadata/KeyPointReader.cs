using System.Buffers;
using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Reads an editor's box of key points: its heading, the text after it on the same line, and the list under it.</summary>
internal static class KeyPointReader
{
    private const int MostPoints = 12;
    private const int LongestPoint = 90;
    private const int LongestLabelled = 45;
    private const int ShortestPlain = 6;
    private const int LongestPlain = 40;
    private const int MostPlain = 8;
    private const int LongestBoxed = 30;

    private static readonly Regex Plural = new("^(?:key|main|the|report|story|article|policy)? ?(?:points|findings|takeaways|messages|facts|highlights|recommendations)\\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Boxed = new("^(?:the gist|key (?:points|takeaways)|takeaways|at a glance|in brief|in short|what you need to know|tl;? ?dr)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Label = new(
        "^(?<first>\\p{Lu}[\\p{L}'-]{1,30})(?: [\\p{L}'-]{1,30}){0,4}: [\\p{Lu}0-9\"$]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private static readonly SearchValues<char> Bullets = SearchValues.Create("-\u2013\u2014\u2022*\u00B7\u25AA\u25CF> ");

    /// <summary>True when text follows the heading on its own line, or points below it.</summary>
    public static bool HasPoints(Manuscript m, int i, RuleMatch match) =>
        LeadStart(m, i, match) >= 0 || IsPoint(m, m.NextOpen(i)) || AreLabelled(m, i) || EndOfPlain(m, i, match) > i;

    /// <summary>Takes the points under block <paramref name="i"/>, which is stripped already.</summary>
    public static void Take(Manuscript m, int i, RuleMatch match, string? dek, List<Passage> points)
    {
        var lead = LeadStart(m, i, match);
        if (lead >= 0 && (dek is null || !DekFinder.Repeats(m, i, dek)))
        {
            points.Add(Passage.Of(m.Blocks[i], lead, m.Blocks[i].Text.Length));
        }

        var areLabelled = lead < 0 && AreLabelled(m, i);
        var endOfPlain = lead < 0 && !areLabelled && !IsPoint(m, m.NextOpen(i)) ? EndOfPlain(m, i, match) : i;
        for (var j = m.NextOpen(i); (IsPoint(m, j) || (areLabelled && IsLabelled(m, j)) || (j >= 0 && j < endOfPlain)) && points.Count < MostPoints; j = m.NextOpen(j))
        {
            points.Add(Passage.Of(m.Blocks[j], BulletEnd(m.Blocks[j].Text), m.Blocks[j].Text.Length));
            m.Strip(j, match with { Matched = m.Blocks[j].Text }, match.Matched.TrimEnd(':', '.', '-', ' '));
        }
    }

    /// <summary>Takes boxes of key points that stand after the running text.</summary>
    public static void TakeAtEnd(Manuscript m, string? dek, List<Passage> points)
    {
        var prose = 0;
        for (var i = m.Count - 1; i >= 0 && prose <= m.Slack; i--)
        {
            if (m.IsOpen(i) && m.Matching(i, RuleZone.Ends) is { Rule.Effect: RuleEffect.KeyPoints } match && HasPoints(m, i, match))
            {
                m.Strip(i, match);
                Take(m, i, match, dek, points);
            }
            else if (m.CountsAsProse(i) && !IsPoint(m, i) && !IsLabelled(m, i))
            {
                prose += m.Forms[i].Words;
            }
        }
    }

    /// <summary>
    /// Takes a box that a page sets between the paragraphs: a heading that nothing but such boxes have, and under it bullets, or short sentences and then a paragraph
    /// that is longer than any of them.
    /// </summary>
    public static void TakeBetween(Manuscript m, List<Passage> points)
    {
        for (var i = 0; i < m.Count && points.Count == 0; i++)
        {
            if (!m.IsOpen(i) || m.Matching(i, RuleZone.Ends) is not { Rule.Effect: RuleEffect.KeyPoints } match || !Boxed.IsMatch(m.Forms[i].Core))
            {
                continue;
            }

            var end = i + 1;
            while (end < m.Count && end <= i + MostPlain && m.IsOpen(end) && m.Blocks[end].Kind is BlockKind.Paragraph or BlockKind.ListItem && m.Forms[end].Words is >= ShortestPlain and <= LongestBoxed)
            {
                end++;
            }

            // What has bullets in a pasted text ends where they end; elsewhere only a longer paragraph tells that the box is over. A page sets lists
            // of its own under such headings.
            var areBulleted = end - i > 2 && Enumerable.Range(i + 1, end - i - 1).All(j => m.Blocks[j].Marker is not null);
            if (end - i <= 2 || end >= m.Count || !(m.Forms[end].Words > LongestPlain || (areBulleted && !IsPoint(m, end))))
            {
                continue;
            }

            m.Strip(i, match);
            for (var j = i + 1; j < end; j++)
            {
                points.Add(Passage.Of(m.Blocks[j], BulletEnd(m.Blocks[j].Text), m.Blocks[j].Text.Length));
                m.Strip(j, match with { Matched = m.Blocks[j].Text }, m.Blocks[i].Text);
            }
        }
    }

    private static int LeadStart(Manuscript m, int i, RuleMatch match)
    {
        var text = m.Blocks[i].Text;
        var start = text.IndexOf(match.Matched, StringComparison.Ordinal);
        start = start < 0 ? 0 : start + match.Matched.Length;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not ('"' or '\u201C' or '\u2018' or '$'))
        {
            start++;
        }

        return PlainForm.CountWords(text[start..]) >= 4 ? start : -1;
    }

    private static bool IsPoint(Manuscript m, int i) =>
        i >= 0 && m.Forms[i].Words is > 2 and <= LongestPoint && (m.Blocks[i].Kind == BlockKind.ListItem || BulletEnd(m.Blocks[i].Text) > 0);

    /// <summary>Two or more paragraphs under the heading that begin with a label each ("Repeat offenders: Seven homes owe half of it.").</summary>
    private static bool AreLabelled(Manuscript m, int i) => m.NextOpen(i) is var first && IsLabelled(m, first) && IsLabelled(m, m.NextOpen(first));

    private static bool IsLabelled(Manuscript m, int i) =>
        i >= 0 && m.Forms[i].Words is > 4 and <= LongestLabelled && m.Blocks[i].Kind == BlockKind.Paragraph && m.Forms[i].EndsAsSentence
        && Label.Match(m.Forms[i].Straight) is { Success: true } label && !WordLists.FirstNames.Contains(label.Groups["first"].ValueSpan);

    /// <summary>
    /// Pages lose the bullets of their boxes when they are copied: two lines or more under "Key points", of one form, and then
    /// running text, or a heading that breaks the form; under any heading of a box a group of lines that blank lines set off.
    /// The index after the last of them; <paramref name="i"/> where there are none.
    /// </summary>
    private static int EndOfPlain(Manuscript m, int i, RuleMatch match)
    {
        if (EndOfGroup(m, i) is var group && group > i)
        {
            return group;
        }

        if (!Plural.IsMatch(match.Matched) || i + 1 >= m.Count || !m.IsOpen(i + 1))
        {
            return i;
        }

        var areSentences = m.Forms[i + 1].EndsAsSentence;
        var end = i + 1;
        while (end < m.Count && end <= i + MostPlain && m.IsOpen(end) && m.Forms[end].Words is >= ShortestPlain and <= LongestPlain
            && m.Blocks[end].Kind == BlockKind.Paragraph && m.Forms[end].EndsAsSentence == areSentences)
        {
            end++;
        }

        var isClosed = end < m.Count && m.IsOpen(end) && (areSentences ? !m.Forms[end].EndsAsSentence : m.Forms[end].Words > LongestPlain);
        return isClosed && end - i > 2 ? end : i;
    }

    /// <summary>The index after two lines or more that follow one another at once, in a text that parts its paragraphs by blank lines; <paramref name="i"/> where there are none.</summary>
    private static int EndOfGroup(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && end <= i + MostPlain && m.IsOpen(end) && m.Blocks[end] is { FollowsAtOnce: true, Kind: BlockKind.Paragraph }
            && m.Forms[end].Words is >= ShortestPlain and <= LongestPlain)
        {
            end++;
        }

        var isSetOff = end + 1 < m.Count && !m.Blocks[end].FollowsAtOnce && !m.Blocks[end + 1].FollowsAtOnce;
        return isSetOff && end - i > 2 ? end : i;
    }

    /// <summary>True when the text begins with a dash or another bullet.</summary>
    public static bool HasBullet(string text) => BulletEnd(text) > 0;

    private static int BulletEnd(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(Bullets);
        return end < 0 ? 0 : end;
    }
}
