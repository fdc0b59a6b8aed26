using System.Diagnostics;
using Azure;
using Digest.Cli.Tools;
using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Digest.Cli.Up;

/// <summary>What the screen says of issues: that one was made, by whomever, and to how many it was mailed.</summary>
internal sealed class IssueLines(IServiceProvider services, Mailbox mailbox, IAnsiConsole screen, StorageLine storage)
{
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly IIssueStore _issues = services.GetRequiredService<IIssueStore>();
    private readonly ISubscriberStore _subscribers = services.GetRequiredService<ISubscriberStore>();
    private readonly IssueSchedule _schedule = services.GetRequiredService<IssueSchedule>();
    private string? _told;

    /// <summary>Makes what is to be made when the machine starts, and says so; see <see cref="IsMadeAtOnceAsync"/>.</summary>
    /// <param name="once">True when an issue was asked for, whatever the schedule says.</param>
    /// <param name="made">Is called when there are mails to send.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when mails did not go out.</returns>
    public async Task<bool> StartAsync(bool once, Action made, CancellationToken cancellationToken)
    {
        var request = once || await IsMadeAtOnceAsync(cancellationToken) ? AssembleRequest.Now : AssembleRequest.WhenDue;
        var mails = await mailbox.CountAsync(cancellationToken);
        var result = await services.GetRequiredService<AssembleDigest>().RunAsync(request, cancellationToken);
        if (result.IssueId is { } id)
        {
            made();
            return await PrintAsync(id, result.Reason, mails, cancellationToken);
        }

        _told = (await _issues.RecentAsync(cancellationToken)).Newest?.Id;
        screen.MarkupLineInterpolated($"[bold]Digest[/]  {result.Reason}");
        if (!once)
        {
            await PrintNextAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Tells of every issue that the schedule or a command makes, until cancelled.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, cancellationToken);
            try
            {
                var mails = await mailbox.CountAsync(cancellationToken);
                var newest = (await _issues.RecentAsync(cancellationToken)).Newest;
                storage.Answers();
                if (newest is not null && newest.Id != _told)
                {
                    await PrintAsync(newest.Id, $"Made with {Amount.Of(newest.EssayCount, "essay")}.", mails, cancellationToken);
                }
            }
            catch (Exception e) when (StorageLine.IsOutage(e))
            {
                storage.Away();
            }
            catch (Exception e) when (e is RequestFailedException or HttpRequestException)
            {
                // The mailbox is away for a moment, or an issue is written at this one: the next look tells.
            }
        }
    }

    /// <summary>
    /// The first issue of a machine that only the sample reader is subscribed to shows what comes out, so it does not wait for
    /// a Friday. Nobody else gets an issue ahead of the schedule because this machine was started.
    /// </summary>
    private async Task<bool> IsMadeAtOnceAsync(CancellationToken cancellationToken) =>
        (await _issues.RecentAsync(cancellationToken)).Newest is null
        && await IsForTheSampleReaderAsync(await _subscribers.CountActiveAsync(cancellationToken), cancellationToken);

    private async Task<bool> IsForTheSampleReaderAsync(int readers, CancellationToken cancellationToken) =>
        readers == 1 && await DemoSubscriber.IsActiveAsync(_subscribers, cancellationToken);

    private async Task<bool> PrintAsync(string id, string reason, int mailsBefore, CancellationToken cancellationToken)
    {
        _told = id;
        screen.MarkupLineInterpolated($"[bold]Digest[/]  issue {id}: {reason}");
        var readers = await _subscribers.CountActiveAsync(cancellationToken);
        if (readers == 0)
        {
            screen.MarkupLine("        [yellow]nobody is subscribed[/]");
            return true;
        }

        var tally = new DeliveryTally(services.GetRequiredService<IDeliveryLedger>(), id, TimeProvider.System);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var report = await tally.LookAsync(cancellationToken);
            var (tried, accepted) = (report.Counts.Tried, report.Counts.Accepted);
            if ((tried >= readers || report.Finished) && accepted > 0 && await mailbox.CountAsync(cancellationToken) > mailsBefore)
            {
                var whom = await IsForTheSampleReaderAsync(readers, cancellationToken) ? DemoSubscriber.Address : Amount.Of(accepted, "subscriber");
                var others = accepted < tried ? $"; {tried - accepted} not, or not yet: digest status says why" : "";
                screen.MarkupLineInterpolated($"        [green]✓[/] mailed to {whom}{others}");
                return true;
            }

            if (report.Control.Held || waited.Elapsed > LongestDelivery)
            {
                screen.MarkupLineInterpolated($"        [red]mailed to {accepted} of {Amount.Of(readers, "subscriber")} so far:[/] digest status says how it stands");
                return false;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task PrintNextAsync(CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        if (_schedule.NextAfter(clock.GetUtcNow()) is not { } next)
        {
            return;
        }

        var essays = IssueSelection.Waiting(await services.GetRequiredService<IEssayStore>().ListPendingAsync(cancellationToken).ToListAsync(cancellationToken)).Count;
        var readers = await _subscribers.CountActiveAsync(cancellationToken);
        screen.MarkupLineInterpolated(
            $"        the next one: {next:ddd d MMM yyyy HH:mm zzz}, to {Amount.Of(readers, "subscriber")}; {Amount.Of(essays, "essay waits", "essays wait")}");
        screen.MarkupLine("        an issue at once, to all of them: digest assemble --now");
    }
}
