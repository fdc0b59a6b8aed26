using System.Text.Json;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Microsoft.Extensions.Logging;

namespace Digest.Core.Workflows;

/// <summary>Issues with the essay revisions they carry, and how far each has come.</summary>
/// <param name="issues">The issues.</param>
/// <param name="essays">The essays.</param>
/// <param name="log">Takes a line for each essay that is missing.</param>
public sealed class IssueArchive(IIssueStore issues, IEssayStore essays, ILogger<IssueArchive> log)
{
    private const string ProgressPart = "progress.json";
    private const int Readers = 8;

    /// <summary>The essays of an issue in the revisions that were mailed, in its order, but for those that are gone from storage.</summary>
    public async Task<IReadOnlyList<EssayRecord>> LoadEssaysAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var carried = new List<EssayRecord>(issue.Items.Count);
        foreach (var item in issue.Items)
        {
            if (await FindSentAsync(issue, item, cancellationToken) is { } sent)
            {
                carried.Add(sent);
            }
        }

        return carried;
    }

    /// <summary>An issue with its essays as the public sees them now: without those that were withdrawn or are gone from storage.</summary>
    public async Task<PublishedIssue> LoadAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        var found = new PublishedEssay?[issue.Items.Count];
        await Parallel.ForAsync(
            0,
            found.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await FindPublishedAsync(issue, issue.Items[i], token));
        var published = found.OfType<PublishedEssay>().ToList();
        var left = IssueComposition.Keep(issue, [.. published.Select(e => e.Sent)]);
        return new PublishedIssue(left, published, [.. issue.Items.Except(left.Items).Select(item => item.EssayId)]);
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

    /// <summary>What an editor wants different in an issue; null when nothing was set.</summary>
    public async Task<IssueOverrides?> FindOverridesAsync(string issueId, CancellationToken cancellationToken) =>
        await issues.ReadPartAsync(issueId, IssueOverrides.PartName, cancellationToken) is { } part
            ? JsonSerializer.Deserialize<IssueOverrides>(part.Span, JsonSerializerOptions.Web)
            : null;

    /// <summary>Notes what an editor wants different in an issue to come.</summary>
    public Task SaveOverridesAsync(string issueId, IssueOverrides overrides, CancellationToken cancellationToken) =>
        issues.SavePartAsync(
            issueId, IssueOverrides.PartName, JsonSerializer.SerializeToUtf8Bytes(overrides, JsonSerializerOptions.Web), "application/json", cancellationToken);

    /// <summary>An essay as the public sees it; null when it was withdrawn or is gone.</summary>
    private async Task<PublishedEssay?> FindPublishedAsync(DigestIssue issue, IssueItem item, CancellationToken cancellationToken)
    {
        if (await essays.FindEntryAsync(item.EssayId, cancellationToken) is not { Placement: not EssayPlacement.Withdrawn } entry
            || await FindSentAsync(issue, item, cancellationToken) is not { } sent)
        {
            return null;
        }

        var present = entry.Revision <= item.Revision ? sent : await essays.FindAsync(item.EssayId, cancellationToken) ?? sent;
        return new PublishedEssay(present, issue.Id, issue.Date, sent);
    }

    private async Task<EssayRecord?> FindSentAsync(DigestIssue issue, IssueItem item, CancellationToken cancellationToken)
    {
        var sent = await essays.FindRevisionAsync(item.EssayId, item.ContentHash, cancellationToken);
        if (sent is null)
        {
            log.LogWarning("Issue {IssueId} goes on without essay {EssayId}: its revision {Revision} is not stored any more", issue.Id, item.EssayId, item.Revision);
        }

        return sent;
    }
}
