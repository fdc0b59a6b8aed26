using System.Globalization;
using Azure;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Functions.Storage;

namespace Digest.Cli.Doctor;

/// <summary>Whether drops are read: those that neither are an essay nor have a problem beside them wait.</summary>
internal sealed class WaitingDrops(IInbox inbox, IEssayStore essays)
{
    private const string Subject = "Inbox";

    /// <summary>Counts them, and judges by the oldest.</summary>
    public async Task<Finding> ExamineAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (count, oldest) = (0, DateTimeOffset.MaxValue);
        try
        {
            await foreach (var drop in UnhandledDrops.ListAsync(inbox, essays, cancellationToken))
            {
                count++;
                oldest = drop.Received < oldest ? drop.Received : oldest;
            }
        }
        catch (RequestFailedException e) when (e.Status == 403)
        {
            return Finding.Warn(Subject, $"You may not list {StorageNames.Incoming} and the essays, so nobody can say whether drops wait.");
        }

        if (count == 0)
        {
            return Finding.Ok(Subject, "Every drop is read.");
        }

        var waiting = string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} {(count == 1 ? "drop waits" : "drops wait")} to be read, {(count == 1 ? "" : "the oldest ")}since {oldest.UtcDateTime:ddd d MMM yyyy HH:mm} UTC.");
        return now - oldest <= SweepInbox.Grace
            ? Finding.Ok(Subject, waiting)
            : Finding.Warn(Subject, waiting + " A drop is read within seconds, and what was missed within the hour: look whether the app runs (on this machine: digest up) and what it logs.");
    }
}
