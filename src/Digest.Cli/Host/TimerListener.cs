using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Digest.Cli.Host;

/// <summary>
/// Runs a function on its NCRONTAB schedule. When it ran is kept in storage: a run that was missed while the host was
/// down is made up for once, marked as past due.
/// </summary>
internal sealed class TimerListener(
    FunctionDefinition function,
    TimerTriggerAttribute trigger,
    BlobContainerClient statuses,
    Func<TimerInfo, CancellationToken, Task> run,
    TimeProvider clock,
    ILogger logger)
{
    /// <summary>Timers are limited to some weeks; the wait is cut into pieces, which also follows a clock that was set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    private readonly CrontabSchedule _schedule = CrontabSchedule.Parse(trigger.Schedule, WithSeconds);
    private readonly BlobClient _status = statuses.GetBlobClient($"timers/{function.Name}/status");

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var status = await InsistAsync(FirstAsync, cancellationToken);
            while (true)
            {
                while (Now() < status.Next)
                {
                    var left = status.Next - Now();
                    await Task.Delay(left < LongestWait ? left + TimeSpan.FromMilliseconds(5) : LongestWait, clock, cancellationToken);
                }

                var late = Now() - status.Next > TimeSpan.FromSeconds(1);
                await FireAsync(new TimerInfo { ScheduleStatus = status, IsPastDue = late }, cancellationToken);
                var done = new ScheduleStatus { Last = Now(), Next = _schedule.GetNextOccurrence(Now()), LastUpdated = Now() };
                status = await InsistAsync(token => WriteAsync(done, token), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Storage may be away for a while. It is asked again until it answers: a timer that gave up would not run until the next start.</summary>
    private async Task<ScheduleStatus> InsistAsync(Func<CancellationToken, Task<ScheduleStatus>> ask, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await ask(cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Storage does not answer the timer of {Function}; asking again in a minute", function.Name);
            }

            await Task.Delay(LongestWait, clock, cancellationToken);
        }
    }

    /// <summary>A timer that fails is not tried again before its next time, as on Azure.</summary>
    private async Task FireAsync(TimerInfo info, CancellationToken cancellationToken)
    {
        try
        {
            await run(info, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The timer function {Function} failed", function.Name);
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private async Task<ScheduleStatus> FirstAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken)
        ?? await WriteAsync(new ScheduleStatus { Next = _schedule.GetNextOccurrence(Now()), LastUpdated = Now() }, cancellationToken);

    private async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!trigger.UseMonitor)
        {
            return null;
        }

        try
        {
            var content = (await _status.DownloadContentAsync(cancellationToken)).Value.Content;
            return JsonSerializer.Deserialize<ScheduleStatus>(content);
        }
        catch (Exception e) when (e is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }

    private async Task<ScheduleStatus> WriteAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        if (trigger.UseMonitor)
        {
            await _status.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
        }

        return status;
    }
}
