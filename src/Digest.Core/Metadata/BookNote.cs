using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>"Jane Doe's most recent book is The Ferry.": what is said below a text of who wrote it.</summary>
internal sealed class BookNote(PersonNames names)
{
    private static readonly Regex Book = new(
        "^'s? (?:(?:books?|novels?|memoirs?) |(?:(?:most recent|latest|newest|new|next|first|second|third|fourth|fifth|sixth|seventh|debut|last|previous|forthcoming|other|award-winning|many) )+(?:\\p{L}+ ){0,2}(?:books?|novels?|novella|memoir|poems|poetry|collection|biography|plays?|history|albums?|films?|documentary|podcast)\\b)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Saying = new(
        "\\b(?:is|are|was|were|will|includes?|included|has|have|won|appeared|appears|came|comes)\\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const int LongestName = 40;

    /// <summary>The full name of the one whose book the text begins with, or null.</summary>
    public string? Of(string text)
    {
        var straight = PlainForm.Straight(text);
        var start = straight.AsSpan().IndexOfAnyExcept(" *_-");
        for (var i = Math.Max(0, start); i < Math.Min(straight.Length, start + LongestName); i++)
        {
            if (straight[i] == '\'' && Book.Match(straight[i..]) is { Success: true } book && Saying.IsMatch(straight.AsSpan(i + book.Length)))
            {
                return names.ReadAt(straight[..i], start) is { } name && name.End == i ? name.Name : null;
            }
        }

        return null;
    }
}
