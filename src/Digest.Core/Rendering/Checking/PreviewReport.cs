using System.Globalization;
using System.Text;
using Digest.Core.Issues;
using Digest.Core.Workflows;

namespace Digest.Core.Rendering.Checking;

/// <summary>The report beside a preview, for an editor to read before an issue goes out.</summary>
public static class PreviewReport
{
    /// <summary>Writes the report as plain text, the same for the same preview.</summary>
    public static string Write(IssuePreview preview)
    {
        var (view, issue) = (preview.View, preview.View.Issue);
        var text = new StringBuilder();
        if (preview.WhyNone is { } why)
        {
            text.Append(CultureInfo.InvariantCulture, $"Issue {issue.Id} would be due {Due(issue)}\n\n{why}\n");
            Part(text, "Corrections that wait with it", issue.Corrections.Select(c => $"{c.Title} (revision {c.Revision}, first in {c.FirstIssueId})"));
            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"Issue {issue.Id}, due {Due(issue)}\n\n")
            .Append(CultureInfo.InvariantCulture, $"Subject    {issue.Subject}\nPreheader  {issue.Preheader}\nIntro      {issue.Intro}\n");
        Part(text, "Essays", view.Essays.Select((e, i) => $"{i + 1}. {e.Essay.Title} ({e.Id}, revision {e.Revision})"));
        Part(text, "Left out, the same essay under another name", issue.Duplicates.Select(d => $"{d.EssayId} is {d.Similarity.ToString("P0", CultureInfo.InvariantCulture)} {d.SameAs}"));
        Part(text, WaitingOn(preview), preview.WaitingOn.Select(e => e.Essay.Title));
        Part(text, "Corrections", issue.Corrections.Select(c => $"{c.Title} (revision {c.Revision}, first in {c.FirstIssueId})"));
        foreach (var difference in issue.Differences)
        {
            Part(
                text, $"Check: the essays differ on {difference.Matter}",
                difference.Statements.Select(s => $"{s.Says,-16} {view.Find(s.EssayId)?.Essay.Title}\n    {s.Sentence}"));
        }

        Part(text, "Checks", preview.Checks.Select(c => $"{(c.Passed ? "ok   " : "LOOK ")} {c.What}: {c.Found}"));
        return text.ToString();
    }

    /// <summary>When an issue is due, for an editor.</summary>
    internal static string Due(DigestIssue issue) => issue.Scheduled.ToString("ddd d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>Heading of the essays that wait for the issue after, with how many of them are shown.</summary>
    internal static string WaitingOn(IssuePreview preview) => ListLength.Heading(
        "Waiting for the issue after", "next", preview.WaitingOn.Count, preview.WaitingOn.Count + preview.MoreWaiting);

    private static void Part(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append('\n').Append(heading).Append('\n').AppendJoin(string.Empty, all.Select(l => $"  {l}\n"));
        }
    }
}
