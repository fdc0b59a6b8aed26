using Digest.Core.Essays;

namespace Digest.Core.Rendering;

/// <summary>An essay as the public sees it: its present revision and the issue that carried it.</summary>
/// <param name="Record">The present revision.</param>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="IssueDate">Date of the issue: the essay's date of publication here.</param>
/// <param name="SentRevision">The revision that was mailed.</param>
public sealed record PublishedEssay(EssayRecord Record, string IssueId, DateTimeOffset IssueDate, int SentRevision)
{
    /// <summary>When the text that differs from the mailed one was stored, or null when readers see what was mailed.</summary>
    public DateTimeOffset? Corrected => Record.Revision > SentRevision ? Record.Stored : null;

    /// <summary>When the public last saw a change.</summary>
    public DateTimeOffset Updated => Corrected is { } corrected && corrected > IssueDate ? corrected : IssueDate;
}
