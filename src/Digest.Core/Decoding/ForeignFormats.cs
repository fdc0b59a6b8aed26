using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Digest.Core.Essays;

namespace Digest.Core.Decoding;

/// <summary>Tells files of formats that are not read, by what they hold, and says to the person who dropped one what to do instead.</summary>
internal static class ForeignFormats
{
    private const string SaveAs = "Save the essay as .docx, .html, .md or .txt and drop it again.";
    private const string Export = "Choose File › Export To › Word and drop the .docx file.";
    private const string SaveAsWord = "Open it, save it as a Word document (.docx) and drop that.";
    private const string DropThePage = "It holds only an address: open it, save the page or copy its text, and drop that.";

    /// <summary>How far into a text its format is looked for, in characters.</summary>
    private const int HeadLooked = 4_096;

    private static readonly (byte[] Start, int At, string What)[] Binary =
    [
        ("%PDF-"u8.ToArray(), 0, "a PDF"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "a PNG picture"),
        ("GIF8"u8.ToArray(), 0, "a GIF picture"),
        ("RIFF"u8.ToArray(), 0, "a picture or recording"),
        ([(byte)'I', (byte)'I', 0x2A, 0], 0, "a TIFF picture"),
        ([(byte)'M', (byte)'M', 0, 0x2A], 0, "a TIFF picture"),
        ("ftyp"u8.ToArray(), 4, "a video or HEIC picture"),
        ("ID3"u8.ToArray(), 0, "a sound recording"),
        ("OggS"u8.ToArray(), 0, "a sound recording"),
        ([0x1F, 0x8B], 0, "a gzip archive"),
        ("7z\xBC\xAF"u8.ToArray(), 0, "a 7z archive"),
        ("Rar!"u8.ToArray(), 0, "a RAR archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, "a program"),
        ("MZ\x90"u8.ToArray(), 0, "a program"),
        ("{\\rtf"u8.ToArray(), 0, "an RTF document"),
        ("wOFF"u8.ToArray(), 0, "a font"),
        ("SQLite format 3"u8.ToArray(), 0, "a database"),
        ("%!PS"u8.ToArray(), 0, "a PostScript file"),
    ];

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] FolderList = [0, 0, 0, 1, (byte)'B', (byte)'u', (byte)'d', (byte)'1'];
    private static readonly byte[] FileProperties = [0, 5, 0x16, 7];

    /// <summary>What an archive is by a file inside it, the first that fits.</summary>
    private static readonly (string Entry, string What, string Do)[] Packages =
    [
        ("Index/Document.iwa", "a Pages document", Export),
        ("Index.zip", "a Pages document", Export),
        ("xl/workbook.xml", "an Excel workbook", SaveAs),
        ("ppt/presentation.xml", "a PowerPoint presentation", SaveAs),
        ("META-INF/container.xml", "an electronic book", SaveAs),
        ("content.xml", "an OpenDocument file, as LibreOffice writes it", SaveAsWord),
    ];

    private static readonly string[] Essays = [".docx", ".html", ".htm", ".md", ".txt"];

    /// <summary>The problem of a file that is known by its first bytes or, where a program leaves it beside others, by its name; null for everything else.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its path.</param>
    public static Problem? OfFile(ReadOnlySpan<byte> bytes, string name)
    {
        foreach (var (start, at, what) in Binary)
        {
            if (bytes.Length > at && bytes[at..].StartsWith(start))
            {
                return NotRead(what, SaveAs);
            }
        }

        if (name.AsSpan(name.LastIndexOf('/') + 1).StartsWith("~$"))
        {
            return NoEssay("a mark that Word sets beside a document while it is open");
        }

        return bytes.StartsWith(FolderList) || bytes.StartsWith(FileProperties) ? NoEssay("one that macOS keeps beside others")
            : bytes.StartsWith("bplist"u8) ? OfPropertyList(bytes)
            : bytes.StartsWith(CompoundFile) ? OfCompoundFile(bytes)
            : null;
    }

