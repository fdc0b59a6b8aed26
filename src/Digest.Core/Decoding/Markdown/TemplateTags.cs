using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Takes out what the writers of static sites leave for the program that makes the page: Liquid's tags of Jekyll (<c>{% include box.html %}</c>), Hugo's
/// shortcodes (<c>{{&lt; figure src="a.jpg" &gt;}}</c>), values (<c>{{ page.image }}</c>) and Kramdown's lists of attributes (<c>{: .lead}</c>). Like
/// pictures and comments they are no text. What stands between two tags stays.
/// </summary>
internal static class TemplateTags
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>A tag may go over several lines; the bound keeps a brace that is never closed from taking the text.</summary>
    private static readonly Regex Tag = new("\\{%[^{}]{1,600}?%\\}|\\{\\{[^{}]{1,900}\\}\\}", Linear);

    private static readonly Regex Attributes = new("[ \\t]*\\{:[ \\t]?[.#a-z][^{}\\r\\n]{0,200}\\}[ \\t]*$", Linear | RegexOptions.Multiline);

    /// <summary>Kramdown makes the contents of the list above this mark.</summary>
    private static readonly Regex Contents = new("^[*+-] .{1,60}\\r?\\n\\{:[ \\t]?toc\\}", Linear | RegexOptions.Multiline | RegexOptions.IgnoreCase);

    /// <summary>The Markdown without its tags; every line keeps its number.</summary>
    public static string Without(string markdown)
    {
        if (!markdown.Contains("{%", StringComparison.Ordinal) && !markdown.Contains("{{", StringComparison.Ordinal) && !markdown.Contains("{:", StringComparison.Ordinal))
        {
            return markdown;
        }

        var text = new StringBuilder(markdown.Length);
        foreach (var (start, end, isCode) in MarkdownParts.Of(markdown))
        {
            var part = markdown[start..end];
            text.Append(isCode ? part : Attributes.Replace(Contents.Replace(Tag.Replace(part, Breaks), "\n"), ""));
        }

        return text.ToString();
    }

    /// <summary>Somebody who writes about templates shows their tags as code.</summary>
    private static string Breaks(Match tag) => tag.ValueSpan.Contains('`') ? tag.Value : new string('\n', tag.ValueSpan.Count('\n'));
}
