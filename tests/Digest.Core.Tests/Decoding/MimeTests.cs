using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>Mails and web archives as programs save them.</summary>
public class MimeTests
{
    private const string Archive = """
        From: <Saved by Blink>
        Subject: The Last Crossing
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="--b--"

        ----b--
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable

        <html><body><article><h1>The Last Crossing</h1><p>The ferry crossed the str=
        ait for sixty years, and caf=C3=A9s stood =3D empty.</p></article></body></html>
        ----b--
        Content-Type: text/html

        <html><body><p>A frame with an advert.</p></body></html>
        ----b--
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        ----b----
        """;

    [Theory]
    [InlineData("page.mhtml", "\n")]
    [InlineData("page.html", "\r\n")]
    [InlineData("page.txt", "\r\n")]
    public void The_page_of_a_web_archive_is_read(string name, string lineEnd) =>
        Assert.Equal(
            [(BlockKind.Heading, "The Last Crossing"), (BlockKind.Paragraph, "The ferry crossed the strait for sixty years, and cafés stood = empty.")],
            Drop.Read(Archive.ReplaceLineEndings(lineEnd), name).Shape());

    [Theory]
    [InlineData("quoted-printable", "charset=utf-8", "Who counted =E2=80=94 a=\nnd why?\n\n-- =\n\nHull")]
    [InlineData("base64", "charset=utf-8", "V2hvIGNvdW50ZWQg4oCU\n IGFuZCB3aHk/CgotLSAKCkh1bGw")]
    [InlineData("8bit", "charset=utf-8; format=flowed", "Who counted \u2014 and why?\n\n-- \n\nHull")]
    [InlineData("quoted-printable", "charset=macintosh", "Who counted =D1 and why?\n\n--\n\nHull")]
    public void The_text_of_a_mail_stands_below_what_its_head_says(string encoding, string charset, string body)
    {
        var mail = $"""
            Received: from post.example
            	by mail.example; Mon, 4 Mar 2024 10:12:34 +0000
            From: =?utf-8?Q?Jos=C3=A9_?= =?UTF-8?B?RG9l?= <jose@example.org>
            Subject: The Last
             Crossing
            MIME-Version: 1.0
            Content-Type: text/plain; {charset}
            Content-Transfer-Encoding: {encoding}

            {body}
            """;
        Assert.Equal(["From: José Doe <jose@example.org>", "Subject: The Last Crossing", "Who counted \u2014 and why?", "--", "Hull"], Drop.Read(mail, "mail.eml").Texts());
    }

    [Theory]
    [InlineData("<p>The <b>ferry</b> crossed.</p><p>Who counted?</p>", "The ferry crossed.", "Who counted?")]
    [InlineData("<p>Cut</p>", "The *ferry* crossed.", "Who counted?")]
    public void Of_two_forms_of_a_mail_the_page_is_read_unless_it_has_not_all_of_the_text(string page, params string[] expected) =>
        Assert.Equal(expected, Drop.Read(Mail($"--b\nContent-Type: text/plain\n\nThe *ferry* crossed.\n\nWho counted?\n--b\nContent-Type: text/html\n\n{page}\n--b--"), "mail.eml").Texts());

    [Fact]
    public void A_text_that_pictures_divide_is_read_to_its_end() =>
        Assert.Equal(["The ferry crossed.", "Who counted?"], Drop.Read(Mail("--b\n\nThe ferry crossed.\n--b\nContent-Type: image/png\n\nabc\n--b\n\nWho counted?\n--b--\nAfter the end."), "mail.eml").Texts());

    [Theory]
    [InlineData("--b\n\nDear Tom, here it is.\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"essay.docx\"\n\nPK\n--b--", "essay.docx")]
    [InlineData("--b\nContent-Type: application/pkcs7-mime\n\nabc\n--b--", "holds no text")]
    [InlineData("--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--", "holds no text")]
    public void A_mail_without_an_essay_of_its_own_is_refused(string body, string sentence)
    {
        var problem = Assert.IsType<DecodeResult.Rejected>(Drop.Decode(Encoding.UTF8.GetBytes(Mail(body)), "mail.eml")).Problem;
        Assert.Equal(ProblemCodes.UnknownFormat, problem.Code);
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: Jane Doe\nSubject: The Last Crossing\n\nThe ferry crossed.")]
    [InlineData("Title: Notes\nContent-Type: text/plain\n\nThe ferry crossed.")]
    [InlineData("MIME-Version: 1.0 is the first line of a mail.\nThe second is not a field.\n\nThe ferry crossed.")]
    public void A_text_about_a_mail_is_a_text(string text) => Assert.Contains(text.Split('\n')[0], string.Join(' ', Drop.Read(text, "notes.txt").Texts()), StringComparison.Ordinal);

    [Fact]
    public void Parts_without_end_are_read_in_the_time_of_their_length()
    {
        var nested = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"--b\nContent-Type: multipart/mixed; boundary=b\n\n"));
        var fields = string.Concat(Enumerable.Repeat("Subject: x\n " + new string('y', 50) + "\n x\n", 1_000));
        var unbroken = string.Concat(Enumerable.Repeat("--b", 1_000_000));
        Assert.IsType<DecodeResult.Rejected>(Drop.Decode(Encoding.UTF8.GetBytes(Mail(nested)), "a.eml"));
        Assert.IsType<DecodeResult.Decoded>(Drop.Decode(Encoding.UTF8.GetBytes(fields + Mail("--b\n\nText.\n--b--")), "a.eml"));
        Assert.IsType<DecodeResult.Rejected>(Drop.Decode(Encoding.UTF8.GetBytes(Mail("\n" + unbroken)), "a.eml"));
    }

    private static string Mail(string body) => "Content-Type: multipart/mixed; boundary=b\n\n" + body;
}
