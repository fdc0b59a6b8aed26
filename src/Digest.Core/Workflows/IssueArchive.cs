using System.Text.Json;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>
/// Issues with the essay revisions they carry. The revisions are kept beside the manifest, named by their content hash,
/// so that an issue can be rebuilt after its essays have changed.
/// </summary>
public sealed class IssueArchive(IIssueStore issues)
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Keeps the revisions an issue is about to carry. Safe to repeat and to run twice at once: a name decides its bytes.</summary>
    public async Task KeepEssaysAsync(string issueId, IReadOnlyList<EssayRecord> essays, CancellationToken cancellationToken)
    {
        foreach (var record in essays)
        {
            // The strip ledger is for editors; no rendering shows it.
            var kept = record with { Essay = record.Essay with { Stripped = [] } };
            await issues.SavePartAsync(issueId, PartName(record.Id, record.ContentHash), JsonSerializer.SerializeToUtf8Bytes(kept), Json, cancellationToken);
        }
    }

    /// <summary>The essays of an issue in the revisions that were mailed, in its order.</summary>
    public async Task<IReadOnlyList<EssayRecord>> LoadEssaysAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var essays = new List<EssayRecord>(issue.Items.Count);
        foreach (var item in issue.Items)
        {
            var part = await issues.ReadPartAsync(issue.Id, PartName(item.EssayId, item.ContentHash), cancellationToken)
                ?? throw new InvalidOperationException($"Issue {issue.Id} names essay {item.EssayId}, but the revision it carries is not stored with it.");
            essays.Add(JsonSerializer.Deserialize<EssayRecord>(part.Span)!);
        }

        return essays;
    }

    /// <summary>The manifest of an issue that is known to exist.</summary>
    public async Task<DigestIssue> GetAsync(string issueId, CancellationToken cancellationToken) =>
        await issues.FindAsync(issueId, cancellationToken)
        ?? throw new InvalidOperationException($"Issue {issueId} is listed, but its manifest can't be read.");

    /// <summary>How far an issue has come.</summary>
    public async Task<IssueProgress> ProgressAsync(string issueId, CancellationToken cancellationToken) =>
        await issues.ReadPartAsync(issueId, ProgressPart, cancellationToken) is { } part
            ? JsonSerializer.Deserialize<IssueProgress>(part.Span)
            : IssueProgress.Created;

    /// <summary>Notes how far an issue has come.</summary>
    public Task SaveProgressAsync(string issueId, IssueProgress progress, CancellationToken cancellationToken) =>
        issues.SavePartAsync(issueId, ProgressPart, JsonSerializer.SerializeToUtf8Bytes(progress), Json, cancellationToken);

    private const string ProgressPart = "progress.json";

    private static string PartName(string essayId, string contentHash) => $"essays/{essayId}.{contentHash}.json";
}
