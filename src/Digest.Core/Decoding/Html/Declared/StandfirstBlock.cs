using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>
/// The standfirst that a page shows under its headline. It is what the editors wrote for readers, while the description in the head is
/// often written for search engines: of 499 pages 18 show one in other words than it.
/// </summary>
internal static class StandfirstBlock
{
    private const int Shortest = 5;
    private const int Longest = 60;

    private const int LongestName = 600;

    /// <summary>Blocks between headline and standfirst at the most: date, byline, a share button.</summary>
    private const int Furthest = 4;

    /// <summary>What style sheets call a standfirst. "Lead" and "intro" are the first paragraph of the text as often.</summary>
    private static readonly Regex Name = new(
        "(?:^|[ _-])(?:[a-z]*(?:article|post|entry|story))?(?:dek|deck|standfirst|strapline|sub-?title|sub-?headline|sub-?head)(?:$|[ _-])",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Its text, or null where the page names none.</summary>
    public static string? Of(HtmlPage page)
    {
        var headline = page.Clues.Headline;
        for (var b = headline + 1; headline >= 0 && b <= headline + Furthest && b < page.Blocks.Count; b++)
        {
            var block = page.Blocks[b];
            var words = PlainForm.CountWords(block.Text);
            if (block.Kind is BlockKind.Paragraph or BlockKind.Heading && words is >= Shortest and <= Longest && block.LinkLetters == 0
                && (IsNamed(page, block.Container) || IsNamed(page, page.Tree[block.Container].Parent)))
            {
                return block.Text;
            }

            if (words > Longest)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsNamed(HtmlPage page, int node) => node > 0 && page.Tree.ClassOf(node) is { Length: > 0 and <= LongestName } name && Name.IsMatch(name);
}
