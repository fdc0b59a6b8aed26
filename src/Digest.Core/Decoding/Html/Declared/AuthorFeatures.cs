using System.Numerics;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Describes each candidate by numbers for the model of authors: its signals, its shape, its rivals.</summary>
internal static class AuthorFeatures
{
    /// <summary>Blocks from the headline in which a byline is the article's.</summary>
    public const int Beside = 12;

    private static readonly AuthorSignals[] Signals = Enum.GetValues<AuthorSignals>().Where(s => s != AuthorSignals.None).ToArray();

    /// <summary>Names of the numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Signals.Select(s => s.ToString().ToLowerInvariant()),
        "signals", "mentions", "distance", "companions", "reviewer", "stands alone", "order", "words", "person", "organisation", "site", "lower case", "digits", "capitals",
        "candidates", "most signals of a rival", "head names someone else", "persons among rivals", "head signals", "visible signals", "part of a longer name", "page has json-ld author", "page has meta author", "in title",
        "given name", "blocks from a date", "bio note", "in the text", "nearer rivals", "persons beside the headline", "rivals with a visible byline",
    ];

    public static float[][] Of(List<AuthorCandidate> candidates, string? site, string? title)
    {
        const AuthorSignals Byline = AuthorSignals.ByLine | AuthorSignals.BylineClass | AuthorSignals.AuthorClass | AuthorSignals.AuthorLink | AuthorSignals.RelAuthor | AuthorSignals.ItemProp;
        const AuthorSignals Head = AuthorSignals.JsonLd | AuthorSignals.JsonLdPerson | AuthorSignals.JsonLdOrganisation | AuthorSignals.MetaAuthor | AuthorSignals.TwitterData;
        var all = candidates.Aggregate(AuthorSignals.None, (s, c) => s | c.Signals);
        var rows = new float[candidates.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var c = candidates[i];
            var row = new List<float>(Names.Count);
            row.AddRange(Signals.Select(s => c.Signals.HasFlag(s) ? 1f : 0f));
            var words = c.Name.Split(' ');
            var rivals = candidates.Where(r => r != c).ToList();
            row.AddRange(
            [
                Bits(c.Signals), Math.Min(c.Count, 10), c.Distance, c.Companions, Flag(c.IsReviewer), Flag(c.StandsAlone), c.Order, words.Length,
                Flag(AuthorNames.LooksLikePerson(c.Name)), Flag(AuthorNames.LooksLikeOrganisation(c.Name)), SiteLike(c.Name, site), Flag(!char.IsUpper(c.Name[0])), Flag(c.Name.Any(char.IsAsciiDigit)),
                Flag(words.Length == 1 && c.Name.All(x => !char.IsLower(x))),
                candidates.Count, rivals.Count == 0 ? 0 : rivals.Max(r => Bits(r.Signals)),
                Flag((c.Signals & Head) == AuthorSignals.None && (all & Head) != AuthorSignals.None), rivals.Count(r => AuthorNames.LooksLikePerson(r.Name)),
                Bits(c.Signals & Head), Bits(c.Signals & ~Head),
                Flag(rivals.Exists(r => r.Name.Length > c.Name.Length && r.Name.Contains(c.Name, StringComparison.OrdinalIgnoreCase))),
                Flag((all & (AuthorSignals.JsonLd | AuthorSignals.JsonLdPerson | AuthorSignals.JsonLdOrganisation)) != AuthorSignals.None), Flag(all.HasFlag(AuthorSignals.MetaAuthor)),
                Flag(title is not null && title.Contains(c.Name, StringComparison.OrdinalIgnoreCase)),
                Flag(AuthorNames.HasGivenName(c.Name)), c.FromDate, Flag(c.HasBio), Flag(c.IsInText), rivals.Count(r => r.Distance < c.Distance),
                candidates.Count(r => r.Distance <= 4 && AuthorNames.LooksLikePerson(r.Name)),
                rivals.Count(r => r.Distance <= Beside && (r.Signals & Byline) != AuthorSignals.None && !r.IsReviewer && AuthorNames.LooksLikePerson(r.Name)),
            ]);
            rows[i] = [.. row];
        }

        return rows;
    }

    private static int Bits(AuthorSignals signals) => BitOperations.PopCount((uint)signals);

    private static float Flag(bool value) => value ? 1f : 0f;

    private static float SiteLike(string name, string? site)
    {
        if (site is null)
        {
            return -1;
        }

        var (a, b) = (string.Concat(name.Where(char.IsLetterOrDigit)), string.Concat(site.Where(char.IsLetterOrDigit)));
        return a.Length == 0 || b.Length == 0 ? 0 : a.Equals(b, StringComparison.OrdinalIgnoreCase) ? 2
            : a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
    }
}
