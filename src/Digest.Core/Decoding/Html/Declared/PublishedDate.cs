using Digest.Core.Decoding.Html.Content;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Finds the day a page was published. A page that states none has none.</summary>
internal static class PublishedDate
{
    /// <summary>Blocks around the headline in which a visible date belongs to the article.</summary>
    private const int Before = 8;
    private const int After = 14;

    private const int LongestDateline = 25;

    /// <summary>Score from which a day beside the headline is surely the article's.</summary>
    private const double SureScore = 5;

    private static readonly string[] Declared =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "article.published", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "published", "published_date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date", "citation_date", "citation_online_date", "rnews:datePublished", "bt:pubDate", "date",
    ];

    /// <summary>
    /// The declared day where readers see the same one, or none at all; the day that readers see beside the headline where it
    /// is another (imports and relaunches overwrite the declared one); a single date elsewhere on the page; the day in the
    /// address.
    /// </summary>
    public static DateOnly? Of(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var monthFirst = MonthFirst(page.Head.Language);
        var shown = Shown(page, kept, monthFirst);
        var declared = DeclaredDay(page.Head, monthFirst);
        if (declared is not null)
        {
            return shown.Count > 0 && !shown.Exists(s => s.Day == declared) && shown[0].Score >= SureScore ? shown[0].Day : declared;
        }

        return shown.Count > 0 ? shown[0].Day : Lone(page, monthFirst) ?? FromAddress(page.Head.Canonical ?? page.Head.Meta("og:url"));
    }

    private static DateOnly? DeclaredDay(PageHead head, bool? monthFirst)
    {
        foreach (var name in Declared)
        {
            if (DateText.Find(head.Meta(name), monthFirst) is { } day)
            {
                return day;
            }
        }

        return DateText.Find(head.JsonLd.Article?.Published, monthFirst);
    }

    /// <summary>In American English the month comes first, elsewhere the day; null where the language is not declared.</summary>
    public static bool? MonthFirst(string? language) => language switch
    {
        null => null,
        _ when language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en_US", StringComparison.OrdinalIgnoreCase) => true,
        _ => false,
    };

    /// <summary>The days shown around the headline, the most likely first.</summary>
    private static List<(DateOnly Day, double Score)> Shown(HtmlPage page, ReadOnlySpan<bool> kept, bool? monthFirst)
    {
        var (from, to) = HeadRange(page, kept);
        var shown = new List<(DateOnly Day, double Score)>();
        for (var b = from; b < to; b++)
        {
            if (DatelineDay(page, b, monthFirst) is not ({ } day, var isTime))
            {
                continue;
            }

            var block = page.Blocks[b];
            var hints = page.Outline.All(block.FirstNode);
            var distance = page.Clues.Headline < 0 ? b - from : Math.Abs(b - page.Clues.Headline);
            var score = 10 - (0.3 * distance) + (isTime ? 3 : 0) + ((hints & Hints.Meta) != Hints.None ? 2 : 0)
                - (block.Text.Contains("pdated", StringComparison.Ordinal) || block.Text.Contains("odified", StringComparison.Ordinal) ? 2 : 0)
                - ((hints & (Hints.Related | Hints.SidebarName | Hints.Aside | Hints.Card)) != Hints.None ? 4 : 0)
                - (block.LinkLetters * 2 > block.Letters ? 2 : 0) - (kept[b] ? 3 : 0) - (page.Outline.Measures[b].Words > 12 ? 2 : 0);
            if (score > 0)
            {
                shown.Add((day, score));
            }
        }

        shown.Sort((a, b) => b.Score.CompareTo(a.Score));
        return shown;
    }

    /// <summary>The only day that any short line of the page shows, other articles' cards left aside.</summary>
    private static DateOnly? Lone(HtmlPage page, bool? monthFirst)
    {
        var lone = (DateOnly?)null;
        for (var b = 0; b < page.Blocks.Count; b++)
        {
            if ((page.Outline.All(page.Blocks[b].FirstNode) & (Hints.Related | Hints.Card)) != Hints.None || DatelineDay(page, b, monthFirst) is not ({ } day, _))
            {
                continue;
            }

            if (lone is not null && lone != day)
            {
                return null;
            }

            lone = day;
        }

        return lone;
    }

    private static (DateOnly? Day, bool IsTime) DatelineDay(HtmlPage page, int b, bool? monthFirst)
    {
        var hints = page.Outline.All(page.Blocks[b].FirstNode);
        return page.Outline.Measures[b].Words > LongestDateline || (hints & (Hints.Comments | Hints.Footer | Hints.Nav | Hints.Hidden)) != Hints.None
            ? (null, false)
            : DayOf(page, b, monthFirst);
    }

    /// <summary>Blocks around the headline; without one, the first blocks of the article and those just before it.</summary>
    public static (int From, int To) HeadRange(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var headline = page.Clues.Headline;
        var anchor = headline >= 0 ? headline : Math.Max(0, kept.IndexOf(true));
        return (Math.Max(0, anchor - Before), Math.Min(page.Blocks.Count, anchor + After));
    }

    private static (DateOnly? Day, bool IsTime) DayOf(HtmlPage page, int b, bool? monthFirst)
    {
        var block = page.Blocks[b];
        var end = b + 1 < page.Blocks.Count ? page.Blocks[b + 1].FirstNode : page.Tree.Count;
        for (var i = block.FirstNode; i > 0 && i > block.FirstNode - 4; i = page.Tree[i].Parent)
        {
            if (page.Tree[i].Tag == HtmlTag.Time && DateText.Find(page.Tree.Attribute(i, "datetime"), monthFirst) is { } outer)
            {
                return (outer, true);
            }
        }

        for (var i = block.FirstNode; i < Math.Min(end, block.FirstNode + 40); i++)
        {
            if (page.Tree[i].Tag == HtmlTag.Time && DateText.Find(page.Tree.Attribute(i, "datetime"), monthFirst) is { } inner)
            {
                return (inner, true);
            }
        }

        return (DateText.Find(block.Text, monthFirst), false);
    }

    private static DateOnly? FromAddress(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath;
        for (var i = 0; i + 11 <= path.Length; i++)
        {
            if (path[i] == '/' && path.AsSpan(i + 1, 10) is var part && part[4] is '/' or '-' && part[7] == part[4] && (i + 11 == path.Length || path[i + 11] is '/' or '-'))
            {
                return DateText.Find(part.ToString());
            }
        }

        return null;
    }
}
