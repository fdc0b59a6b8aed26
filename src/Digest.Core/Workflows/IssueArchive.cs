using System.Text.Json;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;

namespace Digest.Core.Workflows;

/// <summary>Issues with the essay revisions they carry, and how far each has come.</summary>
public sealed class IssueArchive(IIssueStore issues, IEssayStore essays)
{
    private const string ProgressPart = "progress.json";

    /// <summary>The essays of an issue in the revisions that were mailed, in its order.</summary>
    /// <exception cref="InvalidOperationException">A revision is gone from storage.</exception>
    public async Task<IReadOnlyList<EssayRecord>> LoadEssaysAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var carried = new List<EssayRecord>(issue.Items.Count);
        foreach (var item in issue.Items)
        {
            carried.Add(await essays.FindRevisionAsync(item.EssayId, item.ContentHash, cancellationToken)
                ?? throw new InvalidOperationException($"Issue {issue.Id} carries revision {item.Revision} of essay {item.EssayId}, which is not stored any more."));
        }

        return carried;
    }

    /// <summary>An issue with its essays as the public sees them now.</summary>
    /// <exception cref="InvalidOperationException">A revision is gone from storage.</exception>
    public async Task<PublishedIssue> LoadAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var published = new List<PublishedEssay>(issue.Items.Count);
        foreach (var (item, sent) in issue.Items.Zip(await LoadEssaysAsync(issue, cancellationToken)))
        {
            var entry = await essays.FindEntryAsync(item.EssayId, cancellationToken);
            var present = entry is null || entry.Revision <= item.Revision ? sent : await essays.FindAsync(item.EssayId, cancellationToken) ?? sent;
            published.Add(new PublishedEssay(present, issue.Id, issue.Scheduled, sent));
        }

        return new PublishedIssue(issue, published);
    }

    /// <summary>The issue that carried an essay, and the revision it carried; null for an essay that waits or was left out as a twin.</summary>
    public async Task<(DigestIssue Issue, EssayRecord Sent)?> FindCarriedAsync(EssayEntry entry, CancellationToken cancellationToken) =>
        entry.IssueId is { } issueId
        && await issues.FindAsync(issueId, cancellationToken) is { } issue
        && issue.Items.FirstOrDefault(i => i.EssayId == entry.Id) is { } item
        && await essays.FindRevisionAsync(entry.Id, item.ContentHash, cancellationToken) is { } sent
            ? (issue, sent)
            : null;

    /// <summary>The manifest of an issue that is known to exist.</summary>
    /// <exception cref="InvalidOperationException">It can't be read.</exception>
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
        issues.SavePartAsync(issueId, ProgressPart, JsonSerializer.SerializeToUtf8Bytes(progress), "application/json", cancellationToken);

    /// <summary>What an editor wants different in an issue.</summary>
    public async Task<IssueOverrides> OverridesAsync(string issueId, CancellationToken cancellationToken) =>
        await issues.ReadPartAsync(issueId, IssueOverrides.PartName, cancellationToken) is { } part
            ? JsonSerializer.Deserialize<IssueOverrides>(part.Span, JsonSerializerOptions.Web) ?? new()
            : new();

    /// <summary>Notes what an editor wants different in an issue to come.</summary>
    public Task SaveOverridesAsync(string issueId, IssueOverrides overrides, CancellationToken cancellationToken) =>
        issues.SavePartAsync(
            issueId, IssueOverrides.PartName, JsonSerializer.SerializeToUtf8Bytes(overrides, JsonSerializerOptions.Web), "application/json", cancellationToken);
}
