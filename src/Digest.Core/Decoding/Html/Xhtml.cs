using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html;

/// <summary>Pages that are XML, in which any element may end with its start tag.</summary>
internal static partial class Xhtml
{
    /// <summary>How far into a page it says that it is XML, in characters.</summary>
    private const int HeadLooked = 1_000;

    /// <summary>
    /// The page with end tags for titles, scripts and styles that are empty ("&lt;title/&gt;"): parsers of HTML take everything behind such a
    /// start tag for its text. The same instance where the page is no XML or has none of them.
    /// </summary>
    public static string WithEndTags(string html)
    {
        var head = html.AsSpan(0, Math.Min(html.Length, HeadLooked));
        return head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.Contains("xhtml", StringComparison.OrdinalIgnoreCase)
            ? EmptyRawElement().Replace(html, "<${tag}></${name}>")
            : html;
    }

    /// <summary>A value that ends with a slash and has no quotation marks is that of an address: "&lt;script src=/a/&gt;".</summary>
    [GeneratedRegex(@"<(?<tag>(?<name>title|script|style|textarea|iframe|noscript)(?:\s(?:[^<>]{0,2000}[""'\s])?)?)/>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyRawElement();
}
