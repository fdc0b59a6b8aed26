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

    [Fact]
    public void An_archive_is_no_essay()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("essay.txt").Open());
            writer.Write("An essay inside an archive.");
        }

        Assert.Equal(ProblemCodes.UnknownFormat, Drop.Rejection(stream.ToArray(), "essay.zip"));
    }

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
