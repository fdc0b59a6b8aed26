using Markdig.Syntax;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Knows the export of an outliner, in which every paragraph is the item of a list: its text is a text. A list in an essay is
/// shorter than the essay, and its items are shorter than paragraphs.
/// </summary>
internal static class Outline
{
    private const int FewestItems = 5;

    /// <summary>Least length of half of the items, in characters.</summary>
    private const int LeastLength = 120;

    /// <summary>Least share of the items in the whole text, in percent.</summary>
    private const int LeastPercent = 80;

    public static bool Is(MarkdownDocument document)
    {
        var items = document.OfType<ListBlock>().SelectMany(list => list).Select(item => item.Span.Length).Order().ToList();
        return items.Count >= FewestItems && items[items.Count / 2] >= LeastLength && items.Sum() * 100L >= document.Sum(block => block.Span.Length) * (long)LeastPercent;
    }
}
