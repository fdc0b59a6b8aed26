using System.Globalization;
using System.Text.Json.Serialization;

namespace Digest.Core.Issues;

/// <summary>What was decided for one scheduled time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueOutcome>))]
public enum IssueOutcome
{
    /// <summary>The issue was made.</summary>
    Assembled,

    /// <summary>No essay waited; no issue.</summary>
    SkippedEmpty,

    /// <summary>No essay waited; the issue is made as soon as one is ready.</summary>
    WaitingForEssay,

    /// <summary>The run came too late; an editor decides.</summary>
    HeldLate,

    /// <summary>Nothing ran until a later issue was due; its essays go into that one.</summary>
    Missed,
}

/// <summary>The decision on one scheduled time, recorded so that an editor sees why there is an issue or none.</summary>
/// <param name="Scheduled">The time the schedule asked for.</param>
/// <param name="Decided">When it was decided.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="IssueId">The issue made, or null.</param>
/// <param name="Reason">One sentence for an editor.</param>
public sealed record IssueDecision(DateTimeOffset Scheduled, DateTimeOffset Decided, IssueOutcome Outcome, string? IssueId, string Reason)
{
    /// <summary>True when nothing more is to be done for this time.</summary>
    [JsonIgnore]
    public bool IsFinal => Outcome is not IssueOutcome.WaitingForEssay;

    internal static IssueDecision Missed(DateTimeOffset scheduled, DateTimeOffset now) =>
        new(scheduled, now, IssueOutcome.Missed, null, $"Nothing ran when this issue was due ({Say(scheduled)}); its essays go into the next issue.");

    internal static IssueDecision HeldLate(DateTimeOffset scheduled, DateTimeOffset now, TimeSpan limit) =>
        new(scheduled, now, IssueOutcome.HeldLate, null, string.Create(
            CultureInfo.InvariantCulture,
            $"The run came {(now - scheduled).TotalHours:0.#} hours after {Say(scheduled)}, and the limit is {limit.TotalHours:0.#}. Send it with \"digest assemble --now\", or leave its essays to the next issue."));

    /// <summary>The decision against an issue that would carry no essay, or null when it goes out.</summary>
    internal static IssueDecision? Against(DigestIssue issue, IssueOptions options, DateTimeOffset now) =>
        issue.Items.Count > 0 || (!issue.Extra && options.EmptyWeek == EmptyWeek.Note) ? null
            : options.EmptyWeek == EmptyWeek.Hold ? Waiting(issue.Scheduled, now)
            : SkippedEmpty(issue.Scheduled, now);

    /// <summary>Why the issue to come would not go out as things stand, in one sentence for an editor; null when it would.</summary>
    internal static string? Foreseen(DigestIssue issue, IssueOptions options) => Against(issue, options, issue.Created)?.Outcome switch
    {
        null => null,
        IssueOutcome.WaitingForEssay => "No essay is waiting; the issue will be made as soon as one is ready.",
        _ => "No essay is waiting. If none comes before it is due, there will be no issue.",
    };

    private static IssueDecision SkippedEmpty(DateTimeOffset scheduled, DateTimeOffset now) =>
        new(scheduled, now, IssueOutcome.SkippedEmpty, null, "No essay was waiting, so there is no issue this time.");

    private static IssueDecision Waiting(DateTimeOffset scheduled, DateTimeOffset now) =>
        new(scheduled, now, IssueOutcome.WaitingForEssay, null, "No essay was waiting; the issue is made as soon as one is ready.");

    internal static IssueDecision Assembled(DigestIssue issue, DateTimeOffset now) =>
        new(issue.Scheduled, now, IssueOutcome.Assembled, issue.Id, $"Made with {Amount.Of(issue.Items.Count, "essay")}.");

    private static string Say(DateTimeOffset time) => time.ToString("ddd d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);
}
