using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Reads what a page declares about its article, after its blocks are judged.</summary>
internal static class PageMetadata
{
    public static DocumentMetadata Of(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var site = Site(page.Head);
        var title = PageTitle.Of(page, site);
        var authors = PageAuthors.Of(page, kept, site);
        return new DocumentMetadata
        {
            Title = title,
            Dek = StandfirstBlock.Of(page) ?? DeclaredDek.Of(page, kept, title, site),
            Authors = authors,
            AuthorNote = authors is [{ Name: var author }] && AuthorNames.LooksLikePerson(author) ? AuthorBox.NoteOn(page, kept, author) : null,
            Published = PublishedDate.Of(page, kept),
            Language = Language(page),
            Site = site,
            Canonical = Address(page.Head.Canonical) ?? Address(page.Head.Meta("og:url")) ?? Address(page.Head.JsonLd.Article?.Address),
            FirstHeading = page.Clues.Headline < 0 ? null : page.Blocks[page.Clues.Headline].Text,
        };
    }

    /// <summary>Name of the publication, or null.</summary>
    public static string? Site(PageHead head)
    {
        var name = head.Meta("og:site_name") ?? head.JsonLd.SiteName ?? head.JsonLd.Article?.Publisher ?? head.Meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title");
        return name is { Length: > 1 and <= 100 } ? name : null;
    }

    /// <summary>The declared language, unless the words of the page are plainly of another one.</summary>
    public static string? Language(HtmlPage page)
    {
        var declared = page.Head.Language ?? page.Head.Meta("content-language", "og:locale") ?? page.Head.JsonLd.Article?.Language;
        var tag = declared?.Split(',', ';')[0].Trim().Replace('_', '-');
        var isTag = tag is { Length: >= 2 and <= 12 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1])
            && (tag.Length == 2 || tag[2] == '-' || (tag.Length == 3) || tag[3] == '-');
        var read = page.Outline.Language;
        return !isTag ? read : read is not null && StopWords.Languages.Contains(tag![..2].ToLowerInvariant(), StringComparer.Ordinal) && !tag.StartsWith(read, StringComparison.OrdinalIgnoreCase) && page.Outline.LanguageIsPlain ? read : tag;
    }

    private static Uri? Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
}
