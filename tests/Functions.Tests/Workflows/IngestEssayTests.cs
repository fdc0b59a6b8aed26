using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Workflows;

/// <summary>Ingest against a real emulator: what is stored, what is refused, and what a crash between two steps leaves.</summary>
public sealed class IngestEssayTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private const string Essay = "A title of an essay\n\nThe first paragraph says that 3,000 people came to the square, and that nobody had expected them.\n\nThe second paragraph ends the essay.\n";

    private readonly FixedClock _clock = new(DateTimeOffset.UtcNow);
    private readonly string _name = AzuriteFixture.Prefix() + "/drop.txt";
    private BlobServiceClient _blobs = null!;
    private IInbox _inbox = null!;
    private BlobEssayStore _essays = null!;

    public async ValueTask InitializeAsync()
    {
        _blobs = new BlobServiceClient(fixture.ConnectionString);
        await StorageSetup.EnsureAsync(_blobs, new QueueServiceClient(fixture.ConnectionString), CancellationToken.None);
        _inbox = new BlobInbox(_blobs);
        _essays = new BlobEssayStore(_blobs);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_drop_becomes_an_essay_with_its_index_line()
    {
        await DropAsync(Essay);
        Assert.Equal(IngestOutcome.Stored, await IngestAsync());
        var record = await _essays.FindAsync(Id, CancellationToken.None);
        Assert.NotNull(record);
        Assert.Equal("A title of an essay", record.Essay.Title);
        var entry = await _essays.FindEntryAsync(Id, CancellationToken.None);
        Assert.NotNull(entry);
        Assert.Equal((record.ContentHash, 1, _name), (entry.ContentHash, entry.Revision, entry.SourceName));
        var listed = await _essays.ListAsync(CancellationToken.None).SingleAsync(e => e.Id == Id);
        Assert.Equal(entry, listed);
        Assert.False(await IsUnhandledAsync());
    }

    [Fact]
    public async Task The_same_drop_again_changes_nothing()
    {
        await DropAsync(Essay);
        await IngestAsync();
        var before = await _essays.FindEntryAsync(Id, CancellationToken.None);
        Assert.Equal(IngestOutcome.Unchanged, await IngestAsync());
        Assert.Equal(before, await _essays.FindEntryAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_content_dropped_again_is_the_same_revision()
    {
        await DropAsync(Essay);
        await IngestAsync();
        await DropAsync(Essay);
        Assert.Equal(IngestOutcome.Unchanged, await IngestAsync());
        Assert.Equal(1, (await _essays.FindEntryAsync(Id, CancellationToken.None))!.Revision);
        Assert.False(await IsUnhandledAsync());
    }

    [Fact]
    public async Task Changed_content_is_a_new_revision_of_the_same_essay_and_keeps_its_issue_and_placement()
    {
        await DropAsync(Essay);
        await IngestAsync();
        var first = (await _essays.FindAsync(Id, CancellationToken.None))!;
        await _essays.MarkIssuedAsync(Id, "2026-W47", 1, CancellationToken.None);
        await _essays.PlaceAsync(Id, EssayPlacement.Held, CancellationToken.None);
        await DropAsync(Essay.Replace("3,000", "8,000", StringComparison.Ordinal));
        Assert.Equal(IngestOutcome.Stored, await IngestAsync());
        var entry = (await _essays.FindEntryAsync(Id, CancellationToken.None))!;
        Assert.Equal((2, "2026-W47", 1, EssayPlacement.Held), (entry.Revision, entry.IssueId, entry.IssuedRevision, entry.Placement));
        Assert.Equal(first.FirstReceived, entry.FirstReceived);
        var kept = await _essays.FindRevisionAsync(Id, first.ContentHash, CancellationToken.None);
        Assert.Equal(first.ContentHash, kept?.ContentHash);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n \n", "empty")]
    public async Task A_drop_that_is_no_essay_gets_a_problem_and_stays_where_it_is(string text, string code)
    {
        await DropAsync(text);
        Assert.Equal(IngestOutcome.Rejected, await IngestAsync());
        var problem = await _essays.FindProblemAsync(_name, CancellationToken.None);
        Assert.Equal(code, problem?.Problem.Code);
        Assert.NotNull(await _inbox.FindAsync(_name, CancellationToken.None));
        Assert.Null(await _essays.FindAsync(Id, CancellationToken.None));
        Assert.False(await IsUnhandledAsync());
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_says_that_the_one_before_it_still_waits()
    {
        await DropAsync(Essay);
        Assert.Equal(IngestOutcome.Stored, await IngestAsync());
        await DropAsync("");
        Assert.Equal(IngestOutcome.Rejected, await IngestAsync());
        var problem = await _essays.FindProblemAsync(_name, CancellationToken.None);
        Assert.Contains("earlier version still waits", problem?.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drop_over_the_limit_is_refused_without_being_downloaded()
    {
        await DropAsync(Essay);
        var watched = new WatchedInbox(_inbox) { LengthOverride = 60_000_000 };
        Assert.Equal(IngestOutcome.Rejected, await Workflow(watched, _essays).RunAsync(_name, CancellationToken.None));
        Assert.Equal(0, watched.Reads);
        Assert.Equal("too-large", (await _essays.FindProblemAsync(_name, CancellationToken.None))?.Problem.Code);
    }

    [Fact]
    public async Task A_mended_drop_loses_its_problem()
    {
        await DropAsync(string.Empty);
        await IngestAsync();
        await DropAsync(Essay);
        Assert.Equal(IngestOutcome.Stored, await IngestAsync());
        Assert.Null(await _essays.FindProblemAsync(_name, CancellationToken.None));
    }

    [Fact]
    public async Task A_drop_that_went_away_is_nobodys_fault() =>
        Assert.Equal(IngestOutcome.Gone, await IngestAsync());

    [Fact]
    public async Task Wherever_a_run_is_cut_off_the_next_one_finishes_it_and_nothing_is_there_twice()
    {
        await DropAsync(Essay);
        var steps = new FailingHttp();
        var options = new BlobClientOptions { Transport = steps, Retry = { MaxRetries = 0 } };
        var crashing = new BlobServiceClient(fixture.ConnectionString, options);
        var finished = false;
        for (var cut = 1; !finished; cut++)
        {
            Assert.True(cut < 40, "Ingest takes a bounded number of storage calls.");
            foreach (var answered in new[] { false, true })
            {
                steps.FailAt(cut, answered);
                try
                {
                    await Workflow(new BlobInbox(crashing), new BlobEssayStore(crashing)).RunAsync(_name, CancellationToken.None);
                    finished = true;
                }
                catch (CrashException)
                {
                    await IngestAsync();
                    var entry = await _essays.FindEntryAsync(Id, CancellationToken.None);
                    Assert.Equal(1, entry?.Revision);
                    Assert.False(await IsUnhandledAsync());
                    await _blobs.GetBlobContainerClient(StorageNames.Essays).GetBlobClient(Id + "/essay.json").DeleteAsync();
                }
            }
        }
    }

    [Fact]
    public async Task Two_runs_at_once_store_one_revision()
    {
        await DropAsync(Essay);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(IngestAsync)));
        Assert.Single(outcomes, IngestOutcome.Stored);
        Assert.Equal(1, (await _essays.FindEntryAsync(Id, CancellationToken.None))!.Revision);
    }

    [Fact]
    public async Task A_drop_that_was_replaced_while_it_was_read_does_not_overwrite_the_new_reading()
    {
        await DropAsync(Essay);
        var newer = Essay.Replace("3,000", "8,000", StringComparison.Ordinal);
        var slow = new WatchedInbox(_inbox)
        {
            AfterRead = async () =>
            {
                await DropAsync(newer);
                await IngestAsync();
            },
        };
        Assert.Equal(IngestOutcome.Gone, await Workflow(slow, _essays).RunAsync(_name, CancellationToken.None));
        var record = await _essays.FindAsync(Id, CancellationToken.None);
        Assert.Contains(record!.Essay.Body, block => block.Text.Contains("8,000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sweep_reads_what_no_event_reached_and_leaves_young_drops_to_their_trigger()
    {
        await DropAsync(Essay);
        var sweep = new SweepInbox(_inbox, _essays, Workflow(_inbox, _essays), _clock);
        Assert.DoesNotContain(_name, (await sweep.RunAsync(CancellationToken.None)).Lost);
        _clock.Advance(SweepInbox.Grace + TimeSpan.FromMinutes(1));
        Assert.Contains(_name, (await sweep.RunAsync(CancellationToken.None)).Lost);
        Assert.NotNull(await _essays.FindAsync(Id, CancellationToken.None));
        Assert.DoesNotContain(_name, (await sweep.RunAsync(CancellationToken.None)).Lost);
    }

    [Fact]
    public async Task A_poisoned_drop_is_explained_unless_it_was_read_since()
    {
        await DropAsync(Essay);
        var explain = new ExplainRejectedDrop(_inbox, _essays, _clock);
        var etag = (await _inbox.FindAsync(_name, CancellationToken.None))!.ETag;
        Assert.True(await explain.RunAsync(_name, etag.Trim('"'), CancellationToken.None));
        Assert.Equal("failed", (await _essays.FindProblemAsync(_name, CancellationToken.None))?.Problem.Code);
        await IngestAsync();
        Assert.Null(await _essays.FindProblemAsync(_name, CancellationToken.None));
        Assert.False(await explain.RunAsync(_name, etag, CancellationToken.None));
        Assert.False(await explain.RunAsync(_name, "\"another\"", CancellationToken.None));
    }

    private string Id => EssayId.FromSourceName(_name);

    private async Task<bool> IsUnhandledAsync() =>
        await UnhandledDrops.ListAsync(_inbox, _essays, CancellationToken.None).AnyAsync(drop => drop.Name == _name);

    private Task DropAsync(string text) =>
        _blobs.GetBlobContainerClient(StorageNames.Incoming).GetBlobClient(_name).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(text)), overwrite: true);

    private Task<IngestOutcome> IngestAsync() => Workflow(_inbox, _essays).RunAsync(_name, CancellationToken.None);

    private IngestEssay Workflow(IInbox inbox, IEssayStore essays) =>
        new(inbox, essays, new EssayReader(RuleSet.Default), new DecodingOptions(), _clock);

    private sealed class WatchedInbox(IInbox inner) : IInbox
    {
        public long? LengthOverride { get; init; }

        public Func<Task> AfterRead { get; init; } = () => Task.CompletedTask;

        public int Reads { get; private set; }

        public IAsyncEnumerable<InboxEntry> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public async Task<InboxEntry?> FindAsync(string name, CancellationToken cancellationToken) =>
            await inner.FindAsync(name, cancellationToken) is { } entry ? entry with { Length = LengthOverride ?? entry.Length } : null;

        public async Task<RawEssay?> ReadAsync(InboxEntry entry, CancellationToken cancellationToken)
        {
            Reads++;
            var raw = await inner.ReadAsync(entry, cancellationToken);
            await AfterRead();
            return raw;
        }
    }
}
