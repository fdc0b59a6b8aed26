using Digest.Core.Workflows;
using Digest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.AssembleDigest;

/// <summary>Asks every quarter of an hour whether an issue is due; the schedule itself is the app's own setting.</summary>
public sealed class AssembleDigestFunction(Core.Workflows.AssembleDigest workflow, MetricLog metrics, ILogger<AssembleDigestFunction> log)
{
    /// <summary>Runs the workflow.</summary>
    [Function("AssembleDigest")]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        try
        {
            Tell(await workflow.RunAsync(AssembleRequest.WhenDue, cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Without this line the operator would only hear that nobody asks any more.
            log.LogError("Making or publishing an issue failed; the next run tries again: {Cause}", e.Message);
            throw;
        }

        metrics.Write(log);
    }

    private void Tell(AssembleResult result)
    {
        if (result.WaitsForEditor)
        {
            log.LogError("An issue is overdue and waits for an editor: {Reason}", result.Reason);
        }
        else
        {
            log.LogInformation("Assembling was asked for: {Reason} {IssueId}", result.Reason, result.IssueId);
        }
    }
}
