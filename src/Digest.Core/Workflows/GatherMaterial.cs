using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>Loads what an issue can be made from.</summary>
public sealed class GatherMaterial(IEssayStore essays, IIssueStore issues, IssueArchive archive, IssueOptions options)
{
    // The same essay under another name comes within weeks; older ones are noticed by their content hash.
    private const int IssuesToCompare = 4;
    private const int MostCorrections = 20;

    /// <summary>Reads the index of the essays once, and the records only of what may get into the issue.</summary>
    public async Task<IssueMaterial> RunAsync(string issueId, DateTimeOffset scheduled, bool extra, CancellationToken cancellationToken)
    {
        var entries = await essays.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var waiting = IssueSelection.Waiting(entries);
        // Twice the limit: twins are left out only after the texts have been compared.
        var records = await LoadAsync(waiting.Take(options.MaxEssays * 2).Select(e => e.Id), cancellationToken);
        return new IssueMaterial
        {
            Scheduled = scheduled,
            Extra = extra,
            Waiting = records,
            Pinned = waiting.Where(e => e.Placement == EssayPlacement.Pinned).Select(e => e.Id).ToHashSet(StringComparer.Ordinal),
            Sent = records.Count == 0 ? [] : await SentAsync(entries, records, cancellationToken),
            Corrections = await CorrectionsAsync(entries, cancellationToken),
            Overrides = await archive.OverridesAsync(issueId, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<EssayRecord>> SentAsync(
        List<EssayEntry> entries, IReadOnlyList<EssayRecord> waiting, CancellationToken cancellationToken)
    {
        var hashes = waiting.Select(e => e.ContentHash).ToHashSet(StringComparer.Ordinal);
        var twins = entries.Where(e => e.IssueId is not null && hashes.Contains(e.ContentHash)).Select(e => e.Id);
        var sent = new List<EssayRecord>(await LoadAsync(twins, cancellationToken));
        var all = await issues.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        foreach (var recent in all.TakeLast(IssuesToCompare))
        {
            sent.AddRange(await archive.LoadEssaysAsync(await archive.GetAsync(recent.Id, cancellationToken), cancellationToken));
        }

        return [.. sent.DistinctBy(e => e.Id)];
    }

    private async Task<IReadOnlyList<IssueCorrection>> CorrectionsAsync(List<EssayEntry> entries, CancellationToken cancellationToken)
    {
        var corrections = new List<IssueCorrection>();
        foreach (var entry in IssueSelection.Corrected(entries))
        {
            // A drop that was only read again, by newer rules, is no correction.
            if (corrections.Count < MostCorrections
                && await archive.FindCarriedAsync(entry, cancellationToken) is var (issue, sent)
                && sent.SourceETag != entry.SourceETag)
            {
                corrections.Add(new IssueCorrection(entry.Id, entry.Title, entry.Revision, issue.Id));
            }
        }

        return corrections;
    }

    private async Task<IReadOnlyList<EssayRecord>> LoadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var records = new List<EssayRecord>();
        foreach (var id in ids)
        {
            if (await essays.FindAsync(id, cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }
}
