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
/// <c>{issueId}/{part}</c>, and <c>decisions/{scheduled time}.json</c>.
/// </summary>
/// <param name="container">The container <c>issues</c>.</param>
public sealed class BlobIssueStore(BlobContainerClient container) : IIssueStore
{
    private const string Json = "application/json; charset=utf-8";
    private const string Manifest = "/issue.json";
    private const string Decisions = "decisions/";

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = Json },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["scheduled"] = issue.Scheduled.ToString("O", CultureInfo.InvariantCulture),
                // Metadata travel as HTTP headers: ASCII only.
                ["subject"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(issue.Subject)),
                ["essays"] = issue.Items.Count.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            var json = BinaryData.FromObjectAsJson(issue, JsonSerializerOptions.Web);
            await container.GetBlobClient(issue.Id + Manifest).UploadAsync(json, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.IsConflict())
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<DigestIssue?> FindAsync(string issueId, CancellationToken cancellationToken) =>
        await ReadAsync(issueId + Manifest, cancellationToken) is { } json
            ? JsonSerializer.Deserialize<DigestIssue>(json.Span, JsonSerializerOptions.Web)
            : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IssueEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = new List<IssueEntry>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken))
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
        var oldest = DecisionName(now.AddDays(-400));
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(prefix: Decisions, cancellationToken: cancellationToken))
        {
            if (string.CompareOrdinal(blob.Name, oldest) >= 0)
            {
                names.Add(blob.Name);
            }
        }

        // Names are times, so their order is that of the times.
        foreach (var name in names.OrderDescending(StringComparer.Ordinal))
        {
            if (await ReadAsync(name, cancellationToken) is { } json)
            {
                yield return JsonSerializer.Deserialize<IssueDecision>(json.Span, JsonSerializerOptions.Web)!;
            }
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
