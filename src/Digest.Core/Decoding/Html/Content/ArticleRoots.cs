namespace Digest.Core.Decoding.Html.Content;

/// <summary>
/// Candidates for the element that holds the article, each found in its own way. None is right always; how many of them
/// agree on a block is what counts. -1 where a way finds none.
/// </summary>
internal sealed record ArticleRoots
{
    /// <summary>The article element with the most prose.</summary>
    public int ArticleElement { get; private init; } = -1;

    /// <summary>The main element with the most prose.</summary>
    public int MainElement { get; private init; } = -1;

    /// <summary>The element marked or named as the body of an article.</summary>
    public int NamedBody { get; private init; } = -1;

    /// <summary>Going down from the root into the child that holds at least half of the prose.</summary>
    public int HalfOfProse { get; private init; }

    /// <summary>Going down from the root into the child that holds at least four fifths of the prose.</summary>
    public int MostOfProse { get; private init; }

    /// <summary>The element whose children score best: paragraphs by length and commas, less the share of links (Readability's method).</summary>
    public int BestScored { get; private init; } = -1;

    /// <summary>All candidates in the order above.</summary>
    public IReadOnlyList<int> All { get; private init; } = [];

    public static ArticleRoots Of(PageOutline outline)
    {
        var roots = Find(outline);
        return roots with { All = [roots.ArticleElement, roots.MainElement, roots.NamedBody, roots.HalfOfProse, roots.MostOfProse, roots.BestScored] };
    }

    private static ArticleRoots Find(PageOutline outline) => new()
    {
        ArticleElement = Richest(outline, (hints, _) => (hints & Hints.ArticleTag) != Hints.None),
        MainElement = Richest(outline, (hints, _) => (hints & Hints.MainTag) != Hints.None),
        NamedBody = DeepestRich(outline),
        HalfOfProse = Descend(outline, 0.5),
        MostOfProse = Descend(outline, 0.8),
        BestScored = BestOfScores(outline),
    };

    private static int Richest(PageOutline outline, Func<Hints, int, bool> isCandidate)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < outline.Page.Count; i++)
        {
            if (isCandidate(outline.Own(i), i) && outline.CleanProse(i) > most)
            {
                (best, most) = (i, outline.CleanProse(i));
            }
        }

        return best;
    }

    /// <summary>Of the elements named as a body, content, post or prose: the innermost that still holds 9/10 of what the richest holds.</summary>
    private static int DeepestRich(PageOutline outline)
    {
        const Hints Named = Hints.ArticleBody | Hints.Body | Hints.Prose | Hints.Content | Hints.Post;
        var richest = Richest(outline, static (hints, _) => (hints & (Hints.ArticleBody | Hints.Body | Hints.Prose)) != Hints.None);
        richest = richest >= 0 ? richest : Richest(outline, static (hints, _) => (hints & Named) != Hints.None);
        if (richest < 0)
        {
            return -1;
        }

        var most = outline.CleanProse(richest);
        var deepest = richest;
        for (var i = richest + 1; i < outline.Page[richest].End; i++)
        {
            if ((outline.Own(i) & Named) != Hints.None && outline.CleanProse(i) * 10 >= most * 9)
            {
                deepest = i;
            }
        }

        return deepest;
    }

    private static int Descend(PageOutline outline, double share)
    {
        var node = 0;
        while (true)
        {
            var (best, most) = (-1, 0);
            for (var child = node + 1; child < outline.Page[node].End; child = outline.Page[child].End)
            {
                if (outline.CleanProse(child) > most)
                {
                    (best, most) = (child, outline.CleanProse(child));
                }
            }

            if (best < 0 || most < share * outline.CleanProse(node) || !outline.Page[best].Tag.IsBlock() || outline.Page[best].Tag is HtmlTag.P or HtmlTag.Li)
            {
                return node;
            }

            node = best;
        }
    }

    private static int BestOfScores(PageOutline outline)
    {
        var scores = new Dictionary<int, double>();
        for (var b = 0; b < outline.Blocks.Count; b++)
        {
            if (!outline.IsProse[b] || outline.IsSetApart(b))
            {
                continue;
            }

            var score = 1 + outline.Measures[b].Commas + Math.Min(outline.Blocks[b].Letters / 100.0, 3);
            var parent = outline.Page[outline.Blocks[b].Container].Parent;
            if (parent < 0)
            {
                continue;
            }

            scores[parent] = scores.GetValueOrDefault(parent) + score;
            var above = outline.Page[parent].Parent;
            if (above >= 0)
            {
                scores[above] = scores.GetValueOrDefault(above) + (score / 2);
            }
        }

        var (best, most) = (-1, 0.0);
        foreach (var (node, score) in scores)
        {
            var weighed = score * (1 - ((double)outline.LinkLetters(node) / Math.Max(1, outline.Letters(node))));
            if (weighed > most || (weighed == most && node < best))
            {
                (best, most) = (node, weighed);
            }
        }

        return best;
    }
}
