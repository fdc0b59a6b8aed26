using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>Puts a problem in plain words beside a drop that made ingest fail again and again.</summary>
public sealed class ExplainRejectedDrop(IInbox inbox, IEssayStore essays, TimeProvider clock)
{
    /// <summary>Explains the drop called <paramref name="name"/>, unless it was read or explained since, or is gone.</summary>
    /// <param name="name">Path in <c>incoming</c>.</param>
    /// <param name="etag">Version that failed, or null where the host does not say.</param>
    /// <param name="cancellationToken">Stops the work; running again finishes it.</param>
    /// <returns>True when a problem was stored.</returns>
    public async Task<bool> RunAsync(string name, string? etag, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(name, cancellationToken) is not { } drop
            || (etag is not null && !SameETag(etag, drop.ETag))
            || await drop.IsHandledAsync(essays, cancellationToken))
        {
            return false;
        }

        var problem = new Problem(
            ProblemCodes.Failed,
            "The essay could not be processed after several tries; the fault is ours, not the file's. The operator has been told; nothing is lost, and dropping the file again tries again.");
        await essays.SaveProblemAsync(new DropProblem(name, drop.ETag, drop.Received, clock.GetUtcNow(), problem), cancellationToken);
        return true;
    }

    /// <summary>Hosts write ETags with and without their quotes.</summary>
    private static bool SameETag(string a, string b) => string.Equals(a.Trim('"'), b.Trim('"'), StringComparison.Ordinal);
}
