using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Tools;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Functions;
using Digest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Digest.Cli.Up;

/// <summary><c>digest up</c> from its first line to its last.</summary>
internal sealed class UpSession(
    UpOptions options, IConfiguration settings, LocalApp app, Azurite azurite, Mailbox mailbox, IAnsiConsole screen, StorageLine storage)
{
    private static readonly TimeSpan LongestIngest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(5);

    private readonly IInbox _inbox = app.Services.GetRequiredService<IInbox>();
    private readonly IEssayStore _essays = app.Services.GetRequiredService<IEssayStore>();
    private readonly BlobServiceClient _blobs = app.Services.GetRequiredService<BlobServiceClient>();
    private readonly QueueServiceClient _queues = app.Services.GetRequiredService<QueueServiceClient>();
    private readonly string _inboxFolder = Path.Combine(options.Folder, "inbox");
    private readonly EssayLines _lines = new(
        app.Services.GetRequiredService<IEssayStore>(), app.Services.GetRequiredService<FindTwins>(), screen);

    private readonly IssueLines _issues = new(app.Services, mailbox, screen, storage);

    /// <summary>Starts what is needed, does the work, and stops what it started.</summary>
    /// <returns>The exit code: 0 when everything asked for was done.</returns>
    /// <exception cref="ToolException">Something on this machine is missing or in the way.</exception>
    public static async Task<int> RunAsync(UpOptions options, IAnsiConsole screen, CancellationToken cancellationToken)
    {
        using var claimed = DataFolder.Claim(options.Folder);
        await LocalSettings.EnsureSecretsAsync(options.Folder, cancellationToken);
        await LocalSettings.StorePortsAsync(options.Folder, options.Ports, cancellationToken);
        var settings = LocalSettings.Build(options.Folder, options.Ports);
        if (options.Editor)
        {
            settings["Digest:Access:LocalEditor"] = bool.TrueString;
        }

        var tools = await NodeTools.EnsureAsync(line => screen.MarkupLineInterpolated($"[grey]{line}[/]"), cancellationToken);
        var warm = WarmUp.RunAsync(cancellationToken);
        await using var azurite = await Azurite.StartAsync(
            tools, Path.Combine(options.Folder, "storage"), options.Ports.Blob, options.Ports.Queue, cancellationToken);
        await using var mailbox = await Mailbox.StartAsync(
            tools, Path.Combine(options.Folder, "mailbox"), options.Ports.Smtp, options.Ports.Mailbox, cancellationToken);
        await using var app = await LocalApp.StartAsync(settings, options.Listen, options.Ports.Site, cancellationToken);
        await warm;
        return await new UpSession(options, settings, app, azurite, mailbox, screen, new StorageLine(screen)).RunAsync(cancellationToken);
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Fresh)
        {
            await FreshStart.ClearAsync(azurite, _blobs, _queues, cancellationToken);
            await mailbox.ClearAsync(cancellationToken);
        }

        await StorageSetup.EnsureAsync(_blobs, _queues, cancellationToken);
        var incoming = _blobs.GetBlobContainerClient(StorageNames.Incoming);
        var seeded = 0;
        if (Composition.UsesEmulator(settings))
        {
            // Samples have no place in storage that others share.
            seeded = await SampleEssays.DropAsync(_inbox, incoming, _inboxFolder, cancellationToken);
            await DemoSubscriber.EnsureAsync(app.Services, cancellationToken);
        }

        screen.MarkupLineInterpolated(
            $"[bold]Essays[/]  {(seeded > 0 ? $"{seeded} samples dropped into the empty inbox" : "what is in the inbox")}");

        app.Functions.BlobDone = name => _lines.PrintAsync(name, CancellationToken.None);
        await app.Functions.StartAsync(cancellationToken);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var folder = new InboxFolder(
            _inboxFolder, incoming, app.Functions.Wake, problem => screen.MarkupLineInterpolated($"  [yellow]![/] {problem}"), storage);
        var watch = folder.RunAsync(watching.Token);
        try
        {
            return await WorkAsync(folder, cancellationToken);
        }
        finally
        {
            await watching.CancelAsync();
            await watch;
        }
    }

    private async Task<int> WorkAsync(InboxFolder folder, CancellationToken cancellationToken)
    {
        await Task.WhenAny(folder.CaughtUp, Task.Delay(LongestIngest, cancellationToken));
        if (await DrainInboxAsync(cancellationToken) is { Count: > 0 } stuck)
        {
            screen.MarkupLineInterpolated($"[red]Not read within {LongestIngest.TotalMinutes:0} minutes:[/] {string.Join(", ", stuck.Select(OneLine.Of))}");
            return options.Once ? 1 : await StayAsync(cancellationToken);
        }

        var sent = await _issues.StartAsync(options.Once, app.Functions.Wake, cancellationToken);
        if (!options.Once)
        {
            return await StayAsync(cancellationToken);
        }

        PrintWhatIsLeft();
        return sent ? 0 : 1;
    }

    /// <summary>Waits until every drop has its result, and its line: what is said of the issue comes after the essays.</summary>
    /// <returns>Names of drops that still have no result.</returns>
    private async Task<IReadOnlyList<string>> DrainInboxAsync(CancellationToken cancellationToken)
    {
        var (waited, done) = (Stopwatch.StartNew(), new Stopwatch());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var waiting = await UnhandledDrops.ListAsync(_inbox, _essays, cancellationToken).Select(drop => drop.Name).ToListAsync(cancellationToken);
            seen.UnionWith(waiting);
            if (waiting.Count == 0)
            {
                done.Start();
            }

            if (waited.Elapsed > LongestIngest || (waiting.Count == 0 && (done.Elapsed > LongestLine || seen.All(_lines.HasPrinted))))
            {
                return waiting;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task<int> StayAsync(CancellationToken cancellationToken)
    {
        PrintAddresses();
        screen.MarkupLine("Ctrl+C stops everything.");
        await _issues.FollowAsync(cancellationToken);
        return 0;
    }

    private void PrintAddresses()
    {
        var site = settings["Digest:Site:BaseUrl"]!.TrimEnd('/');
        var grid = new Grid().AddColumn(new GridColumn().PadRight(2)).AddColumn();
        grid.AddRow("  mailbox", mailbox.Address.AbsoluteUri);
        grid.AddRow("  site", site + "/");
        grid.AddRow("  feed", site + "/feed.xml");
        if (options.Editor)
        {
            grid.AddRow("  editors", site + "/api/editor/essays");
        }

        grid.AddRow(new Text("  inbox"), new Text(FromHere(_inboxFolder) + "  (copy an essay here)"));
        screen.MarkupLine("[bold]Look at it[/]");
        screen.Write(grid);
    }

    /// <summary>The servers end with this run: no address of theirs is of use.</summary>
    private void PrintWhatIsLeft()
    {
        screen.MarkupLineInterpolated($"[bold]Kept[/]    mails in {FromHere(Path.Combine(options.Folder, "mailbox", "mail"))}; digest up shows them, and the site");
    }

    private static string FromHere(string folder) => Path.GetRelativePath(Environment.CurrentDirectory, folder) + Path.DirectorySeparatorChar;
}
