using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html.Declared;

/// <content>Whose site it is.</content>
internal sealed partial class AuthorCandidates
{
    /// <summary>Blocks at the end of the page in which it says whose it is.</summary>
    private const int Colophon = 15;

    /// <summary>Someone's own site bears the name at the end of its titles, on the link to its first page, or after the copyright sign.</summary>
    private void ReadSiteOwner()
    {
        var title = _page.Head.Title;
        var divider = title?.LastIndexOfAny(['|', '–', '—', '-', '·', '•']) ?? -1;
        Own(divider > 0 ? title![(divider + 1)..] : null);
        Own(PageMetadata.Site(_page.Head));
        var links = 0;
        for (var i = 1; i < _page.Tree.Count && links < MostElements; i++)
        {
            if (_page.Tree[i].Tag == HtmlTag.A && ++links > 0 && _page.Tree.Attribute(i, "href") is "/" or "./" or "../" or "index.html" or "/index.html")
            {
                Own(_page.Tree.TextOf(i));
            }
        }

        for (var b = Math.Max(0, _page.Blocks.Count - Colophon); b < _page.Blocks.Count; b++)
        {
            if (_page.Outline.Measures[b].Words <= 20 && Copyright().Match(_page.Blocks[b].Text) is { Success: true } match)
            {
                Own(match.Groups["name"].Value);
            }
        }

        void Own(string? text)
        {
            if (text is not { Length: < 100 })
            {
                return;
            }

            var name = NextSentence().Replace(Possession().Replace(text, ""), "${end}").Trim().TrimEnd('.');
            if (AuthorNames.LooksLikePerson(name) && AuthorNames.HasGivenName(name))
            {
                Add(name, AuthorSignals.SiteOwner);
            }
        }
    }

    [GeneratedRegex(@"['’]s\s+(?:\p{L}+\s+)?(?:blog|weblog|site|website|page|homepage|journal|notes|notebook|thoughts|writing|newsletter|corner)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Possession();

    /// <summary>"© 2024 Anna Lind. All rights reserved": a point behind an initial ends no sentence.</summary>
    [GeneratedRegex(@"(?<end>\p{Ll}{2})\.\s.*")]
    private static partial Regex NextSentence();

    [GeneratedRegex(@"(?:©|\([cC]\)|[Cc]opyright)[\s\d,–-]*(?:by\s+)?(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})")]
    private static partial Regex Copyright();
}
