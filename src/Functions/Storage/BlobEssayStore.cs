using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// Essays on blob storage: <c>{id}/essay.json</c> (its metadata are the index line) and
/// <c>{id}/revisions/{contentHash}.json</c> in <c>essays</c>, with the marks of <see cref="EssayIndex"/> beside them; one
/// JSON a rejected drop in <c>problems</c>, with the same in its metadata.
/// </summary>
public sealed class BlobEssayStore(BlobServiceClient service) : IEssayStore
{
    private const int MostWriteAttempts = 10;

    // Asking for each costs an operation; a listing of everything costs one for 5,000 blobs, and an essay has four or five.
    private const int MostAskedOneByOne = 500;
    private const int Readers = 8;

    private readonly BlobContainerClient _essays = service.GetBlobContainerClient(StorageNames.Essays);
    private readonly EssayIndex _index = new(service.GetBlobContainerClient(StorageNames.Essays));
    private readonly BlobContainerClient _problems = service.GetBlobContainerClient(StorageNames.Problems);

    /// <inheritdoc/>
    public Task<EssayRecord?> FindAsync(string essayId, CancellationToken cancellationToken) =>
        ReadRecordAsync(Record(essayId), cancellationToken);

    /// <inheritdoc/>
    public Task<EssayRecord?> FindRevisionAsync(string essayId, string contentHash, CancellationToken cancellationToken) =>
        ReadRecordAsync(Revision(essayId, contentHash), cancellationToken);

    /// <inheritdoc/>
    public async Task<EssayEntry?> FindEntryAsync(string essayId, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await Record(essayId).GetPropertiesAsync(cancellationToken: cancellationToken);
            return EssayMetadata.Read(essayId, properties.ETag.ToString("H"), properties.Metadata);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TrySaveAsync(EssayRecord record, EssayEntry? known, bool hold, CancellationToken cancellationToken)
    {
        var json = new BinaryData(EssayJson.Serialize(record));

        await _index.NoteAsync(record, known, cancellationToken);

        // The record comes last: until it stands, readers see the revision before, and a second try writes the same again.
        // Revisions are named by their content: two writers at once can't overwrite each other's.
        await Revision(record.Id, record.ContentHash).UploadAsync(json, Options("application/json"), cancellationToken);
        var options = Options("application/json");
        options.Metadata = EssayMetadata.For(record, known, hold);
        options.Conditions = known is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(known.Version) };
        try
        {
            await Record(record.Id).UploadAsync(json, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.IsConflict())
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EssayEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _essays.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken))
        {
            if (EssayMetadata.TryRead(blob) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EssayEntry> ListPendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var marks = await _index.MarksAsync(cancellationToken);
        if (marks.Count > MostAskedOneByOne)
        {
            await foreach (var entry in ListAsync(cancellationToken).Where(e => e.IsPending))
            {
                yield return entry;
            }

            yield break;
        }

        var asked = new EssayEntry?[marks.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, marks.Count, limits, async (i, token) =>
        {
            // A mark without an essay is that of a first reading on its way.
            var entry = await FindEntryAsync(marks[i].EssayId, token);
            asked[i] = entry is null || await _index.TrySettleAsync(marks[i], entry, token) ? null : entry;
        });
        foreach (var entry in asked.OfType<EssayEntry>())
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindByContentAsync(string contentHash, CancellationToken cancellationToken) =>
        _index.WithContentAsync(contentHash, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EssayEntry>> RestoreIndexAsync(CancellationToken cancellationToken) => _index.RestoreAsync(cancellationToken);

    /// <inheritdoc/>
    public Task MarkIssuedAsync(string essayId, string issueId, int revision, CancellationToken cancellationToken) =>
        UpdateMetadataAsync(essayId, metadata => EssayMetadata.SetIssue(metadata, issueId, revision), cancellationToken);

    /// <inheritdoc/>
    public Task ForgetIssueAsync(string essayId, CancellationToken cancellationToken) =>
        UpdateMetadataAsync(essayId, EssayMetadata.ForgetIssue, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> PlaceAsync(string essayId, EssayPlacement placement, CancellationToken cancellationToken)
    {
        if (!await UpdateMetadataAsync(essayId, metadata => EssayMetadata.SetPlacement(metadata, placement), cancellationToken))
        {
            return false;
        }

        // Behind the placement, because a listing takes the mark of an essay away that is not pending; one that a crash kept from being written is put back by the sweep.
        if (placement == EssayPlacement.Withdrawn && await FindEntryAsync(essayId, cancellationToken) is { } entry)
        {
            await _index.NoteAsync(entry, cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task SaveProblemAsync(DropProblem problem, CancellationToken cancellationToken)
    {
        var options = Options("application/json");
        options.Metadata = ProblemMetadata.For(problem);
        await Problem(problem.SourceName).UploadAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(problem, StorageJson.Options)), options, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ClearProblemAsync(string sourceName, CancellationToken cancellationToken) =>
        await Problem(sourceName).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public Task<DropProblem?> FindProblemAsync(string sourceName, CancellationToken cancellationToken) =>
        ReadProblemAsync(Problem(sourceName), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DropProblem> ListProblemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _problems.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken))
        {
            // Problems of an older version have no metadata.
            if ((ProblemMetadata.TryRead(blob) ?? await ReadProblemAsync(_problems.GetBlobClient(blob.Name), cancellationToken)) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private BlobClient Record(string essayId) => _essays.GetBlobClient(essayId + EssayMetadata.RecordName);

    private BlobClient Revision(string essayId, string contentHash) => _essays.GetBlobClient($"{essayId}/revisions/{contentHash}.json");

    /// <summary>Problems are named like the essay the drop would have become, so that a listing sorts them together.</summary>
    private BlobClient Problem(string sourceName) => _problems.GetBlobClient(EssayId.FromSourceName(sourceName) + ".json");

    private static BlobUploadOptions Options(string contentType) =>
        new() { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };

    private static async Task<EssayRecord?> ReadRecordAsync(BlobClient blob, CancellationToken cancellationToken) =>
        await ReadAsync(blob, cancellationToken) is { } content ? EssayJson.Deserialize(content.ToMemory().Span) : null;

    private static async Task<DropProblem?> ReadProblemAsync(BlobClient blob, CancellationToken cancellationToken) =>
        await ReadAsync(blob, cancellationToken) is { } content
            ? JsonSerializer.Deserialize<DropProblem>(content.ToMemory().Span, StorageJson.Options)
            : null;

    private static async Task<BinaryData?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }

    /// <summary>Changes an index line against whatever else changes it meanwhile.</summary>
    private async Task<bool> UpdateMetadataAsync(string essayId, Action<IDictionary<string, string>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                BlobProperties properties = await Record(essayId).GetPropertiesAsync(cancellationToken: cancellationToken);
                change(properties.Metadata);
                await Record(essayId).SetMetadataAsync(
                    properties.Metadata, new BlobRequestConditions { IfMatch = properties.ETag }, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.IsNotFound())
            {
                return false;
            }
            catch (RequestFailedException e) when (e.IsConflict() && attempt < MostWriteAttempts)
            {
                // Somebody else changed it between the two calls.
            }
        }
    }
}
