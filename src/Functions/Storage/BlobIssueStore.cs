using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// The issues on blob storage: <c>{issueId}/issue.json</c> with what an archive needs in its metadata,
/// <c>{issueId}/{part}</c>, <c>decisions/{scheduled time}.json</c>, and <see cref="NewestIssue"/>, which decides.
/// </summary>
/// <param name="container">The container <c>issues</c>.</param>
public sealed class BlobIssueStore(BlobContainerClient container) : IIssueStore
{
    private const string Json = "application/json; charset=utf-8";
    private const string Manifest = "/issue.json";
    private const string Decisions = "decisions/";

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(DigestIssue issue, RecentIssues known, CancellationToken cancellationToken)
    {
        var (newest, version) = await ReadNewestAsync(cancellationToken);
        if (!string.Equals(newest is null ? string.Empty : version.ToString("H"), known.Version, StringComparison.Ordinal))
        {
            return false;
        }

        if (newest is not null)
        {
            // What was made last may not be filed yet; it must be before its only copy is replaced.
            await FileAsync(newest.Manifest, cancellationToken);
        }

        if (await container.GetBlobClient(issue.Id + Manifest).ExistsAsync(cancellationToken))
        {
            return false;
        }

        var recent = known.With(Entry(issue));
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = Json },
            Conditions = newest is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = version },
        };
        try
        {
            var json = BinaryData.FromObjectAsJson(new NewestIssue(issue, recent.Issues, recent.Years), JsonSerializerOptions.Web);
            await container.GetBlobClient(NewestIssue.BlobName).UploadAsync(json, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.IsConflict())
        {
            return false;
        }

        await FileAsync(issue, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<RecentIssues> RecentAsync(CancellationToken cancellationToken) =>
        await ReadNewestAsync(cancellationToken) is ({ } newest, var version)
            ? newest.Recent(version)
            : RecentIssues.Of(await ListAsync(cancellationToken).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public async Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(issueId + Manifest, cancellationToken) is { } json)
        {
            return JsonSerializer.Deserialize<DigestIssue>(json.Span, JsonSerializerOptions.Web);
        }

        if (await ReadNewestAsync(cancellationToken) is not ({ } newest, _) || !string.Equals(newest.Manifest.Id, issueId, StringComparison.Ordinal))
        {
            return null;
        }

        // The run that made it was cut off before it filed it.
        await FileAsync(newest.Manifest, cancellationToken);
        return newest.Manifest;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IssueEntry> ListAsync(CancellationToken cancellationToken) => ListAsync(prefix: null, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IssueEntry> ListAsync(int year, CancellationToken cancellationToken) =>
        ListAsync(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-W"), cancellationToken);

    /// <inheritdoc/>
    public Task SavePartAsync(string issueId, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
        WriteAsync($"{issueId}/{name}", content, contentType, cancellationToken);

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadPartAsync(string issueId, string name, CancellationToken cancellationToken) =>
        ReadAsync($"{issueId}/{name}", cancellationToken);

    /// <inheritdoc/>
    public Task SaveDecisionAsync(IssueDecision decision, CancellationToken cancellationToken) =>
        WriteAsync(DecisionName(decision.Scheduled), JsonSerializer.SerializeToUtf8Bytes(decision, JsonSerializerOptions.Web), Json, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IssueDecision> ListDecisionsAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Names are times, so their order is that of the times; whoever wants the newest only has read one year's names.
        var oldest = now.AddDays(-400);
        for (var year = now.UtcDateTime.Year; year >= oldest.UtcDateTime.Year; year--)
        {
            var names = await container.GetBlobsAsync(
                prefix: string.Create(CultureInfo.InvariantCulture, $"{Decisions}{year:D4}-"), cancellationToken: cancellationToken)
                .Select(blob => blob.Name)
                .Where(name => string.CompareOrdinal(name, DecisionName(oldest)) >= 0)
                .ToListAsync(cancellationToken);
            foreach (var name in names.OrderDescending(StringComparer.Ordinal))
            {
                if (await ReadAsync(name, cancellationToken) is { } json)
                {
                    yield return JsonSerializer.Deserialize<IssueDecision>(json.Span, JsonSerializerOptions.Web)!;
                }
            }
        }
    }

    private async IAsyncEnumerable<IssueEntry> ListAsync(string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = new List<IssueEntry>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, prefix: prefix, cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(Manifest, StringComparison.Ordinal) && IssueId.IsValid(blob.Name[..^Manifest.Length]))
            {
                entries.Add(new IssueEntry(
                    blob.Name[..^Manifest.Length],
                    DateTimeOffset.ParseExact(blob.Metadata["scheduled"], "O", CultureInfo.InvariantCulture),
                    Encoding.UTF8.GetString(Convert.FromBase64String(blob.Metadata["subject"])),
                    int.Parse(blob.Metadata["essays"], CultureInfo.InvariantCulture)));
            }
        }

        // A listing is in the order of letters, where -10 comes before -2.
        foreach (var entry in entries.OrderBy(e => e.Id, IssueId.ByAge))
        {
            yield return entry;
        }
    }

    private static IssueEntry Entry(DigestIssue issue) => new(issue.Id, issue.Date, issue.Subject, issue.Items.Count);

    private async Task<(NewestIssue? Newest, ETag Version)> ReadNewestAsync(CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await container.GetBlobClient(NewestIssue.BlobName).DownloadContentAsync(cancellationToken);
            return (content.Content.ToObjectFromJson<NewestIssue>(JsonSerializerOptions.Web), content.Details.ETag);
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return (null, default);
        }
    }

    /// <summary>Puts a manifest under its own name, with what a listing tells in its metadata. Idempotent.</summary>
    private async Task FileAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = Json },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["scheduled"] = issue.Date.ToString("O", CultureInfo.InvariantCulture),
                // Metadata travel as HTTP headers: ASCII only.
                ["subject"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(issue.Subject)),
                ["essays"] = issue.Items.Count.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await container.GetBlobClient(issue.Id + Manifest).UploadAsync(
                BinaryData.FromObjectAsJson(issue, JsonSerializerOptions.Web), options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.IsConflict())
        {
            // It is filed already.
        }
    }

    private static string DecisionName(DateTimeOffset scheduled) =>
        Decisions + scheduled.UtcDateTime.ToString("yyyy-MM-dd'T'HHmm'Z'", CultureInfo.InvariantCulture) + ".json";

    private async Task WriteAsync(string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
        await container.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellationToken);

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return content.Content.ToMemory();
        }
        catch (RequestFailedException e) when (e.IsNotFound())
        {
            return null;
        }
    }
}
