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

    /// <summary>The Markdown without its tags; every line keeps its number.</summary>
    public static string Without(string markdown)
    {
        if (!markdown.Contains("{%", StringComparison.Ordinal) && !markdown.Contains("{{", StringComparison.Ordinal) && !markdown.Contains("{:", StringComparison.Ordinal))
        {
            return markdown;
        }

        var text = new StringBuilder(markdown.Length);
        foreach (var (start, end, isCode) in Parts(markdown))
        {
            var part = markdown[start..end];
            text.Append(isCode ? part : Attributes.Replace(Tag.Replace(part, Breaks), ""));
        }

        return text.ToString();
    }

    /// <summary>Somebody who writes about templates shows their tags as code.</summary>
    private static string Breaks(Match tag) => tag.ValueSpan.Contains('`') ? tag.Value : new string('\n', tag.ValueSpan.Count('\n'));

    /// <summary>Fenced code and lines with code in them, and what stands between.</summary>
    private static IEnumerable<(int Start, int End, bool IsCode)> Parts(string markdown)
    {
        var (start, line, isFenced, wasCode) = (0, 0, false, false);
        while (line < markdown.Length)
        {
            var next = markdown.IndexOf('\n', line) is >= 0 and var at ? at + 1 : markdown.Length;
            var trimmed = markdown.AsSpan(line, next - line).Trim();
            var isFence = trimmed.StartsWith("```") || trimmed.StartsWith("~~~");
            var isCode = isFenced || isFence || trimmed.Contains('`');
            if (isCode != wasCode && line > start)
            {
                yield return (start, line, wasCode);
                start = line;
            }

            (wasCode, isFenced, line) = (isCode, isFenced ^ isFence, next);
        }

        yield return (start, markdown.Length, wasCode);
    }
}
