using System.Diagnostics;
using System.Net.Mail;
using System.Text;
using Digest.Core.Rendering.Mail;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Rendering.Mail;

public sealed class MailComposerTests
{
    private static readonly Uri Unsubscribe = new("https://digest.example.org/api/unsubscribe?t=abc&v=1");

    [Fact]
    public async Task Every_header_that_bulk_mail_needs_is_there()
    {
        using var message = MailComposer.Compose(await IssueMail.RenderAsync(SampleIssues.OfSeeds()), SampleIssues.Mail, "reader@example.org", Unsubscribe);
        Assert.Equal("Fri, 20 Nov 2026 07:00:00 +0100", message.Headers["Date"]);
        Assert.Equal("<weekly.example.org>", message.Headers["List-Id"]);
        Assert.Equal($"<{Unsubscribe}>, <mailto:leave@example.org?subject=unsubscribe>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Matches("^<2026-w47\\.[0-9a-f]{32}@example\\.org>$", message.Headers["Message-ID"]);
        Assert.Equal(["text/plain", "text/html"], message.AlternateViews.Select(v => v.ContentType.MediaType));
    }

    [Fact]
    public void A_message_id_is_the_same_for_issue_and_recipient_and_tells_neither_to_others()
    {
        var id = MailComposer.MessageId("2026-W47", "reader@example.org", "digest@example.org");
        Assert.Equal(id, MailComposer.MessageId("2026-W47", " Reader@Example.org", "digest@example.org"));
        Assert.NotEqual(id, MailComposer.MessageId("2026-W48", "reader@example.org", "digest@example.org"));
        Assert.NotEqual(id, MailComposer.MessageId("2026-W47", "other@example.org", "digest@example.org"));
        Assert.DoesNotContain("reader", id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reader@example.org\r\nBcc: all@example.org")]
    [InlineData("reader@example.org\nX: y")]
    [InlineData("")]
    public async Task An_address_that_smuggles_a_header_is_refused(string address)
    {
        var template = await IssueMail.RenderAsync(SampleIssues.OfSeeds());
        Assert.ThrowsAny<Exception>(() => MailComposer.Compose(template, SampleIssues.Mail, address, Unsubscribe));
    }

    [Fact]
    public async Task A_title_with_line_breaks_stays_one_header()
    {
        var essay = SampleEssays.Record("a", SampleEssays.Named("A title\r\nBcc: all@example.org"), SampleIssues.Friday);
        using var message = MailComposer.Compose(await IssueMail.RenderAsync(SampleIssues.Of([essay])), SampleIssues.Mail, "reader@example.org", Unsubscribe);
        Assert.Equal("A title Bcc: all@example.org", message.Subject);
    }

    [Fact]
    public async Task A_strict_parser_finds_no_defect_in_the_message()
    {
        var source = await EmlAsync();
        Assert.All(source.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.DoesNotContain('\n', source.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.Equal("ok text/plain,text/html", await ParseWithPythonAsync(source));
    }

    /// <summary>The message as SMTP would carry it.</summary>
    private static async Task<string> EmlAsync()
    {
        var folder = Directory.CreateTempSubdirectory("digest-mail-");
        try
        {
            using var message = MailComposer.Compose(await IssueMail.RenderAsync(SampleIssues.OfSeeds()), SampleIssues.Mail, "reader@example.org", Unsubscribe);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
            await client.SendMailAsync(message);
            return await File.ReadAllTextAsync(folder.EnumerateFiles().Single().FullName, Encoding.Latin1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ParseWithPythonAsync(string source)
    {
        const string script = """
            import sys, email, email.policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict.clone(raise_on_defect=True))
            parts = list(m.iter_parts())
            defects = list(m.defects) + [d for p in parts for d in p.defects] + [d for h in m.values() for d in h.defects]
            [p.get_content() for p in parts]
            print("ok" if not defects else defects, ",".join(p.get_content_type() for p in parts), end="")
            """;
        var start = new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var python = Start(start);
        await python.StandardInput.BaseStream.WriteAsync(Encoding.Latin1.GetBytes(source));
        python.StandardInput.Close();
        var error = await python.StandardError.ReadToEndAsync();
        return await python.StandardOutput.ReadToEndAsync() + error;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed: its strict parser of mail is what this test asks.");
            throw;
        }
    }
}
