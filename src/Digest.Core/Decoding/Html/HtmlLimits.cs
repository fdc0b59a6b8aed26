using System.Globalization;
using Digest.Core.Essays;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// Counts elements, attributes and depth of a page in one pass over its characters, before the parser sees it: the parser
/// builds its whole tree in memory and follows parents recursively.
/// </summary>
internal static class HtmlLimits
{
    /// <summary>How far up an end tag may look for its start tag; further up it is taken for a stray one.</summary>
    private const int EndTagReach = 64;

    /// <summary>
    /// Most pairs of an end tag and an element that lacks its own: the parser goes through all such elements at each end
    /// tag. A hundred million take it two seconds; 2.5 MB of crossed tags took it 77.
    /// </summary>
    private const long MostRepairs = 100_000_000;

    /// <summary>The problem of a page beyond the limits, or null.</summary>
    public static Problem? Check(string html, DecodingOptions options)
    {
        var open = new int[options.MaxDepth + 1];
        var (depth, elements, attributes) = (0, 0, 0);
        var (closed, leftOpen) = (0L, 0L);
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length;)
        {
            var next = html[i + 1];
            if (next == '/' || char.IsAsciiLetter(next))
            {
                var (name, nameHash) = Name(html, next == '/' ? i + 2 : i + 1);
                var end = TagEnd(html, i + 1, ref attributes);
                var isClosed = end < html.Length && html[end - 1] == '/';
                if (next == '/')
                {
                    var level = Close(open, depth, nameHash);
                    closed++;
                    leftOpen += Math.Max(0, depth - level - 1);
                    depth = level;
                }
                else
                {
                    elements++;
                    if (!isClosed && !IsVoid(html.AsSpan(i + 1, name)))
                    {
                        if (depth >= options.MaxDepth)
                        {
                            return TooComplex($"elements are nested more than {options.MaxDepth} levels deep");
                        }

                        open[depth++] = nameHash;
                    }
                }

                if (closed * leftOpen > MostRepairs)
                {
                    return TooComplex("too many of its elements end in the wrong place or not at all");
                }

                if (elements > options.MaxElements || attributes > options.MaxElements)
                {
                    return TooComplex(string.Create(CultureInfo.InvariantCulture, $"it has more than {options.MaxElements} elements or attributes"));
                }

                i = next != '/' && IsRaw(html.AsSpan(i + 1, name)) ? RawEnd(html, end, html.AsSpan(i + 1, name)) : end;
            }
            else if (next == '!' && string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                var end = html.IndexOf("-->", i + 4, StringComparison.Ordinal);
                i = end < 0 ? html.Length : end;
            }
            else
            {
                i++;
            }

            i = i < html.Length ? html.IndexOf('<', i) : -1;
        }

        return null;
    }

    private static Problem TooComplex(string what) =>
        new(ProblemCodes.TooComplex, $"The page can't be read: {what}. Save only the article, or copy its text into a new document.");

    private static (int Length, int Hash) Name(string html, int start)
    {
        var (i, hash) = (start, 17);
        for (; i < html.Length && (char.IsAsciiLetterOrDigit(html[i]) || html[i] is '-' or ':'); i++)
        {
            hash = unchecked((hash * 31) + (html[i] | 0x20));
        }

        return (i - start, hash);
    }

    /// <summary>The index of the closing bracket, with quoted values skipped; counts the equals signs on the way.</summary>
    private static int TagEnd(string html, int i, ref int attributes)
    {
        for (; i < html.Length; i++)
        {
            switch (html[i])
            {
                case '>':
                    return i;
                case '=':
                    attributes++;
                    var quote = i + 1;
                    while (quote < html.Length && html[quote] is ' ' or '\n' or '\t' or '\r')
                    {
                        quote++;
                    }

                    if (quote < html.Length && html[quote] is '"' or '\'')
                    {
                        var close = html.IndexOf(html[quote], quote + 1);
                        i = close < 0 ? html.Length : close;
                    }

                    break;
                case ' ' or '\t' or '\n' when i + 1 < html.Length && char.IsAsciiLetter(html[i + 1]):
                    // Attributes without a value count as well: a tag may carry a million of them.
                    attributes++;
                    break;
            }
        }

        return html.Length;
    }

    private static int Close(int[] open, int depth, int hash)
    {
        for (var level = depth - 1; level >= Math.Max(0, depth - EndTagReach); level--)
        {
            if (open[level] == hash)
            {
                return level;
            }
        }

        return depth;
    }

    private static int RawEnd(string html, int from, ReadOnlySpan<char> name)
    {
        for (var i = html.IndexOf("</", from, StringComparison.Ordinal); i >= 0; i = html.IndexOf("</", i + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(i + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return html.Length;
    }

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)
        || name.Equals("textarea", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase);

    /// <summary>Elements without content, and those whose end tag is commonly left out because the next one ends them.</summary>
    private static bool IsVoid(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        if (name.Length > lower.Length)
        {
            return false;
        }

        name.ToLowerInvariant(lower);
        return lower[..name.Length] is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr"
            or "p" or "li" or "dt" or "dd" or "td" or "th" or "tr" or "option" or "tbody" or "thead" or "tfoot" or "colgroup";
    }
}
