using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>What a sweep found.</summary>
/// <param name="Lost">Drops that no event had reached, by name.</param>
/// <param name="Failed">Lost drops whose ingest failed now; the next sweep tries again.</param>
public sealed record SweepReport(IReadOnlyList<string> Lost, IReadOnlyList<string> Failed);

/// <summary>Compares the inbox with the results and reads what no event reached: the backstop behind triggers that may miss.</summary>
public sealed class SweepInbox(IInbox inbox, IEssayStore essays, IngestEssay ingest, TimeProvider clock)
{
    /// <summary>A younger drop may still be on its way through its trigger.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>Most lost drops read in one sweep; the rest wait for the next one.</summary>
    public const int MostPerSweep = 200;

    /// <summary>Sweeps once.</summary>
    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        List<string> lost = [];
        List<string> failed = [];
        var youngest = clock.GetUtcNow() - Grace;

        // Essays that an older version stored have no marks, and an editor may delete any: here they are found again.
        var stored = await essays.RestoreIndexAsync(cancellationToken);
        var overdue = UnhandledDrops.ListAsync(inbox, stored, essays, cancellationToken).Where(drop => drop.Received <= youngest).Take(MostPerSweep);
        await foreach (var drop in overdue.WithCancellation(cancellationToken))
        {
            lost.Add(drop.Name);
            try
            {
                await ingest.RunAsync(drop.Name, cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One drop that fails must not keep the others from being found; the report names it.
                failed.Add(drop.Name);
            }
        }

        return new SweepReport(lost, failed);
    }
}
