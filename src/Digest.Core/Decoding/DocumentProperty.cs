using System.Text.RegularExpressions;

namespace Digest.Core.Decoding;

/// <summary>A title or an author as a word processor keeps it in a file: often nobody wrote it.</summary>
internal static partial class DocumentProperty
{
    /// <summary>The value, or null where a program or the name of a computer or a file stands for it.</summary>
    public static string? Believable(string? value) => string.IsNullOrWhiteSpace(value) || WrittenByPrograms().IsMatch(value) ? null : value.Trim();

    [GeneratedRegex(@"^(?:microsoft|windows|office|user|admin|python-docx|apache|libreoffice|openoffice|google|pandoc|untitled|document\d*|unknown|author|owner|default|home|pc|powerpoint|normal)|\.docx?$|^[a-z0-9._-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex WrittenByPrograms();
}
