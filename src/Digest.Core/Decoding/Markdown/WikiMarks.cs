using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads the marks of programs for linked notes: links to notes (<c>[[Days|twice]]</c> says "twice"), notes and pictures that are
/// shown in place (<c>![[map.png]]</c>), names of paragraphs (<c>^block-1</c>) and the kind of a boxed note (<c>[!note]</c>).
/// </summary>
internal static class WikiMarks
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly Regex Embed = new(@"!\[\[[^\[\]\r\n]{1,200}\]\]", Linear);

    /// <summary>A number in two brackets is the mark of a note, one with an address behind it a link.</summary>
    private static readonly Regex Link = new(@"\[\[(?<note>[^\[\]|\r\n]{1,160})(?:\|(?<name>[^\[\]|\r\n]{1,160}))?\]\](?<address>\(?)", Linear);

    private static readonly Regex BlockName = new(@"[ \t]\^[0-9-]{0,40}[A-Za-z][A-Za-z0-9-]{0,60}(?<end>[ \t\r]*)$", Linear);

    private static readonly Regex Callout = new(@"^(?<quote>[ \t]*>[> \t]*)\[![A-Za-z][\w-]{0,30}(?:\|[^\]\r\n]{0,30})?\][+-]?[ \t]*(?<title>[^\r\n]*)(?<end>\r?)$", Linear);

    public static string Without(string markdown)
    {
        if (markdown.Contains("[[", StringComparison.Ordinal))
        {
            markdown = Link.Replace(Embed.Replace(markdown, ""), Name);
        }

        if (markdown.Contains("[!", StringComparison.Ordinal))
        {
            // A boxed note may have a title, which is a heading over its text.
            markdown = Callout.Replace(markdown, m => m.Groups["quote"].Value + (m.Groups["title"].Length > 0 ? "#### " + m.Groups["title"].Value : "") + m.Groups["end"].Value);
        }

        return markdown.Contains(" ^", StringComparison.Ordinal) ? BlockName.Replace(markdown, "${end}") : markdown;
    }

    private static string Name(Match link)
    {
        var note = link.Groups["note"].Value;
        if (link.Groups["address"].Length > 0 || note.All(char.IsAsciiDigit))
        {
            return link.Value;
        }

        return link.Groups["name"] is { Success: true } name ? name.Value : note.IndexOf('#', StringComparison.Ordinal) is > 0 and var heading ? note[..heading] : note.TrimStart('#');
    }
}
