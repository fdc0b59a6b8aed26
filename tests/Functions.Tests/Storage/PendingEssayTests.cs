using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Essays;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Storage;

/// <summary>What waits for readers, and what has a content, asked of a real emulator.</summary>
public sealed class PendingEssayTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _prefix = AzuriteFixture.Prefix();
    private readonly RecordedHttp _http = new();
    private BlobContainerClient _container = null!;
    private BlobEssayStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        var blobs = new BlobServiceClient(azurite.ConnectionString, _http.Options());
        await StorageSetup.EnsureAsync(blobs, new QueueServiceClient(azurite.ConnectionString), CancellationToken.None);
        _container = blobs.GetBlobContainerClient(StorageNames.Essays);
        _store = new BlobEssayStore(blobs);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_essay_is_pending_until_an_issue_carries_its_present_revision()
    {
        var first = await SaveAsync("On rivers", 1);
        Assert.Equal([1], await PendingAsync());
        await _store.MarkIssuedAsync(first.Id, "2026-W47", 1, default);
        Assert.Empty(await PendingAsync());
        Assert.False(await Mark(first.Id).ExistsAsync());

        await SaveAsync("On rivers, corrected", 2);
        Assert.Equal([2], await PendingAsync());
        await _store.MarkIssuedAsync(first.Id, "2026-W47", 2, default);
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task A_withdrawn_essay_is_pending_until_it_is_released()
    {
        var first = await SaveAsync("On canals", 1);
        await _store.MarkIssuedAsync(first.Id, "2026-W47", 1, default);
        Assert.Empty(await PendingAsync());
        Assert.True(await _store.PlaceAsync(first.Id, EssayPlacement.Withdrawn, default));
        Assert.Equal([1], await PendingAsync());
        Assert.True(await Mark(first.Id).ExistsAsync());

        Assert.True(await _store.PlaceAsync(first.Id, EssayPlacement.Normal, default));
        Assert.Empty(await PendingAsync());
        Assert.False(await Mark(first.Id).ExistsAsync());
    }

    [Fact]
    public async Task A_revision_that_is_being_stored_while_the_essay_is_settled_stays_pending()
    {
        var first = await SaveAsync("On lakes", 1);
        var known = await _store.FindEntryAsync(first.Id, default);
        await _store.MarkIssuedAsync(first.Id, "2026-W47", 1, default);

        // Another process has noted revision 2 and was stopped for a while before it stored it.
        var index = new EssayIndex(_container);
        await index.NoteAsync(Record("On lakes, corrected", 2), await _store.FindEntryAsync(first.Id, default), default);
        Assert.Empty(await PendingAsync());
        Assert.True(await Mark(first.Id).ExistsAsync());
        Assert.False(await _store.TrySaveAsync(Record("On lakes, corrected", 2), known, hold: false, default));
        await SaveAsync("On lakes, corrected", 2);
        Assert.Equal([2], await PendingAsync());
    }

    [Fact]
    public async Task A_mark_written_anew_is_not_taken_away_with_the_old_one()
    {
        var record = await SaveAsync("On ponds", 1);
        var index = new EssayIndex(_container);
        var seen = (await index.MarksAsync(default)).Single(m => m.EssayId == record.Id);
        await _store.MarkIssuedAsync(record.Id, "2026-W47", 1, default);
        await index.NoteAsync(Record("On ponds, corrected", 2), await _store.FindEntryAsync(record.Id, default), default);
        Assert.True(await index.TrySettleAsync(seen, (await _store.FindEntryAsync(record.Id, default))!, default));
        Assert.True(await Mark(record.Id).ExistsAsync());
    }

    [Fact]
    public async Task Essays_are_found_by_any_content_they_ever_had()
    {
        var first = await SaveAsync("On seas", 1);
        var second = await SaveAsync("On seas, corrected", 2);
        Assert.Equal([first.Id], await _store.FindByContentAsync(first.ContentHash, default));
        Assert.Equal([first.Id], await _store.FindByContentAsync(second.ContentHash, default));
        Assert.Empty(await _store.FindByContentAsync(new string('0', 64), default));
    }

    [Fact]
    public async Task Marks_that_are_missing_come_back()
    {
        var record = await SaveAsync("On wells", 1);
        await Mark(record.Id).DeleteAsync();
        await _container.GetBlobClient($"contents/{record.ContentHash}/{record.Id}").DeleteAsync();
        Assert.Empty(await PendingAsync());
        await _store.RestoreIndexAsync(default);
        Assert.Equal([1], await PendingAsync());
        Assert.Equal([record.Id], await _store.FindByContentAsync(record.ContentHash, default));
    }

    [Fact]
    public async Task An_essay_that_an_issue_left_out_can_wait_again()
    {
        var record = await SaveAsync("On brooks", 1);
        await _store.MarkIssuedAsync(record.Id, "2026-W47", 1, default);
        await SaveAsync("On brooks, written anew", 2);
        await _store.ForgetIssueAsync(record.Id, default);
        var entry = await _store.FindEntryAsync(record.Id, default);
        Assert.Equal((null, null), (entry!.IssueId, entry.IssuedRevision));
        Assert.Equal([2], await PendingAsync());
    }

    [Fact]
    public async Task An_essay_that_is_gone_is_not_marked_and_stops_nothing()
    {
        await _store.MarkIssuedAsync("never-there-0123456789", "2026-W47", 1, default);
        Assert.Null(await _store.FindEntryAsync("never-there-0123456789", default));
    }

    [Fact]
    public async Task What_is_pending_is_found_without_listing_the_archive()
    {
        await SaveAsync("On dew", 1);
        _http.Take();
        await PendingAsync();
        await _store.FindByContentAsync(new string('0', 64), default);
        var listings = _http.Take().Where(request => request.Contains("comp=list", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, listings.Count);
        Assert.All(listings, listing => Assert.Matches("prefix=(pending|contents)(/|%2F)", listing));
    }

    private BlobClient Mark(string id) => _container.GetBlobClient("pending/" + id);

    private EssayRecord Record(string title, int revision) =>
        SampleEssays.Record(_prefix + "/essay.txt", SampleEssays.Named(title + _prefix), SampleIssues.Friday, revision);

    private async Task<EssayRecord> SaveAsync(string title, int revision)
    {
        var record = Record(title, revision);
        Assert.True(await _store.TrySaveAsync(record, await _store.FindEntryAsync(record.Id, default), hold: false, default));
        return record;
    }

    private async Task<List<int>> PendingAsync()
    {
        var id = Record(string.Empty, 1).Id;
        return await _store.ListPendingAsync(default).Where(e => e.Id == id).Select(e => e.Revision).ToListAsync();
    }
}
