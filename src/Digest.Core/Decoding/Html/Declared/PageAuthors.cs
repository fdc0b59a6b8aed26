using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>
/// Decides who of the candidates wrote the article, by a small trained model over the signals (<c>author-model.txt</c>, made
/// by <c>tools/Digest.Training</c>); gives nobody where none is likely enough.
/// </summary>
internal static class PageAuthors
{
    private const AuthorSignals Lists = AuthorSignals.JsonLd | AuthorSignals.JsonLdPerson | AuthorSignals.MetaAuthor;
    private const AuthorSignals Byline = AuthorSignals.Labelled | AuthorSignals.BylineClass | AuthorSignals.NameClass;

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

    /// <summary>The likely candidates in the order the page gives them. A name inside a longer one is the same person.</summary>
    public static List<AuthorCandidate> Choose(List<AuthorCandidate> candidates, float[][] rows, BoostedTrees trees, float threshold)
    {
        var likely = candidates.Where((_, i) => trees.Probability(rows[i]) >= threshold).ToList();
        foreach (var list in (ReadOnlySpan<AuthorSignals>)[AuthorSignals.JsonLdPerson, AuthorSignals.MetaAuthor])
        {
            // Who stands last in a list of five is the fifth author, though he or she may not be seen near the headline.
            if (likely.Count(c => c.Signals.HasFlag(list)) > 1)
            {
                likely = [.. candidates.Where(c => likely.Contains(c) || (c.Signals.HasFlag(list) && AuthorNames.LooksLikePerson(c.Name)))];
            }
        }

        LeaveOutAccounts(likely);
        return [.. likely.Where(c => !likely.Exists(o => o != c && o.Name.Length > c.Name.Length && o.Name.Contains(c.Name, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>
    /// Where readers see a byline, a name that they do not see is the account that posted, unless the page declares it together with one that
    /// they see. With weights that had not seen the page it takes out four wrong names of 500 pages, and no right one.
    /// </summary>
    private static void LeaveOutAccounts(List<AuthorCandidate> likely)
    {
        if (likely.Exists(c => c.Distance <= AuthorFeatures.Beside && (c.Signals & Byline) != AuthorSignals.None && AuthorNames.LooksLikePerson(c.Name)))
        {
            var declared = likely.Where(c => c.IsSeen).Aggregate(AuthorSignals.None, (all, c) => all | c.Signals) & Lists;
            likely.RemoveAll(c => !c.IsSeen && (c.Signals & declared) == AuthorSignals.None);
        }
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
        AuthorSignals.AuthorClass or AuthorSignals.NameClass => "author element",
        AuthorSignals.BylineClass => "byline element",
        AuthorSignals.ByLine or AuthorSignals.Labelled => "by-line",
        AuthorSignals.NearHeadline => "beside the headline",
        AuthorSignals.SiteOwner => "owner of the site",
        _ => "author box",
    };
}
