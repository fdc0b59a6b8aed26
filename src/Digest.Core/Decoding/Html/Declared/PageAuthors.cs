using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>
/// Decides who of the candidates wrote the article, by a small trained model over the signals (<c>author-model.txt</c>, made
/// by <c>tools/Digest.Training</c>); gives nobody where none is likely enough.
/// </summary>
internal static class PageAuthors
{
    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Decoding.Html.Declared.author-model.txt", AuthorFeatures.Names));

    public static IReadOnlyList<DeclaredAuthor> Of(HtmlPage page, ReadOnlySpan<bool> kept, string? site)
    {
        var candidates = AuthorCandidates.Of(page, kept);
        if (candidates.Count == 0)
        {
            return [];
        }

        var rows = AuthorFeatures.Of(candidates, site, page.Clues.Headline < 0 ? page.Head.Title : page.Blocks[page.Clues.Headline].Text);
        return [.. Choose(candidates, rows, Model.Value.Trees, Model.Value.Threshold).Select(c => new DeclaredAuthor(c.Name, SignalNames(c.Signals)))];
    }

    /// <summary>The likely candidates in the order the page gives them; a name inside a longer one is the same person.</summary>
    public static List<AuthorCandidate> Choose(List<AuthorCandidate> candidates, float[][] rows, BoostedTrees trees, float threshold)
    {
        var likely = candidates.Where((_, i) => trees.Probability(rows[i]) >= threshold).ToList();
        return [.. likely.Where(c => !likely.Exists(o => o != c && o.Name.Length > c.Name.Length && o.Name.Contains(c.Name, StringComparison.OrdinalIgnoreCase)))];
    }

    private static IReadOnlyList<string> SignalNames(AuthorSignals signals) =>
        [.. Enum.GetValues<AuthorSignals>().Where(s => s != AuthorSignals.None && signals.HasFlag(s)).Select(Name)];

    private static string Name(AuthorSignals signal) => signal switch
    {
        AuthorSignals.JsonLdPerson or AuthorSignals.JsonLd or AuthorSignals.JsonLdOrganisation => "json-ld",
        AuthorSignals.MetaAuthor => "meta author",
        AuthorSignals.TwitterData => "twitter:data",
        AuthorSignals.AuthorLink => "link to author page",
        AuthorSignals.RelAuthor => "rel=author",
        AuthorSignals.ItemProp => "itemprop=author",
        AuthorSignals.AuthorClass => "author element",
        AuthorSignals.BylineClass => "byline element",
        AuthorSignals.ByLine => "by-line",
        AuthorSignals.NearHeadline => "beside the headline",
        AuthorSignals.SiteOwner => "owner of the site",
        _ => "author box",
    };
}
