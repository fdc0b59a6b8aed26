using System.IO.Compression;
using System.Text;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class FormatTests
{
    [Theory]
    [InlineData("%PDF-1.7 and so on", "essay.txt")]
    [InlineData("{\\rtf1\\ansi hello}", "essay.doc")]
    [InlineData("GIF89a....", "essay.html")]
    public void Other_formats_are_told_by_their_bytes_whatever_the_name_says(string start, string name) =>
        Assert.Equal(ProblemCodes.UnknownFormat, Drop.Rejection(Encoding.Latin1.GetBytes(start), name));

    [Fact]
    public void An_old_Word_file_is_a_format_that_is_not_read() =>
        Assert.Equal(ProblemCodes.UnknownFormat, Drop.Rejection([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "essay.doc"));

    [Fact]
    public void A_document_with_a_password_is_damaged() =>
        Assert.Equal(ProblemCodes.Damaged, Drop.Rejection([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "essay.docx"));

    [Theory]
    [InlineData("essay.txt", "drop “essay.txt”")]
    [InlineData("word/essay.docx", "drop “essay.docx”")]
    [InlineData("picture.png", "an archive or a document of another program")]
    [InlineData("Index/Document.iwa", "a Pages document")]
    [InlineData("content.xml", "LibreOffice")]
    [InlineData("xl/workbook.xml", "an Excel workbook")]
    public void An_archive_is_told_by_what_is_in_it(string entry, string sentence)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write("An essay inside an archive.");
        }

        Assert.Contains(sentence, Drop.Refusal(stream.ToArray(), "essay.zip"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bplist00\u0001WebMainResource", "essay.webarchive", "Safari")]
    [InlineData("bplist00\u0001SURL", "essay.webloc", "a link to a page")]
    [InlineData("bplist00\u0001", "essay.plist", "a property list")]
    [InlineData("\u000CMicrosoft Office User", "new/~$essay.docx", "while it is open")]
    [InlineData("\0\0\0\u0001Bud1\0\0", ".DS_Store", "macOS")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument><w:t>Text.</w:t></w:wordDocument>", "essay.xml", "a Word document saved as XML")]
    [InlineData("<?xml version=\"1.0\"?><office:document><text:p>Text.</text:p></office:document>", "essay.fodt", "LibreOffice")]
    [InlineData("<?xml version=\"1.0\"?><rss><title>Text.</title></rss>", "essay.xml", "a feed")]
    [InlineData("{\"doc_id\":\"1abc\",\"email\":\"jane@example.org\"}", "essay.gdoc", "File › Download › Microsoft Word")]
    [InlineData("{\"cells\": [1, 2, {}]}\n", "essay.ipynb", "JSON")]
    [InlineData("[InternetShortcut]\r\nURL=https://harbour.example/last", "essay.url", "a link to a page")]
    [InlineData("% The last draft\n\n\\documentclass{article}\n\\begin{document}\nText.", "essay.txt", "LaTeX")]
    public void A_file_of_another_program_is_refused_with_what_to_do(string file, string name, string sentence) =>
        Assert.Contains(sentence, Drop.Refusal(Encoding.UTF8.GetBytes(file), name), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"title\": \"Hello\"}\n\nText of {an essay}")]
    [InlineData("{sic} is what editors write. So it stands {sic}")]
    [InlineData("[1] is a note, and so is [2]")]
    [InlineData("\\documentclass is a command of LaTeX.")]
    [InlineData("% of people who asked")]
    [InlineData("~$essay is the name of a file")]
    public void A_text_that_begins_like_one_of_a_program_is_read(string text) => Assert.NotEmpty(Drop.Read(text, "essay.txt").Blocks);

    [Fact]
    public void Bytes_that_are_no_text_are_not_read_as_text() =>
        Assert.Equal(ProblemCodes.NotText, Drop.Rejection([.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 31))], "essay.txt"));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\uFEFF")]
    public void A_file_without_text_is_empty(string text) => Assert.Equal(ProblemCodes.Empty, Drop.Rejection(Encoding.UTF8.GetBytes(text), "essay.md"));

    [Fact]
    public void A_file_beyond_the_limit_is_too_large()
    {
        var small = new DocumentDecoder(new DecodingOptions { MaxBytes = 1000 });
        var result = small.Decode(new RawEssay("a.txt", new byte[1001], null, DateTimeOffset.UnixEpoch));
        Assert.Equal(ProblemCodes.TooLarge, Assert.IsType<DecodeResult.Rejected>(result).Problem.Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Hello</p>", "essay.txt", SourceFormat.Html)]
    [InlineData("# The ferry\n\nNobody ordered it.\n\n## The silence\n\nNobody asked.", "essay.txt", SourceFormat.Markdown)]
    [InlineData("# 4 of the notes\n\nNobody ordered it.\n\n# 5 of the notes", "essay.txt", SourceFormat.PlainText)]
    [InlineData("# of people asked\n\nNobody ordered it.", "essay.txt", SourceFormat.PlainText)]
    [InlineData("<!-- saved from url --><html><p>Hello</p></html>", "essay", SourceFormat.Html)]
    [InlineData("<p>Hello</p>", "essay.html", SourceFormat.Html)]
    [InlineData("A <b> in running text, and 3 < 4.", "essay.txt", SourceFormat.PlainText)]
    [InlineData("<div> is an element of pages.", "notes.txt", SourceFormat.PlainText)]
    [InlineData("# Title", "essay.md", SourceFormat.Markdown)]
    [InlineData("---\ntitle: Hello\n---\nText", "essay", SourceFormat.Markdown)]
    [InlineData("Text only", "essay.html", SourceFormat.PlainText)]
    public void The_format_of_a_text_is_told_by_its_beginning_then_by_its_name(string text, string name, SourceFormat format) =>
        Assert.Equal(format, Drop.Read(text, name).Format);
}
