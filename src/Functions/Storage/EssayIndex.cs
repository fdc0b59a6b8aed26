using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Essays;

namespace Digest.Functions.Storage;

/// <summary>
/// What is asked of the essays other than by id, as empty blobs whose names are the answer: <c>pending/{id}</c> for each
/// essay that readers have not seen in its present revision, <c>contents/{contentHash}/{id}</c> for each content an essay
/// ever had. They are written before the essay is, so an essay is never missing here; an entry too many does no harm.
/// </summary>
/// <param name="container">The container <c>essays</c>.</param>
internal sealed class EssayIndex(BlobContainerClient container)
{
    private const string Pending = "pending/";
    private const string Contents = "contents/";
    private const string Revision = "revision";

    /// <summary>An essay that may be pending.</summary>
    /// <param name="EssayId">Id of the essay.</param>
    /// <param name="Revision">The revision that was about to be stored.</param>
    /// <param name="Version">Version of the mark.</param>
    public sealed record Mark(string EssayId, int Revision, ETag Version);

    /// <summary>Notes a revision that is about to be stored.</summary>
    public async Task NoteAsync(EssayRecord record, EssayEntry? known, CancellationToken cancellationToken)
    {
        if (known is null || (known with { Revision = record.Revision }).IsPending)
        {
            await MarkAsync(record.Id, record.Revision, null, cancellationToken);
        }

        if (known is null || !string.Equals(known.ContentHash, record.ContentHash, StringComparison.Ordinal))
        {
            await WriteAsync(ContentName(record.ContentHash, record.Id), new BlobUploadOptions(), cancellationToken);
        }
    }

    /// <summary>Notes a stored essay that has become pending.</summary>
    public Task NoteAsync(EssayEntry entry, CancellationToken cancellationToken) =>
        MarkAsync(entry.Id, entry.Revision, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);

    /// <summary>All marks.</summary>
    public async Task<IReadOnlyList<Mark>> MarksAsync(CancellationToken cancellationToken)
    {
        var marks = new List<Mark>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, prefix: Pending, cancellationToken: cancellationToken))
        {
            marks.Add(new Mark(
                blob.Name[Pending.Length..], int.Parse(blob.Metadata[Revision], CultureInfo.InvariantCulture), blob.Properties.ETag ?? default));
        }

        return marks;
    }

    /// <summary>
    /// Takes a mark away when readers have seen what it stands for. The mark of a revision that is being stored at this
    /// moment stays: its number is higher than the entry's, and a mark that was written anew has another version.
    /// </summary>
    /// <returns>True when the essay is not pending.</returns>
    public async Task<bool> TrySettleAsync(Mark mark, EssayEntry entry, CancellationToken cancellationToken)
    {
        if (entry.IsPending)
        {
            return false;
        }

        if (entry.Revision >= mark.Revision)
        {
            try
            {
                await container.GetBlobClient(Pending + mark.EssayId).DeleteIfExistsAsync(
                    conditions: new BlobRequestConditions { IfMatch = mark.Version }, cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.IsConflict())
            {
                // A new revision is on its way; the next listing shows it.
            }
        }

        return true;
    }

    /// <summary>Ids of essays that have or had a content.</summary>
    public async Task<IReadOnlyList<string>> WithContentAsync(string contentHash, CancellationToken cancellationToken)
    {
        var prefix = ContentName(contentHash, string.Empty);
        return await container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken)
            .Select(blob => blob.Name[prefix.Length..])
            .ToListAsync(cancellationToken);
    }

    /// <summary>Writes what is missing for essays that are stored; one listing of the container.</summary>
    /// <returns>The essays that it showed.</returns>
    public async Task<IReadOnlyList<EssayEntry>> RestoreAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<EssayEntry>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken))
        {
            if (EssayMetadata.TryRead(blob) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                names.Add(blob.Name);
            }
        }

        // Only where there is none: a mark written meanwhile knows more than the listing.
        var absent = new BlobRequestConditions { IfNoneMatch = ETag.All };
        foreach (var entry in entries)
        {
            if (entry.IsPending && !names.Contains(Pending + entry.Id))
            {
                await MarkAsync(entry.Id, entry.Revision, absent, cancellationToken);
            }

            if (!names.Contains(ContentName(entry.ContentHash, entry.Id)))
            {
                await WriteAsync(ContentName(entry.ContentHash, entry.Id), new BlobUploadOptions(), cancellationToken);
            }
        }

        return entries;
    }

    private static string ContentName(string contentHash, string essayId) => $"{Contents}{contentHash}/{essayId}";

    private async Task MarkAsync(string essayId, int revision, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Revision] = revision.ToString(CultureInfo.InvariantCulture) },
            Conditions = conditions,
        };
        try
        {
            await WriteAsync(Pending + essayId, options, cancellationToken);
        }
        catch (RequestFailedException e) when (conditions is not null && e.IsConflict())
        {
            // There is one.
        }
    }

    private async Task WriteAsync(string name, BlobUploadOptions options, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), options, cancellationToken);
}
