using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>
/// Decides which of a page's days is the day its article was published, by a small trained model over the signals
/// (<c>date-model.txt</c>, made by <c>tools/Digest.Training</c>); gives none where no day is likely enough.
/// </summary>
internal static class PublishedDate
{
    /// <summary>Blocks around the headline in which a visible date or a bare name belongs to the article.</summary>
    private const int Before = 8;
    private const int After = 14;

    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Decoding.Html.Declared.date-model.txt", DateFeatures.Names));

    public static DateOnly? Of(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var candidates = DateCandidates.Of(page, kept);
        return candidates.Count == 0 ? null : Choose(candidates, DateFeatures.Of(page, candidates), Model.Value.Trees, Model.Value.Threshold)?.Day;
    }

    /// <summary>The likeliest candidate that is likely enough; of two alike the one that the page gives first.</summary>
    public static DateCandidate? Choose(List<DateCandidate> candidates, float[][] rows, BoostedTrees trees, float threshold)
    {
        var (best, most) = ((DateCandidate?)null, threshold);
        for (var i = 0; i < rows.Length; i++)
        {
            var probability = trees.Probability(rows[i]);
            (best, most) = probability > most ? (candidates[i], probability) : (best, most);
        }

        return best;
    }

    /// <summary>Blocks around the headline; without one, the first blocks of the article and those just before it.</summary>
    public static (int From, int To) HeadRange(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var headline = page.Clues.Headline;
        var anchor = headline >= 0 ? headline : Math.Max(0, kept.IndexOf(true));
        return (Math.Max(0, anchor - Before), Math.Min(page.Blocks.Count, anchor + After));
    }
}
