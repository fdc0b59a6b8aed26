using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Digest.Cli.Up;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>The inbox folder over real files and storage: what is taken, what is told, and that nothing ends it.</summary>
public sealed class InboxFolderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("digest-inbox-").FullName;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly CancellationTokenSource _end = new();
    private readonly StringWriter _screen = new();
    private readonly Outage _outage = new();
    private BlobContainerClient _incoming = null!;
    private Task _watch = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var options = new BlobClientOptions { Transport = _outage, Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } };
        _incoming = new BlobContainerClient(azurite.ConnectionString, AzuriteFixture.Prefix(), options);
        await _incoming.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        await _incoming.DeleteAsync();
        Directory.Delete(_folder, recursive: true);
        _end.Dispose();
        await _screen.DisposeAsync();
    }

    [Fact]
    public async Task A_name_that_is_not_text_is_told_and_the_others_are_taken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        await File.WriteAllTextAsync(Path.Combine(_folder, "line\nbreak.txt"), "An essay");
        await ShellAsync("printf x > \"$1/$(printf 'caf\\351.txt')\"");

        var folder = Watch();
        await folder.CaughtUp.WaitAsync(Patience);
        await DropAsync("bread.txt");

        Assert.Equal(["bread.txt"], await NamesAsync());
        Assert.Equal(
            ["caf\uFFFD.txt is not taken: its name is not UTF-8: rename it", "line\uFFFDbreak.txt is not taken: its name has a line break or another control character: rename it"],
            _told.Order(StringComparer.Ordinal));
        await ShellAsync("rm \"$1\"/caf*");
    }

    [Fact]
    public async Task What_programs_leave_beside_an_essay_and_hidden_folders_are_no_essays()
    {
        string[] left = ["bread.txt~", "~bread.txt", "#bread.txt#", "bread.bak", "bread.txt.orig", "Thumbs.db", "desktop.ini", "Icon\r", ".hidden/x/bread.md", "weekly/.git/HEAD"];
        foreach (var name in left)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            await File.WriteAllTextAsync(Path.Combine(_folder, name), "An essay");
        }

        Watch();
        await DropAsync("weekly/bread.txt");

        Assert.Equal(["weekly/bread.txt"], await NamesAsync());
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_letter_with_its_accent_apart_gives_the_same_drop()
    {
        Watch();
        await File.WriteAllTextAsync(Path.Combine(_folder, "cafe\u0301.txt"), "An essay");
        await UntilAsync(async () => (await NamesAsync()).Count == 1);
        Assert.Equal(["caf\u00e9.txt"], await NamesAsync());
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_told_once()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "bread.txt"), "nowhere.txt");
        var folder = Watch();
        await folder.CaughtUp.WaitAsync(Patience);
        await DropAsync("salt.txt");
        await Task.Delay(1500);
        Assert.Equal(["bread.txt is not taken: it is a link to nowhere.txt, which is not there"], _told);
    }

    [Fact]
    public async Task Storage_that_is_away_longer_than_the_client_tries_is_told_once_and_waited_for()
    {
        _outage.Away = true;
        Watch();
        await File.WriteAllTextAsync(Path.Combine(_folder, "bread.txt"), "An essay");
        await File.WriteAllTextAsync(Path.Combine(_folder, "salt.txt"), "Another essay");
        await UntilAsync(() => Task.FromResult(_outage.Refused > 6));
        _outage.Away = false;
        await UntilAsync(async () => (await NamesAsync()).Count == 2);
        await UntilAsync(() => Task.FromResult(_screen.ToString().Contains("again", StringComparison.Ordinal)));

        Assert.Empty(_told);
        Assert.Equal(["  ! storage is away: waiting for it", "  ✓ storage answers again"], _screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What no string of .NET can name is made and removed by the shell.</summary>
    private async Task ShellAsync(string command)
    {
        using var shell = Process.Start("sh", ["-c", command, "sh", _folder]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    private InboxFolder Watch()
    {
        var folder = new InboxFolder(_folder, _incoming, () => { }, _told.Enqueue, new StorageLine(Screen.Create(_screen, isTerminal: false)));
        _watch = folder.RunAsync(_end.Token);
        return folder;
    }

    private async Task DropAsync(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, name), "An essay");
        await UntilAsync(async () => (await NamesAsync()).Contains(name));
    }

    private async Task<List<string>> NamesAsync() => await _incoming.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < Patience, "It did not come to that.");
            await Task.Delay(50);
        }
    }

    /// <summary>A wire that can be cut: the client's own tries, and what it throws after them, are the real ones.</summary>
    private sealed class Outage : HttpPipelineTransport
    {
        private readonly HttpClientTransport _inner = HttpClientTransport.Shared;
        private int _refused;

        public bool Away { get; set; }

        public int Refused => _refused;

        public override Request CreateRequest() => _inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            if (!Away)
            {
                return _inner.ProcessAsync(message);
            }

            Interlocked.Increment(ref _refused);
            throw new RequestFailedException(0, "Connection refused", new HttpRequestException("Connection refused"));
        }
    }
}
