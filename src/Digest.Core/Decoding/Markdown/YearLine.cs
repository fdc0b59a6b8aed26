using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Core.Decoding.Markdown;

/// <summary>"1986. A great season": a paragraph that begins with a year, which Markdown takes for a list of one item.</summary>
internal static class YearLine
{
    /// <summary>The paragraph with its year put back, or null where the list is one.</summary>
    public static ContainerBlock? Of(ListBlock list)
    {
        if (list is not { IsOrdered: true, Count: 1 } || list[0] is not ListItemBlock { Order: >= 1000 and <= 9999 } item || item.FirstOrDefault() is not ParagraphBlock { Inline.FirstChild: { } first })
        {
            return null;
        }

        first.InsertBefore(new LiteralInline(string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter} ")));
        return item;
    }
}
