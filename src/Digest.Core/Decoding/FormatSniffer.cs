namespace Digest.Core.Decoding;

/// <summary>Tells by the first bytes what a file is, whatever its name says.</summary>
internal static class FormatSniffer
{
    private const int FewestHashHeadings = 2;

    /// <summary>Most lines of Markdown that are short, in characters, and have another right under them.</summary>
    private const int MostShortLines = 8;

    private const int ShortLine = 45;

    /// <summary>How far into a text headings are looked for, in characters.</summary>
    private const int MostSniffed = 65_536;

    /// <summary>True for a zip container: a Word document, or another kind of package.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    /// <summary>The format of a text, by its beginning first, by its name and declared type second.</summary>
    public static SourceFormat OfText(string text, string name, string? contentType)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (StartsLikePage(head))
        {
            return SourceFormat.Html;
        }

        var extension = Extension(name);
        if (extension is "MD" or "MARKDOWN" or "MDOWN" or "MKD" or "MDX" || Is(contentType, "text/markdown"))
        {
            return SourceFormat.Markdown;
        }

        if (extension is "HTML" or "HTM" or "XHTML" or "XHT" || Is(contentType, "text/html") || Is(contentType, "application/xhtml"))
        {
            return head.Contains('<') ? SourceFormat.Html : SourceFormat.PlainText;
        }

        if (extension is not "TXT" && StartsWithFrontMatter(head))
        {
            return SourceFormat.Markdown;
        }

        if (HasHashHeadings(text))
        {
            return SourceFormat.Markdown;
        }

        return extension is not ("TXT" or "TEXT") && HasBlockTags(head) ? SourceFormat.Html : SourceFormat.PlainText;
    }

    private static bool StartsLikePage(ReadOnlySpan<char> head)
    {
        while (head.StartsWith("<!--", StringComparison.Ordinal) && head.IndexOf("-->", StringComparison.Ordinal) is > 0 and var end)
        {
            head = head[(end + 3)..].TrimStart();
        }

        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head>", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("<?xml", StringComparison.Ordinal) && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool StartsWithFrontMatter(ReadOnlySpan<char> head) =>
        head.StartsWith("---\n", StringComparison.Ordinal) && head[4..].Contains("\n---", StringComparison.Ordinal) && head[4..].Contains(':');

    /// <summary>
    /// Two headings of Markdown or more, each below a blank line: the text part of a newsletter's mail, notes out of an editor. One line may be about a
    /// number ("# 4"). Not where short lines follow one another all over: in a page that was pasted with its menus a line is a paragraph, which in Markdown it is not.
    /// </summary>
    private static bool HasHashHeadings(string text)
    {
        var (headings, shortLines) = (0, 0);
        var before = default(ReadOnlySpan<char>);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MostSniffed)).EnumerateLines())
        {
            var hashes = line.IndexOfAnyExcept('#');
            headings += before.IsWhiteSpace() && hashes is > 0 and <= 6 && line[hashes] == ' ' && line[hashes..].TrimStart() is [var first, ..] && !char.IsDigit(first) ? 1 : 0;
            shortLines += !line.IsWhiteSpace() && !before.IsWhiteSpace() && before.Length < ShortLine ? 1 : 0;
            before = line;
        }

        return headings >= FewestHashHeadings && shortLines <= MostShortLines;
    }

    private static bool HasBlockTags(ReadOnlySpan<char> head) =>
        head.Contains("<p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<div", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<article", StringComparison.OrdinalIgnoreCase) || head.Contains("<h1", StringComparison.OrdinalIgnoreCase);

    private static bool Is(string? contentType, string type) => contentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 || dot < name.LastIndexOf('/') ? "" : name[(dot + 1)..].ToUpperInvariant();
    }
}
