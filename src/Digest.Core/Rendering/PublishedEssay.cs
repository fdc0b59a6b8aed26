using Digest.Core.Essays;
using Digest.Core.Issues;

namespace Digest.Core.Rendering;

/// <summary>An essay as the public sees it: its present revision and the issue that carried it.</summary>
/// <param name="Record">The present revision.</param>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="IssueDate">Date of the issue: the essay's date of publication here.</param>
/// <param name="Sent">The revision that was mailed.</param>
public sealed record PublishedEssay(EssayRecord Record, string IssueId, DateTimeOffset IssueDate, EssayRecord Sent)
{
    /// <summary>
    /// When a drop that reads differently from the mailed one was stored, or null when readers see what was mailed. A drop
    /// that was only read again, by newer rules, is no correction.
    /// </summary>
    public DateTimeOffset? Corrected => Record.ContentHash != Sent.ContentHash && Record.SourceETag != Sent.SourceETag ? Record.Stored : null;

    /// <summary>When the public last saw a change.</summary>
    public DateTimeOffset Updated => Corrected is { } corrected && corrected > IssueDate ? corrected : IssueDate;
}

/// <summary>An issue as the public sees it.</summary>
/// <param name="Issue">The manifest.</param>
/// <param name="Essays">Its essays, in its order.</param>
/// <param name="Withdrawn">Ids of essays that it was made with and that were taken back.</param>
public sealed record PublishedIssue(DigestIssue Issue, IReadOnlyList<PublishedEssay> Essays, IReadOnlyList<string> Withdrawn)
{
    /// <summary>What its page and its mail show: the revisions that were mailed.</summary>
    public IssueView View(SiteOptions site, MailOptions mail) => new(Issue, [.. Essays.Select(e => e.Sent)], site, mail);
}
