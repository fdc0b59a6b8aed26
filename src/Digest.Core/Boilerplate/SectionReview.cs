namespace Digest.Core.Boilerplate;

/// <summary>
/// Revises blocks by their neighbours: a heading that a rule knows takes the blocks that belong to it, and a heading
/// that a rule protects (corrections, notes, references) keeps them.
/// </summary>
/// <param name="endOfAuthorBox">Tells of a block where the box on authors ends whose heading it is; the block itself when it heads none.</param>
/// <param name="onAuthor">Tells of a block whether it is a byline of, or a note on, somebody who is known to be an author, else null.</param>
internal sealed class SectionReview(Func<Manuscript, int, int> endOfAuthorBox, Func<Manuscript, int, RuleEffect?> onAuthor)
{
    /// <summary>Longest note on one author, in words.</summary>
    private const int LongestBio = 150;

    /// <summary>A tail thinner than this share of the essay goes as a whole; measured, tails are 83 to 137 words a page.</summary>
    private const int ThinTailPercent = 15;

    /// <summary>Longest title of another piece, in words, and the most of them in one box.</summary>
    private const int LongestTitle = 18;

    private const int MostTitles = 8;

    /// <summary>Longest heading that is told from the titles of other pieces by how it is written.</summary>
    private const int LongestHeading = 8;

    /// <summary>Shorter words are written small in titles, too ("with", "from").</summary>
    private const int ShortestTitleWord = 5;

    private const int MostLinesOfCard = 6;

    /// <summary>Goes over an essay.</summary>
    public void Apply(Manuscript m)
    {
        Pin(m);
        for (var i = 0; i < m.Count; i++)
        {
            foreach (var match in m.Taking(i, RuleZone.Tail, RuleZone.Ends, RuleZone.Anywhere))
            {
                if (m.IsOpen(i) && match.Rule.Effect is not (RuleEffect.Keep or RuleEffect.KeyPoints))
                {
                    Take(m, i, match);
                }
            }
        }
    }

    /// <summary>Index after the last block that stands under block <paramref name="i"/> as a list.</summary>
    public static int EndOfList(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && (!m.IsOpen(end) || IsListLike(m, end)) && !m.Matches(end, RuleEffect.Keep))
        {
            end++;
        }

