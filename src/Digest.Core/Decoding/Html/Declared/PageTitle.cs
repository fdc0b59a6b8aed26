using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>The article's title: the headline where the page's other titles agree with it, else the best of those without the site's name.</summary>
internal static partial class PageTitle
{
    /// <summary>Signs that divide a title from the site's name when they stand between spaces.</summary>
    private static readonly string[] Dividers = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " › ", " / ", " ~ ", " « ", " < "];

    /// <summary>A headline that shares less than this of its words with every declared title is another text.</summary>
    private const float LeastAgreement = 0.3f;

    private const int FewestLettersOfName = 4;

    public static string? Of(HtmlPage page, string? site)
    {
        var headline = page.Clues.Headline < 0 ? null : page.Blocks[page.Clues.Headline].Text;
        var declared = new[] { page.Head.Title, page.Head.Meta("og:title"), page.Head.Meta("twitter:title"), page.Head.JsonLd.Article?.Headline }
            .OfType<string>().Select(t => WithoutSite(t, site)).Where(t => t.Length > 0 && !IsName(t, site) && !SaysNothing().IsMatch(t)).ToList();
        if (headline is { Length: > 0 and <= 300 } && !IsName(headline, site) && (declared.Count == 0 || declared.Max(d => new Content.WordSet(d).Overlap(headline)) >= LeastAgreement))
        {
            return headline;
        }

        return declared.Count > 0 ? declared[0] : headline ?? (page.Head.Title is { } title && !SaysNothing().IsMatch(title) ? title : null);
    }

    /// <summary>Takes the site's name off an end of a title; without a known name, a short last part of at most four words.</summary>
    public static string WithoutSite(string title, string? site)
    {
        foreach (var divider in Dividers)
        {
            var last = title.LastIndexOf(divider, StringComparison.Ordinal);
            if (last <= 0)
            {
                continue;
            }

            var first = title.IndexOf(divider, StringComparison.Ordinal);
            if (IsName(title[..first], site))
            {
                return title[(first + divider.Length)..].Trim();
            }

            var (head, tail) = (title[..last].Trim(), title[(last + divider.Length)..].Trim());
            if (IsName(tail, site) || (CountWords(tail) <= 4 && CountWords(head) > CountWords(tail)))
            {
                return WithoutSite(head, site);
            }
        }

        return title;
    }

    /// <summary>
    /// The title of a page that was clipped from the web, where the name of the site often stands behind it: the name is known by the page's own heading,
    /// which lacks it, or by the address of the page.
    /// </summary>
    public static string OfClipping(string title, string? heading, Uri? address)
    {
        foreach (var divider in Dividers)
        {
            if (title.LastIndexOf(divider, StringComparison.Ordinal) is > 0 and var at
                && (title.AsSpan(0, at).Equals(heading, StringComparison.OrdinalIgnoreCase) || (address is not null && IsNamedBy(address, title[(at + divider.Length)..]))))
            {
                return title[..at].TrimEnd();
            }
        }

        return title;
    }

    /// <summary>"Queen City Monthly" of queencitymonthly.com.</summary>
    private static bool IsNamedBy(Uri address, string name) =>
        Letters(name) is { Length: >= FewestLettersOfName } letters && Letters(address.Host).Contains(letters, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text, string? site)
    {
        if (site is null)
        {
            return false;
        }

        var (a, b) = (Letters(text), Letters(site));
        return a.Length > 0 && b.Length > 0 && (a.Equals(b, StringComparison.OrdinalIgnoreCase) || (b.StartsWith(a, StringComparison.OrdinalIgnoreCase) && a.Length * 2 > b.Length));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Titles that say where a text stands, or that nobody gave.</summary>
    [GeneratedRegex(@"^(?:(?:chapter|section|part|page|kapitel|chapitre|cap[ií]tulo)\W{0,2}(?:\d{1,3}|[ivxlc]{1,6})|(?:untitled|new|web)(?: (?:document|page|post))?|document ?\d*|index|gmail - .{0,300})$", RegexOptions.IgnoreCase)]
    private static partial Regex SaysNothing();

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
