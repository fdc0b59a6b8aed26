using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads what Pandoc and the makers of sites like it add to Markdown: attributes (<c>## The crew {#crew}</c>,
/// <c>[words]{.smallcaps}</c>), boxes (<c>::: note</c>), code of other formats (<c>`&lt;br&gt;`{=html}</c>, <c>\newpage</c>), notes inside
/// the line (<c>^[so]</c>) and what abbreviations stand for. Only the notes are text.
/// </summary>
internal static class PandocMarks
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;
    private const int LongestNote = 2_000;
    private const int MostNotes = 500;
    private const string Attributes = @"\{(?:[.#][\w-]|[\w-]{1,30}=|=|-\})[^{}\r\n]{0,200}\}";

    private static readonly Regex RawCode = new(@"`[^`\r\n]{1,300}`\{=[a-z0-9]{1,20}\}", Linear);
    private static readonly Regex OfHeading = new(@"^(?<heading>#{1,6}[ \t][^\r\n]*?)[ \t]*" + Attributes + @"(?<end>[ \t\r]*)$", Linear);
    private static readonly Regex OfWords = new(@"\[(?<words>[^\[\]\r\n]{0,400})\]" + Attributes, Linear);
    private static readonly Regex OfLink = new(@"\)" + Attributes, Linear);
    private static readonly Regex Box = new(@"^[ \t]*:{3,}[ \t]*(?:\{[^}\r\n]{0,200}\}|[\w-]{1,40})?(?:\[(?<title>[^\]\r\n]{1,200})\]|[ \t]+(?<title>[^:{}\r\n]{1,200}))?[ \t]*:*(?<end>\r?)$", Linear);
    private static readonly Regex Tex = new(@"^[ \t]*(?:\\(?:newpage|clearpage|pagebreak|vspace|vfill|hfill|bigskip|medskip|smallskip|noindent|begin|end|centering|maketitle|tableofcontents|thispagestyle|pagestyle|setlength|label|rule)\*?(?:\{[^{}\r\n]{0,60}\}|\[[^\]\r\n]{0,60}\])*[ \t]*)+(?<end>\r?)$", Linear);
    private static readonly Regex Abbreviation = new(@"^\*\[[^\[\]\r\n]{1,60}\]:[^\r\n]*$", Linear);

    /// <summary>Code of another format inside a line, which is looked for in lines of code, too.</summary>
    public static string WithoutRawCode(string markdown) => markdown.Contains("`{=", StringComparison.Ordinal) ? RawCode.Replace(markdown, "") : markdown;

    /// <summary>The text without its marks; every line keeps its number, and notes stand behind the last.</summary>
    public static string Without(string markdown, List<string> notes)
    {
        if (markdown.Contains('}', StringComparison.Ordinal))
        {
            markdown = OfLink.Replace(OfWords.Replace(OfHeading.Replace(markdown, "${heading}${end}"), "${words}"), ")");
        }

        if (markdown.Contains(":::", StringComparison.Ordinal))
        {
            // A blank line would part the box from a heading above it; the title of a box is a heading itself.
            markdown = Box.Replace(markdown, m => (m.Groups["title"].Length > 0 ? "#### " + m.Groups["title"].Value : "") + m.Groups["end"].Value);
        }

        if (markdown.Contains('\\', StringComparison.Ordinal))
        {
            markdown = Tex.Replace(markdown, "${end}");
        }

        if (markdown.Contains("*[", StringComparison.Ordinal))
        {
            markdown = Abbreviation.Replace(markdown, "");
        }

        return markdown.Contains("^[", StringComparison.Ordinal) ? WithReferences(markdown, notes) : markdown;
    }

    /// <summary>Sets a reference for each note inside a line; a note may hold brackets, but no blank line.</summary>
    private static string WithReferences(string markdown, List<string> notes)
    {
        var text = new StringBuilder(markdown.Length);
        var (from, unclosed) = (0, 0);
        for (var at = markdown.IndexOf("^[", StringComparison.Ordinal); at >= 0 && unclosed < MostNotes; at = markdown.IndexOf("^[", at, StringComparison.Ordinal))
        {
            var end = notes.Count < MostNotes ? EndOfNote(markdown, at + 2) : -1;
            if (end >= 0 && end + 1 < markdown.Length && markdown[end + 1] == '^')
            {
                // "crossed^[2]^": the mark of a note, raised.
                text.Append(markdown, from, at - from).Append(markdown, at + 1, end - at);
                from = at = end + 2;
                continue;
            }

            if (end < 0)
            {
                unclosed++;
                at += 2;
                continue;
            }

            notes.Add(markdown[(at + 2)..end].ReplaceLineEndings(" "));
            text.Append(markdown, from, at - from).Append("[^").Append(Name(notes.Count)).Append(']').Append('\n', markdown.AsSpan(at, end - at).Count('\n'));
            from = at = end + 1;
        }

        return text.Append(markdown, from, markdown.Length - from).ToString();
    }

    /// <summary>The notes as Markdown defines them.</summary>
    public static string Definitions(List<string> notes) => string.Concat(notes.Select((note, i) => $"\n\n[^{Name(i + 1)}]: {note}"));

    private static string Name(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"inline-note-{number}");

    private static int EndOfNote(string markdown, int start)
    {
        var depth = 1;
        for (var i = start; i < Math.Min(markdown.Length, start + LongestNote); i++)
        {
            switch (markdown[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return i > start ? i : -1;
                case '\n' when i + 1 < markdown.Length && markdown[i + 1] is '\n' or '\r':
                    return -1;
            }
        }

        return -1;
    }
}