        return end;
    }

    private void Take(Manuscript m, int i, RuleMatch match)
    {
        var end = match.Rule.Takes switch
        {
            RuleReach.Bios => Math.Max(EndOfBios(m, i, match.Rule), endOfAuthorBox(m, i)),
            RuleReach.Next => EndOfNext(m, i),
            RuleReach.Titles => EndOfTitles(m, i, MostTitles),
            RuleReach.Rest when ProseAfter(m, i) * 100 <= Math.Max(m.ProseWords, 1) * ThinTailPercent => EndOfRest(m, i),
            _ => EndOfList(m, i),
        };
        if (ProseAfter(m, end - 1) > m.Slack && match.Rule.Where != RuleZone.Anywhere)
        {
            // Running text follows: this is no tail. A list of links under such a heading goes all the same.
            end = EndOfLinks(m, i);
            if (end == i + 1)
            {
                return;
            }
        }

        StripSection(m, i, match, end);
    }

    /// <summary>Strips a heading and the blocks under it. Among links to other pieces and comments a box, a line or a note still tells who wrote this one.</summary>
    private void StripSection(Manuscript m, int heading, RuleMatch match, int end)
    {
        m.Strip(heading, match);
        var i = heading + 1;
        while (i < end)
        {
            var endOfBox = match.Rule.Takes == RuleReach.Rest ? endOfAuthorBox(m, i) : i;
            if (endOfBox > i && m.Matching(i, RuleZone.Ends) is { } box)
            {
                StripSection(m, i, box, endOfBox);
                i = endOfBox;
            }
            else
            {
                StripUnder(m, heading, match, i, match.Rule.Takes == RuleReach.Bios ? null : onAuthor(m, i));
                i++;
            }
        }
    }

    private static void StripUnder(Manuscript m, int heading, RuleMatch match, int i, RuleEffect? ofAuthor)
    {
        if (m.Blocks[i].Kind == Blocks.BlockKind.Footnote)
        {
            // Documents give their notes at the very end, below whatever else stands there; they belong to the text.
            return;
        }

        if (ofAuthor is { } effect)
        {
            m.Strip(i, effect == RuleEffect.Byline ? TextRemoval.BylineName : TextRemoval.AuthorBio, m.Blocks[i].Text, effect);
        }
        else
        {
            m.Strip(i, match with { Matched = m.Blocks[i].Text }, m.Blocks[heading].Text);
        }
    }

    private void Pin(Manuscript m)
    {
        var isBehindText = false;
        for (var i = 0; i < m.Count; i++)
        {
            isBehindText |= m.CountsAsProse(i);
            if (!m.IsOpen(i) || m.Matching(i, RuleZone.Anywhere, RuleZone.Ends, RuleZone.Tail, RuleZone.Head) is not { Rule.Effect: RuleEffect.Keep } match)
            {
                continue;
            }

            if (!isBehindText && match.Rule.Takes != RuleReach.Own)
            {
                // "Methods" above all text is an entry of a menu.
                continue;
            }

            var end = match.Rule.Takes == RuleReach.Own ? i + 1 : EndOfNotes(m, i);
            if (end == i + 1 && match.Rule.Takes != RuleReach.Own && ProseAfter(m, i) <= m.Slack)
            {
                // "Footnotes" above nothing but what leaves heads nothing.
                m.Strip(i, TextRemoval.EmptySection, m.Blocks[i].Text);
                continue;
            }

            for (var j = i; j < end; j++)
            {
                m.Pin(j);
            }
        }
    }

    /// <summary>Notes and references run until a block that a rule would strip, or a note on the author.</summary>
    private int EndOfNotes(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && m.IsOpen(end) && m.Matching(end, RuleZone.Tail, RuleZone.Ends, RuleZone.Anywhere) is null && onAuthor(m, end) is null)
        {
            end++;
        }

        return end;
    }

    /// <summary>Paragraphs under a heading; under one that is not on authors a note on the author is none of them.</summary>
    private int EndOfBios(Manuscript m, int i, Rule rule)
    {
        var end = i + 1;
        while (end < m.Count && m.IsOpen(end) && m.Forms[end].Words <= LongestBio
            && (m.Matching(end, RuleZone.Tail, RuleZone.Ends, RuleZone.Anywhere) is null || m.Matches(end, RuleEffect.Bio))
            && (rule.Effect == RuleEffect.Bio || (onAuthor(m, end) is null && !m.Matches(end, RuleEffect.Bio)))
            && (end == i + 1 || ProseAfter(m, end) <= m.Slack))
        {
            end++;
        }

        return end;
    }

    private static int EndOfRest(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && !m.Matches(end, RuleEffect.Keep))
        {
            end++;
        }

        return end;
    }

    private static int EndOfNext(Manuscript m, int i) => EndOfTitles(m, i, most: 1);

    /// <summary>
    /// In a box the lines follow one another at once, or in groups of writer and title. Where a blank line divides all of them, the
    /// last one above running text may be the heading of that text and is left.
    /// </summary>
    private static int EndOfTitles(Manuscript m, int i, int most)
    {
        var end = i + 1;
        while (end < m.Count && end <= i + most && (m.IsStripped(end) || (IsTitleLike(m, end) && !m.Taking(end, RuleZone.Tail, RuleZone.Ends, RuleZone.Anywhere).Any())) && (end == i + 1 || m.Blocks[end].FollowsAtOnce || !m.Blocks[i + 1].FollowsAtOnce || BeginsGroup(m, end)))
        {
            end++;
        }

        if (EndOfCard(m, i) is var card && card > end)
        {
            return card;
        }

        var isAboveText = end > i + 1 && end < m.Count && m.IsOpen(end) && !IsTitleLike(m, end) && !m.IsKnown(end);
        return isAboveText && (!m.Blocks[end - 1].FollowsAtOnce || IsWrittenUnlike(m, i + 1, end - 1)) ? end - 1 : end;
    }

    /// <summary>
    /// A line in the capitals of a sentence ("Where to put the water") under titles that are all in those of titles ("The Slow
    /// Return of the Curlew"): no blank line tells the heading of the text from the last link of the box, but this does.
    /// </summary>
    private static bool IsWrittenUnlike(Manuscript m, int first, int last) =>
        last > first && m.Forms[last].Words <= LongestHeading && !m.Forms[last].Straight.AsSpan().ContainsAny('|', '\u00B7') && CapitalsOf(m, last) == 0 && Enumerable.Range(first, last - first).All(i => CapitalsOf(m, i) > 1);

    /// <summary>Words of some length behind the first that begin with a capital letter; 0 when one does not.</summary>
    private static int CapitalsOf(Manuscript m, int i)
    {
        var words = m.Forms[i].Straight.Split(' ').Skip(1).Where(word => word.Length >= ShortestTitleWord && char.IsLetter(word[0])).ToList();
        return words.TrueForAll(word => char.IsUpper(word[0])) ? words.Count : 0;
    }

    /// <summary>
    /// A card that shows another piece has its picture's caption, its title and its standfirst under one another: the lines right under the heading of the box, in a text that parts its
    /// paragraphs by blank lines. The index after the last of them.
    /// </summary>
    private static int EndOfCard(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && end <= i + MostLinesOfCard && m.Blocks[end].FollowsAtOnce && (m.IsStripped(end) || (m.IsOpen(end) && m.Forms[end].Words <= LongestTitle)))
        {
            end++;
        }

        var isSetOff = end < m.Count && !m.Blocks[i].FollowsAtOnce && !m.Blocks[end].FollowsAtOnce && (end + 1 == m.Count || !m.Blocks[end + 1].FollowsAtOnce);
        return isSetOff && end > i + 2 ? end : i;
    }

    /// <summary>A heading of the text has running text under it, no second line.</summary>
    private static bool BeginsGroup(Manuscript m, int i) => i + 1 < m.Count && m.Blocks[i + 1].FollowsAtOnce && IsTitleLike(m, i + 1);

    private static int EndOfLinks(Manuscript m, int i)
    {
        var end = i + 1;
        while (end < m.Count && m.IsOpen(end) && m.Forms[end].IsLink)
        {
            end++;
        }

        return end;
    }

    private static bool IsListLike(Manuscript m, int i) =>
        !m.Forms[i].IsProse && m.Forms[i].Words <= 40 && (m.Blocks[i].Kind == Blocks.BlockKind.ListItem || m.Forms[i].IsLink || !m.Forms[i].EndsAsSentence || m.Forms[i].Words <= 3);

    /// <summary>A short line of its own; titles may ask or cry out, but they state nothing.</summary>
    private static bool IsTitleLike(Manuscript m, int i) =>
        m.IsOpen(i) && m.Forms[i].Words is > 0 and <= LongestTitle && m.Blocks[i].Kind is Blocks.BlockKind.Paragraph or Blocks.BlockKind.ListItem
        && (!m.Forms[i].EndsAsSentence || m.Forms[i].Straight.AsSpan().TrimEnd("\"' ").EndsWith("?"));

    private static int ProseAfter(Manuscript m, int i)
    {
        var words = 0;
        for (var j = i + 1; j < m.Count; j++)
        {
            words += m.CountsAsProse(j) ? m.Forms[j].Words : 0;
        }

        return words;
    }
}
