using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Functions.Mail;
using Digest.Testing;
using Digest.Testing.Programs;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Functions.Tests.Mail;

/// <summary>An issue's mail, byte for byte as it goes over the wire, before programs that judge mail or show it.</summary>
public sealed partial class IssueMailTests : IAsyncLifetime
{
    private const string Reader = "reader@example.org";

    // A parser that raises at the first defect it would otherwise only note, and a look at every part and header.
    private const string StrictParser = """
        import sys, email
        from email import policy
        raw = sys.stdin.buffer.read()
        assert max(len(line) for line in raw.split(b"\r\n")) <= 998, "a line is longer than 998 bytes"
        assert raw.isascii(), "a byte above 127"
        message = email.message_from_bytes(raw, policy=policy.SMTP + policy.strict)
        for part in message.walk():
            assert not part.defects, part.defects
            for name, value in part.items():
                assert not value.defects, (name, value.defects)
            print(part.get_content_type())
            if not part.is_multipart():
                assert len(part.get_content()) > 1000
        print(message["Subject"])
        """;

    private readonly string _home = Directory.CreateTempSubdirectory("digest-mail-").FullName;
    private readonly IssueView _issue = SampleIssues.OfSeeds();
    private MailTemplate _template = null!;
    private string _mail = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _template = (await IssueRendering.OfAsync(_issue)).Mail;
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { SmtpUtf8 = false });
        using var message = MailComposer.Compose(_template, SampleIssues.Mail, Reader, new Uri("https://digest.example.org/api/unsubscribe?t=k1.aGVsbG8"));
        using var sender = new SmtpClientSender(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None }, TimeProvider.System);
        await sender.SendAsync(message, CancellationToken.None);
        _mail = Assert.Single(server.Received).Data.ReplaceLineEndings("\r\n");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_strict_parser_finds_no_defect()
    {
        var python = InstalledProgram.Find("python3", "python3");
        var (exit, output) = await InstalledProgram.RunAsync(python, ["-c", StrictParser], _mail, _home);
        Assert.True(exit == 0, output);
        Assert.Equal(["multipart/alternative", "text/plain", "text/html", _issue.Issue.Subject], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task SpamAssassin_has_nothing_against_it()
    {
        var program = InstalledProgram.Find("spamassassin", "spamassassin");
        var (_, output) = await InstalledProgram.RunAsync(program, ["--local", "--test-mode", "--nocreate-prefs"], _mail, _home);
        var score = SpamAssassinScore().Match(output);
        Assert.True(score.Success, output);
        Assert.True(double.Parse(score.Groups["score"].Value, CultureInfo.InvariantCulture) <= 0, output);
    }

    [Fact]
    public async Task Rspamd_has_nothing_against_it()
    {
        await using var rspamd = await Rspamd.StartAsync(_home);
        var output = await rspamd.JudgeAsync(_mail, SampleIssues.Mail.FromAddress, Reader);
        Assert.Contains("Action: no action", output, StringComparison.Ordinal);
        var score = RspamdScore().Match(output);
        Assert.True(score.Success, output);
        Assert.True(double.Parse(score.Groups["score"].Value, CultureInfo.InvariantCulture) < 1.5, output);
    }

    [Fact]
    public async Task A_text_browser_shows_every_essay_in_its_order()
    {
        var program = InstalledProgram.Find("w3m", "w3m");
        var (exit, output) = await InstalledProgram.RunAsync(
            program, ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "80"], _template.Html, _home);
        Assert.Equal(0, exit);
        var flat = Spaces().Replace(output, " ");
        // A text browser shows the preheader, which names titles as well; the opening sentence comes after it.
        var opening = flat.IndexOf(_issue.Issue.Intro, StringComparison.Ordinal);
        Assert.True(opening > 0, output);
        var places = _issue.Essays.Select(e => flat.IndexOf(e.Essay.Title, opening, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);

        // The padding of the preheader has no width.
        Assert.All(output.Split('\n').Where(line => !line.Contains('\u034F')), line => Assert.InRange(line.Length, 0, 80));
    }

    [GeneratedRegex(@"Content analysis details:\s+\((?<score>-?[\d.]+) points", RegexOptions.None, 1000)]
    private static partial Regex SpamAssassinScore();

    [GeneratedRegex(@"Score: (?<score>-?[\d.]+) / ", RegexOptions.None, 1000)]
    private static partial Regex RspamdScore();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
