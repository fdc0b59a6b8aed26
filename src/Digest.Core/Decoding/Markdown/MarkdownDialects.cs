using System.Text;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Brings the Markdown of many programs to the one that is read; what it adds stands in no standard, and in the text it would be read as words.</summary>
internal static class MarkdownDialects
{
    /// <summary>The text in plain Markdown, every line with its number, and the comments on it.</summary>
    public static (string Markdown, List<string> Comments) Read(string markdown)
    {
        var (text, comments, notes) = (new StringBuilder(markdown.Length), new List<string>(), new List<string>());
        markdown = TemplateTags.Without(PandocMarks.WithoutRawCode(markdown));
        foreach (var (start, end, isCode) in MarkdownParts.Of(markdown))
        {
            var part = markdown[start..end];
            text.Append(isCode ? part : PandocMarks.Without(WikiMarks.Without(ComponentMarks.Without(DraftMarks.Without(part, comments), comments)), notes));
        }

        return (text.Append(PandocMarks.Definitions(notes)).ToString(), comments);
    }

    /// <summary>Text that stands whole in a fence of "markdown", as chat programs give it out.</summary>
    public static string Unfenced(string markdown)
    {
        var text = markdown.AsSpan().Trim();
        if (!text.StartsWith("```m") || !text.EndsWith("\n```"))
        {
            return markdown;
        }

        var line = text.IndexOf('\n');
        var inside = text[line..^3];
        return text[3..line].Trim() is "markdown" or "md" && !inside.Contains("\n```", StringComparison.Ordinal) ? inside.ToString() : markdown;
    }
}
