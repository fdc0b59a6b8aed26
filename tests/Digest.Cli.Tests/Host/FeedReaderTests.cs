using System.Globalization;
using Digest.Core.Essays;
using Digest.Testing;
using Digest.Testing.Programs;
using Digest.Testing.Smtp;
using Xunit;

namespace Digest.Cli.Tests.Host;

/// <summary>The feeds before real feed readers: every entry once, 304 while nothing changes, no second copy after a correction.</summary>
public sealed class FeedReaderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("digest-reader-").FullName;
    private FeedSite _site = null!;
    private int _essays;

    public async ValueTask InitializeAsync()
    {
        _site = await FeedSite.StartAsync(azurite.ConnectionString);
        foreach (var record in Seeds.Read(_site.Newsroom.Clock.GetUtcNow()))
        {
            _site.Newsroom.Essays.Put(record);
            _essays++;
        }

        await _site.PublishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task Newsboat_lists_every_essay_once(string format)
    {
        var program = InstalledProgram.Find("newsboat", "newsboat");
        var urls = Path.Combine(_home, "urls");
        await File.WriteAllTextAsync(urls, (format == "rss" ? _site.Rss : _site.Atom).AbsoluteUri + "\n");
        await File.WriteAllTextAsync(Path.Combine(_home, "config"), string.Empty);

        async Task<int> PollAsync()
        {
            string[] files = ["-C", Path.Combine(_home, "config"), "-u", urls, "-c", Path.Combine(_home, "cache.db")];
            _site.TakeAnswers();
            await InstalledProgram.RunAsync(program, [.. files, "-x", "reload"], null, _home);
            var (_, output) = await InstalledProgram.RunAsync(program, [.. files, "-x", "print-unread"], null, _home);
            return int.Parse(output.Split(' ')[0], CultureInfo.InvariantCulture);
        }

        Assert.Equal(_essays, await PollAsync());
        Assert.Equal([200], _site.TakeAnswers());

        // Newsboat keeps the ETag only of a feed that it knew already when it asked: the third poll is the first with a condition.
        Assert.Equal(_essays, await PollAsync());
        Assert.Equal(_essays, await PollAsync());
        Assert.Equal([304], _site.TakeAnswers());
        await CorrectAsync();
        Assert.Equal(_essays, await PollAsync());
        Assert.Equal([200], _site.TakeAnswers());
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task Rss2email_mails_every_essay_once(string format)
    {
        var program = InstalledProgram.Find("r2e", "rss2email");
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { SmtpUtf8 = false });
        string[] files = ["-c", Path.Combine(_home, "rss2email.cfg"), "-d", Path.Combine(_home, "rss2email.json")];
        await File.WriteAllTextAsync(files[1], string.Create(CultureInfo.InvariantCulture, $"""
            [DEFAULT]
            to = reader@example.org
            from = feeds@example.org
            email-protocol = smtp
            smtp-server = 127.0.0.1
            smtp-port = {server.Port}
            smtp-ssl = False
            smtp-auth = False
            """));

        async Task RunAsync(params string[] command)
        {
            _site.TakeAnswers();
            var (exit, output) = await InstalledProgram.RunAsync(program, [.. files, .. command], null, _home);
            Assert.True(exit == 0, output);
        }

        await RunAsync("add", "digest", (format == "rss" ? _site.Rss : _site.Atom).AbsoluteUri);
        await RunAsync("run");
        Assert.Equal([200], _site.TakeAnswers());
        Assert.Equal(_essays, server.Received.Count);
        Assert.Distinct(server.Received.Select(mail => mail.Header("Subject")));
        await RunAsync("run");
        Assert.Equal([304], _site.TakeAnswers());
        await CorrectAsync();
        await RunAsync("run");
        Assert.Equal([200], _site.TakeAnswers());
        Assert.Equal(_essays, server.Received.Count);
    }

    private async Task CorrectAsync()
    {
        var first = Seeds.Read(_site.Newsroom.Clock.GetUtcNow())[0];
        _site.Newsroom.Clock.Advance(TimeSpan.FromDays(1));
        var essay = first.Essay with { Title = first.Essay.Title + " (corrected)" };
        _site.Newsroom.Essays.Put(first with
        {
            Revision = 2,
            SourceETag = "\"2\"",
            Stored = _site.Newsroom.Clock.GetUtcNow(),
            ContentHash = ContentHash.Of(essay),
            Essay = essay,
        });
        await _site.PublishAsync();
    }
}
