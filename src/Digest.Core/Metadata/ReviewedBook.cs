using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// Above a review stand title, author and publisher of the book. Its "by" line names the author of the book, not of the
/// review, and the line of the publisher tells the two apart.
/// </summary>
internal static class ReviewedBook
{
    private const string DetailsRule = "book-details";
    private const int LongestTitle = 25;

    /// <summary>Strips the lines on the book that begin at block <paramref name="i"/>; false when none do.</summary>
    public static bool Take(Manuscript m, int i)
    {
        if (Byline(m, i) is not { } byline)
        {
            return false;
        }

        m.Strip(i, TextRemoval.ReviewedBook, m.Blocks[i].Text);
        m.Strip(byline, TextRemoval.ReviewedBook, m.Blocks[byline].Text);
        return true;
    }

    /// <summary>True when the lines on the book begin at block <paramref name="i"/>: it is the book's title, or names its author.</summary>
    public static bool BeginsAt(Manuscript m, int i) => Byline(m, i) is not null;

    /// <summary>The line that names the author of the book whose lines begin at block <paramref name="i"/>, or null.</summary>
    private static int? Byline(Manuscript m, int i)
    {
        var byline = m.Matches(i, RuleEffect.Byline) ? i : m.NextOpen(i);
        var isOnBook = byline >= 0 && m.Matches(byline, RuleEffect.Byline) && m.NextOpen(byline) is >= 0 and var details
            && m.Matching(details, RuleZone.Head)?.Rule.Id == DetailsRule
            && (byline == i || (m.Forms[i].Words <= LongestTitle && !m.Forms[i].EndsAsSentence && m.Matching(i, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is null));
        return isOnBook ? byline : null;
    }
}
