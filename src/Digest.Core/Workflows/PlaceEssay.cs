using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>What became of an editor's wish.</summary>
/// <param name="Done">False when it could not be done.</param>
/// <param name="Title">Title of the essay; its id where it is gone from storage.</param>
/// <param name="Says">One sentence for the editor.</param>
public sealed record PlacedEssay(bool Done, string Title, string Says);

/// <summary>
/// Gives an essay its place. One that readers have can be withdrawn: its page becomes a note, and feeds, lists and the
/// page of its issue are published without it; when it is released they show it again. May be run again after a crash.
/// </summary>
public sealed class PlaceEssay(IEssayStore essays, IIssueStore issues, PublishSite publication)
{
    /// <summary>Places an essay.</summary>
    /// <param name="essayId">Id of the essay.</param>
    /// <param name="placement">Its new place.</param>
    /// <param name="cancellationToken">Stops the work; running again finishes it.</param>
    /// <returns>What was done, or null when there is no such essay.</returns>
    public async Task<PlacedEssay?> RunAsync(string essayId, EssayPlacement placement, CancellationToken cancellationToken)
    {
        if (await essays.FindEntryAsync(essayId, cancellationToken) is not { } entry)
        {
            return placement == EssayPlacement.Withdrawn ? await TakeDownAsync(essayId, cancellationToken) : null;
        }

        if (entry.Placement == EssayPlacement.Withdrawn && placement is EssayPlacement.Pinned or EssayPlacement.Held)
        {
            return new PlacedEssay(false, entry.Title, "It is withdrawn; release it first.");
        }

        await essays.PlaceAsync(essayId, placement, cancellationToken);
        if (entry.IssueId is not { } issueId)
        {
            return new PlacedEssay(true, entry.Title, SayWaiting(placement));
        }

        if (placement == EssayPlacement.Withdrawn || entry.Placement == EssayPlacement.Withdrawn)
        {
            if (await issues.FindAsync(issueId, cancellationToken) is { } issue)
            {
                await publication.IssueAsync(issue, cancellationToken);
            }

            return new PlacedEssay(true, entry.Title, placement == EssayPlacement.Withdrawn
                ? $"Its page says that it was withdrawn; feeds and the page of issue {issueId} are without it."
                : $"Its page, the feeds and the page of issue {issueId} show it again.");
        }

        return new PlacedEssay(true, entry.Title, $"Issue {issueId} has it already.");
    }

    // Somebody deleted the essay from storage; what is public of it stays until its issue is published again.
    private async Task<PlacedEssay?> TakeDownAsync(string essayId, CancellationToken cancellationToken)
    {
        foreach (var entry in (await issues.RecentAsync(cancellationToken)).Issues.Reverse())
        {
            if (await issues.FindAsync(entry.Id, cancellationToken) is { } issue && issue.Items.Any(item => item.EssayId == essayId))
            {
                await publication.IssueAsync(issue, cancellationToken);
                return new PlacedEssay(true, essayId, $"It is gone from storage; its page says that it was withdrawn, and the page of issue {issue.Id} is without it.");
            }
        }

        return null;
    }

    private static string SayWaiting(EssayPlacement placement) => placement switch
    {
        EssayPlacement.Pinned => "It stands first in the next issue.",
        EssayPlacement.Held => "No issue carries it until it is released.",
        EssayPlacement.Withdrawn => "No issue carries it, nor the same text under another name, until it is released.",
        _ => "It takes its turn again.",
    };
}
