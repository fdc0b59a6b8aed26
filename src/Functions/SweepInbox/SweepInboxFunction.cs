using Digest.Core.Essays;
using Digest.Core.Telemetry;
using Digest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Finds drops that no event reached.</summary>
public sealed class SweepInboxFunction(Core.Workflows.SweepInbox workflow, MetricLog metrics, ILogger<SweepInboxFunction> logger)
{
    /// <summary>Runs hourly, at 7 past: not with everybody else's timers.</summary>
    [Function("SweepInbox")]
    public async Task RunAsync([TimerTrigger("0 7 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await workflow.RunAsync(cancellationToken);
        DigestTelemetry.DropsLost(report.Lost.Count);
        if (report.Lost.Count > 0)
        {
            logger.LogWarning("The sweep found {Lost} drops that no event had reached: {Names}", report.Lost.Count, report.Lost.Select(OneLine.Of));
        }

        if (report.Failed.Count > 0)
        {
            logger.LogError("The sweep could not read {Failed} drops: {Names}", report.Failed.Count, report.Failed.Select(OneLine.Of));
        }

        metrics.Write(logger);
    }
}
