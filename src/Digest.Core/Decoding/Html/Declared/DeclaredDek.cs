using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>The description in the head of a page, where it is one of the article and whole: many are the first characters of the text, or the site's own words.</summary>
internal static partial class DeclaredDek
{
    private const int Shortest = 5;
    private const int Longest = 1_000;

    /// <summary>So many characters at its beginning tell that the description is the beginning of the text.</summary>
    private const int Beginning = 60;

    /// <summary>So many at its end tell where in the text it was cut off.</summary>
    private const int End = 40;

    /// <summary>Words of "Harbour Review website".</summary>
    private const int LongestNameOfSite = 4;

    /// <summary>The description, unless it is cut off, the beginning of the text, the title or the site's own; null where there is none.</summary>
    public static string? Of(HtmlPage page, ReadOnlySpan<bool> kept, string? title, string? site)
    {
        var description = page.Head.Meta("og:description", "description", "twitter:description") ?? page.Head.JsonLd.Article?.Description;
        return description is null or { Length: < Shortest or > Longest } || IsDamaged(description) || IsTitle(description, title) || IsOfSite(description, site)
            || IsInText(page, kept, description) ? null : description;
    }

    private static bool IsDamaged(string text) => Cut().IsMatch(text) || text.Contains('<', StringComparison.Ordinal) || HasHalfQuotation(text);

    /// <summary>An opening quotation mark without the closing one. A straight one behind a digit may be inches.</summary>
    private static bool HasHalfQuotation(string text)
    {
        var (straight, curled) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            straight += text[i] == '"' && (i == 0 || !char.IsAsciiDigit(text[i - 1])) ? 1 : 0;
            curled += text[i] switch { '\u201C' => 1, '\u201D' => -1, _ => 0 };
        }

        // In German a quotation ends with the sign that opens one in English.
        return (straight % 2 != 0 && !InchesOrQuotation().IsMatch(text)) || (curled > 0 && !text.Contains('\u201E', StringComparison.Ordinal));
    }

    /// <summary>The title, by itself or with the site's name behind it.</summary>
    private static bool IsTitle(string text, string? title) => title is { Length: > 0 } && text.StartsWith(title, StringComparison.OrdinalIgnoreCase)
        && text[title.Length..].TrimStart() is [] or ['|' or '-' or '\u2013' or '\u2014' or '\u00B7' or '\u00BB', ' ', ..];

    /// <summary>"Harbour Review", "Harbour Review website", "Jane's blog", or a number to be called.</summary>
    private static bool IsOfSite(string text, string? site) => string.Equals(text, site, StringComparison.OrdinalIgnoreCase) || TelephoneNumber().IsMatch(text)
        || (text.Split(' ').Length <= LongestNameOfSite && NameOfSite().IsMatch(text));

    /// <summary>True where it is what the text begins with, or ends where a sentence of the text goes on.</summary>
    private static bool IsInText(HtmlPage page, ReadOnlySpan<bool> kept, string description)
    {
        var end = !char.IsPunctuation(description[^1]) && description.Length > End ? Plain(description[^End..]) : null;
        var looked = 0;
        for (var b = 0; b < page.Blocks.Count; b++)
        {
            if (!kept[b])
            {
                continue;
            }

            var text = page.Blocks[b].Text;
            if (looked++ < 4 && text.StartsWith(description.AsSpan(0, Math.Min(Beginning, description.Length)), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (end is not null && text.Length > End && Plain(text) is var plain && plain.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && plain[(at + End)..] is [not ('.' or '!' or '?'), _, ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With the quotation marks and blanks that programs exchange for one another.</summary>
    private static string Plain(string text) => text.Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u201C', '"').Replace('\u201D', '"').Replace('\u00A0', ' ');

    [GeneratedRegex(@"(?:(?:\u2026|\.\.\.)\]?\s*(?:- ?|[\u2192\u00BB\u203A]|read more|continue reading|more)?|\u2192|- ?\u2026)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Cut();

    [GeneratedRegex(@"""[^""]{0,200}\d""", RegexOptions.NonBacktracking)]
    private static partial Regex InchesOrQuotation();

    [GeneratedRegex(@"\b\d{3}[-.]\d{3}[-.]\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex TelephoneNumber();

    [GeneratedRegex(@" (?:website|web ?page|web site|home ?page|blog)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex NameOfSite();
}
