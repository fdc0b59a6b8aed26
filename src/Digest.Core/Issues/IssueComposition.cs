using Digest.Core.Essays;
using Digest.Core.Issues.Differences;

namespace Digest.Core.Issues;

/// <summary>What an issue is made from.</summary>
public sealed record IssueMaterial
{
    /// <summary>The time the schedule asked for, with the zone's offset.</summary>
    public required DateTimeOffset Scheduled { get; init; }

    /// <summary>True when an editor asked outside the schedule.</summary>
    public bool Extra { get; init; }

    /// <summary>Essays that wait, best claim first (<see cref="IssueSelection.Waiting"/>).</summary>
    public required IReadOnlyList<EssayRecord> Waiting { get; init; }

    /// <summary>How many more wait behind these, too late in turn for this issue.</summary>
    public int MoreWaiting { get; init; }

    /// <summary>Ids of the pinned ones.</summary>
    public required IReadOnlySet<string> Pinned { get; init; }

    /// <summary>Essays of recent issues, to notice the same essay under another name.</summary>
    public IReadOnlyList<EssayRecord> Sent { get; init; } = [];

    /// <summary>Essays of earlier issues that changed since.</summary>
    public IReadOnlyList<IssueCorrection> Corrections { get; init; } = [];

    /// <summary>What an editor wants different.</summary>
    public IssueOverrides Overrides { get; init; } = new();
}

/// <summary>Composes the manifest of an issue. Pure: the same material gives the same manifest.</summary>
public static class IssueComposition
{
    /// <summary>The manifest. What is beyond the limit is not in it and waits on.</summary>
    /// <param name="material">What waits.</param>
    /// <param name="id">Id of the issue.</param>
    /// <param name="options">Limits.</param>
    /// <param name="templateVersion">Version of the templates.</param>
    /// <param name="now">When the manifest is made.</param>
    public static DigestIssue Compose(
        IssueMaterial material, string id, IssueOptions options, string templateVersion, DateTimeOffset now)
    {
        var duplicates = NearDuplicates.Find(material.Waiting, material.Sent);
        var twins = duplicates.Select(d => d.EssayId).ToHashSet(StringComparer.Ordinal);
        var taken = material.Waiting.Where(e => !twins.Contains(e.Id)).Take(options.MaxEssays).ToList();
        var essays = Lead(IssueSelection.InOrder(taken, material.Pinned), material.Overrides.Lead);
        var ids = essays.Select(e => e.Id).Concat(material.Sent.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
        return new DigestIssue
        {
            Id = id,
            Scheduled = material.Scheduled,
            Created = now,
            Extra = material.Extra,
            Subject = material.Overrides.Subject ?? IssueWording.Subject(essays, material.Corrections.Count),
            Preheader = material.Overrides.Preheader ?? IssueWording.Preheader(essays),
            Intro = material.Overrides.Intro ?? IssueWording.Intro(essays, material.Corrections.Count),
            Items = [.. essays.Select(e => new IssueItem(e.Id, e.Revision, e.ContentHash, e.Essay.RuleSetVersion))],
            Corrections = material.Corrections,
            // The twin of an essay beyond the limit waits with it.
            Duplicates = [.. duplicates.Where(d => ids.Contains(d.SameAs))],
            Numbers = IssueNumbers.Choose(essays, options.MaxNumbers),
            Differences = EssayDifferences.Find(essays),
            ShowDifferences = material.Overrides.ShowDifferences,
            TemplateVersion = templateVersion,
        };
    }

    /// <summary>
    /// The manifest of an issue of which essays were taken back, with nothing that was made from them: its words are made
    /// from the essays that are left, its subject where the lead is gone.
    /// </summary>
    /// <param name="issue">The manifest.</param>
    /// <param name="left">The essays that are left, in its order.</param>
    public static DigestIssue Keep(DigestIssue issue, IReadOnlyList<EssayRecord> left)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(left);
        if (left.Count == issue.Items.Count)
        {
            return issue;
        }

        var ids = left.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        return issue with
        {
            Subject = ids.Contains(issue.Items[0].EssayId) ? issue.Subject : IssueWording.Subject(left, issue.Corrections.Count),
            Preheader = IssueWording.Preheader(left),
            Intro = IssueWording.Intro(left, issue.Corrections.Count),
            Items = [.. issue.Items.Where(i => ids.Contains(i.EssayId))],
            Numbers = [.. issue.Numbers.Where(n => ids.Contains(n.EssayId))],
            Differences = [.. issue.Differences.Where(d => d.Statements.All(s => ids.Contains(s.EssayId)))],
        };
    }

    private static IReadOnlyList<EssayRecord> Lead(IReadOnlyList<EssayRecord> essays, string? lead) =>
        lead is null ? essays : [.. essays.OrderBy(e => e.Id == lead ? 0 : 1)];
}
