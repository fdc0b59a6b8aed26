using System.Text.Json.Serialization;

namespace Digest.Core.Issues;

/// <summary>
/// The manifest of an issue: everything that decides what subscribers and readers get. All renderings are made from
/// it and from the essay revisions it names, which are kept beside it, so it rebuilds the issue to the same bytes.
/// </summary>
public sealed record DigestIssue
{
    /// <summary>ISO 8601 week of the scheduled time, as <c>2026-W47</c>; see <see cref="IssueId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The time the schedule asked for with the zone's offset, not the time it was made.</summary>
    public required DateTimeOffset Scheduled { get; init; }

    /// <summary>When the manifest was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>
    /// Its date for readers, in mail, feeds and on the site: the scheduled time, or when it was made, where it was made so
    /// much later (an empty week that was waited out, a late run) that it would sink below what came meanwhile.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset Date => Created - Scheduled > LongestDelay ? Created.ToOffset(Scheduled.Offset) : Scheduled;

    // A timer asks every quarter of an hour, and a run may fail a few times.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(2);

    /// <summary>True for an issue an editor asked for outside the schedule.</summary>
    public bool Extra { get; init; }

    /// <summary>Subject of the mail and title of the issue's page; one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The line mail programs show after the subject; one line.</summary>
    public required string Preheader { get; init; }

    /// <summary>The opening sentence.</summary>
    public required string Intro { get; init; }

    /// <summary>The essays, in their order; the first one leads. Empty in a week with only a note or corrections.</summary>
    public required IReadOnlyList<IssueItem> Items { get; init; }

    /// <summary>Essays of earlier issues that changed since.</summary>
    public IReadOnlyList<IssueCorrection> Corrections { get; init; } = [];

    /// <summary>Essays left out for good because the issue, or an earlier one, carries the same essay under another name.</summary>
    public IReadOnlyList<IssueDuplicate> Duplicates { get; init; } = [];

    /// <summary>By the numbers: the most telling figures, each with its essay.</summary>
    public IReadOnlyList<IssueNumber> Numbers { get; init; } = [];

    /// <summary>Where essays differ: matters on which they give different figures or dates; readers see them only with <see cref="ShowDifferences"/>.</summary>
    public IReadOnlyList<IssueDifference> Differences { get; init; } = [];

    /// <summary>True when an editor wants readers to see <see cref="Differences"/>.</summary>
    public bool ShowDifferences { get; init; }

    /// <summary>Version of the templates the issue was first rendered with.</summary>
    public required string TemplateVersion { get; init; }
}

/// <summary>One essay of an issue.</summary>
/// <param name="EssayId">Id of the essay.</param>
/// <param name="Revision">The revision this issue carries.</param>
/// <param name="ContentHash">Hash of that revision.</param>
/// <param name="RuleSetVersion">Version of the rule set that revision was read with.</param>
public sealed record IssueItem(string EssayId, int Revision, string ContentHash, string RuleSetVersion);

/// <summary>An essay of an earlier issue that has a new revision.</summary>
/// <param name="EssayId">Id of the essay.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Revision">The revision readers see now.</param>
/// <param name="FirstIssueId">The issue that mailed it.</param>
public sealed record IssueCorrection(string EssayId, string Title, int Revision, string FirstIssueId);

/// <summary>An essay left out because another one is the same.</summary>
/// <param name="EssayId">The essay left out.</param>
/// <param name="Revision">The revision that was compared.</param>
/// <param name="SameAs">The essay that is carried.</param>
/// <param name="Similarity">Share of five-word sequences they have in common, 0 to 1; 1 only where readers would see no difference.</param>
public sealed record IssueDuplicate(string EssayId, int Revision, string SameAs, double Similarity);

/// <summary>A line of "By the numbers".</summary>
/// <param name="EssayId">The essay it stands in.</param>
/// <param name="Figure">The figure as it is shown, with its qualifier: <c>at least 8,000</c>.</param>
/// <param name="Label">What is counted: <c>of its troops</c>.</param>
/// <param name="Excerpt">The sentence it stands in, or the part of a long one around it.</param>
public sealed record IssueNumber(string EssayId, string Figure, string Label, string Excerpt);

/// <summary>A matter on which essays of an issue differ.</summary>
/// <param name="Matter">What it is: <c>troops of North Korea, sent</c>.</param>
/// <param name="Statements">What each essay says, in the order of the issue.</param>
public sealed record IssueDifference(string Matter, IReadOnlyList<IssueStatement> Statements);

/// <summary>What an essay says of a matter.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="Says">Its figure or date.</param>
/// <param name="Sentence">The sentence it stands in.</param>
public sealed record IssueStatement(string EssayId, string Says, string Sentence);
