using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding;

/// <summary>A title or an author as a word processor keeps it in a file: often nobody wrote it.</summary>
internal static partial class DocumentProperty
{
    /// <summary>A first line of more words begins the text: the title stands in the properties alone.</summary>
    private const int LongestTitle = 30;

    /// <summary>The value, or null where a program or the name of a computer or a file stands for it.</summary>
    public static string? Believable(string? value) => string.IsNullOrWhiteSpace(value) || WrittenByPrograms().IsMatch(value) ? null : value.Trim();

    /// <summary>
    /// The title, where a line of the document says it again or the text begins without one. Else it is that of another draft,
    /// or of the file that this one was made from.
    /// </summary>
    /// <param name="value">The title as the file keeps it.</param>
    /// <param name="lines">The blocks of the document.</param>
    public static string? Title(string? value, IEnumerable<string> lines)
    {
        if (Believable(value) is not { } title)
        {
            return null;
        }

        var key = PlainForm.Key(title);
        return lines.Take(1).Any(first => PlainForm.CountWords(first) > LongestTitle) || lines.Any(line => PlainForm.HasKey(line, key)) ? title : null;
    }

    [GeneratedRegex(@"^(?:microsoft|windows|office|user|admin|python-docx|apache|libreoffice|openoffice|google|pandoc|untitled|document\d*|unknown|author|owner|default|home|pc|powerpoint|normal)|^(?:gmail|mail) - |^(?:fwd?|re|aw|wg|tr|rv) ?: |\.docx?$|^[a-z0-9._-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenByPrograms();
}
