using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Takes out what MDX, Markdown with components, has for the program that makes the page: imports, exports and comments.</summary>
internal static class ComponentMarks
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly Regex Statement = new(@"^(?:import (?:[\w*]|\{)[^\r\n]*|import ['""][^\r\n]+['""];?|export (?:const|let|var|default|function|async|class|\{|\*)[^\r\n]*)\r?$", Linear);
    private static readonly Regex Module = new(@"^(?:\}? ?from|import(?: [^\r\n]+ from)?|export [^\r\n]+ from) ['""][^'""\r\n]+['""];?\r?$|^(?:\} from|import \{[^\r\n]*|export (?:const|let|var|default|function|async|class)\b[^\r\n]*)", Linear);
    private static readonly Regex Comment = new(@"\{/\*[^*]{0,2000}\*/\}", Linear);

    /// <summary>The text without statements, which go on to the next blank line, and comments; every line keeps its number.</summary>
    public static string Without(string markdown, List<string> comments)
    {
        if (markdown.Contains("{/*", StringComparison.Ordinal))
        {
            markdown = Comment.Replace(markdown, m =>
            {
                comments.Add(m.Value[3..^3].Trim());
                return new string('\n', m.ValueSpan.Count('\n'));
            });
        }

        if (!markdown.Contains("import ", StringComparison.Ordinal) && !markdown.Contains("export ", StringComparison.Ordinal))
        {
            return markdown;
        }

        var text = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length;)
        {
            var end = EndOfBlock(markdown, at);
            var block = markdown.AsSpan(at, end - at);
            _ = IsCode(block) ? text.Append('\n', block.Count('\n')) : text.Append(block);
            at = end;
        }

        return text.ToString();
    }

    /// <summary>Begins with a statement, and one that says where from, or what it declares: "import duties rose" does not.</summary>
    private static bool IsCode(ReadOnlySpan<char> block)
    {
        var line = block.IndexOf('\n') is >= 0 and var at ? block[..at] : block;
        return (line.StartsWith("import ") || line.StartsWith("export ")) && Statement.IsMatch(line) && Module.IsMatch(block);
    }

    private static int EndOfBlock(string markdown, int start)
    {
        for (var line = start; line < markdown.Length;)
        {
            var next = markdown.IndexOf('\n', line) is >= 0 and var at ? at + 1 : markdown.Length;
            if (markdown.AsSpan(line, next - line).IsWhiteSpace())
            {
                return next;
            }

            line = next;
        }

        return markdown.Length;
    }
}
