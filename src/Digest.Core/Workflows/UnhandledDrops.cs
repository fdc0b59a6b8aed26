using System.Runtime.CompilerServices;
using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>Drops that have no result: neither an essay nor a problem was made of this version of them.</summary>
public static class UnhandledDrops
{
    /// <summary>All of them, by name. Three listings, however many drops were handled long ago.</summary>
    public static async IAsyncEnumerable<InboxEntry> ListAsync(
        IInbox inbox, IEssayStore essays, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var drop in ListAsync(inbox, await essays.ListAsync(cancellationToken).ToListAsync(cancellationToken), essays, cancellationToken))
        {
            yield return drop;
        }
    }

    /// <summary>The same, for who has listed the essays already.</summary>
    public static async IAsyncEnumerable<InboxEntry> ListAsync(
        IInbox inbox, IReadOnlyList<EssayEntry> stored, IEssayStore essays, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var handled = stored.Select(essay => (essay.SourceName, essay.SourceETag)).ToHashSet();
        await foreach (var problem in essays.ListProblemsAsync(cancellationToken))
        {
            handled.Add((problem.SourceName, problem.SourceETag));
        }

        await foreach (var drop in inbox.ListAsync(cancellationToken))
        {
            if (!handled.Contains((drop.Name, drop.ETag)))
            {
                yield return drop;
            }
        }
    }

    /// <summary>True when this very version of the drop is an essay or has a problem beside it.</summary>
    public static async Task<bool> IsHandledAsync(this InboxEntry drop, IEssayStore essays, CancellationToken cancellationToken) =>
        string.Equals(
            (await essays.FindEntryAsync(EssayId.FromSourceName(drop.Name), cancellationToken))?.SourceETag, drop.ETag, StringComparison.Ordinal)
        || string.Equals(
            (await essays.FindProblemAsync(drop.Name, cancellationToken))?.SourceETag, drop.ETag, StringComparison.Ordinal);
}