    /// <summary>The problem of a text in the notation of a program, or null for a text that is meant for readers.</summary>
    public static Problem? OfText(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadLooked)).TrimStart();
        return head switch
        {
            ['[', ..] when head.StartsWith("[InternetShortcut]", StringComparison.OrdinalIgnoreCase) => Link("a page, not the page", DropThePage),
            ['[', ..] when head.StartsWith("[.ShellClassInfo]", StringComparison.OrdinalIgnoreCase) => NoEssay("one that Windows keeps in a folder"),
            ['<', ..] => OfXml(head),
            ['\\' or '%', ..] => IsLatex(head) ? NotRead("the source of a LaTeX document", "Convert it to Word, html or Markdown and drop that.") : null,
            ['{' or '[', ..] when IsJson(text) => OfJson(head),
            _ => null,
        };
    }

    /// <summary>The problem of an archive that is no Word document, or null for one that is.</summary>
    public static Problem? OfArchive(ZipArchive archive)
    {
        if (archive.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
            && archive.Entries.Any(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        foreach (var (entry, what, instead) in Packages)
        {
            if (archive.Entries.Any(e => e.FullName.Equals(entry, StringComparison.OrdinalIgnoreCase)))
            {
                return NotRead(what, instead);
            }
        }

        var inside = archive.Entries.FirstOrDefault(e => Array.Exists(Essays, end => e.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
        return inside is null
            ? NotRead("an archive or a document of another program", SaveAs)
            : NotRead("an archive", $"Unpack it and drop “{OneLine.Of(inside.Name)}”.");
    }

    /// <summary>A docx with a password is wrapped in the old container; stream names are UTF-16.</summary>
    private static Problem OfCompoundFile(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
        ? new Problem(ProblemCodes.Damaged, "The document is protected with a password. Remove the password in Word and drop it again.")
        : NotRead("in an old format of Word, Excel or PowerPoint", SaveAs);

    private static Problem OfPropertyList(ReadOnlySpan<byte> bytes) => bytes.IndexOf("WebMainResource"u8) >= 0
        ? NotRead("a web archive of Safari", "Save the page in the format Page Source and drop that.")
        : bytes.IndexOf("URL"u8) >= 0 ? Link("a page, not the page", DropThePage)
        : NotRead("a property list", SaveAs);

    private static Problem? OfXml(ReadOnlySpan<char> head) =>
        head.Contains("<w:wordDocument", StringComparison.Ordinal) || head.Contains("<pkg:package", StringComparison.Ordinal) ? NotRead("a Word document saved as XML", SaveAsWord)
        : head.Contains("<office:document", StringComparison.Ordinal) ? NotRead("an OpenDocument file, as LibreOffice writes it", SaveAsWord)
        : !head.StartsWith("<?xml", StringComparison.Ordinal) || head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? null
        : head.Contains("<plist", StringComparison.Ordinal) && head.Contains("<key>URL</key>", StringComparison.Ordinal) ? Link("a page, not the page", DropThePage)
        : head.Contains("<rss", StringComparison.Ordinal) || head.Contains("<feed", StringComparison.Ordinal) ? NotRead("a feed", "Save the page of the essay and drop that.")
        : null;

    /// <summary>A document in LaTeX says its class first, below comments.</summary>
    private static bool IsLatex(ReadOnlySpan<char> head)
    {
        foreach (var line in head.EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line[0] != '%')
            {
                return line.StartsWith("\\documentclass{", StringComparison.Ordinal) || line.StartsWith("\\documentclass[", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static Problem OfJson(ReadOnlySpan<char> head) =>
        head.Contains("\"doc_id\"", StringComparison.Ordinal) || head.Contains("https://docs.google.com/", StringComparison.Ordinal)
            ? Link("a Google document, not the document", "Open it, choose File › Download › Microsoft Word and drop the .docx file.")
            : NotRead("data of a program (JSON)", SaveAs);

    /// <summary>True where the whole text is one value: front matter in JSON has an essay below it.</summary>
    private static bool IsJson(string text)
    {
        if (text.AsSpan().TrimEnd() is not [.., '}' or ']'])
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.Trim()));
            while (reader.Read())
            {
                // Reading it to its end is the test.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Problem NotRead(string what, string instead) => new(ProblemCodes.UnknownFormat, $"The file is {what}, which is not read. {instead}");

    private static Problem Link(string target, string instead) => new(ProblemCodes.UnknownFormat, $"The file is a link to {target}. {instead}");

    private static Problem NoEssay(string what) => new(ProblemCodes.UnknownFormat, $"The file is no essay but {what}. Delete it.");
}
