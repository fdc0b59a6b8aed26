using System.CommandLine;
using System.Globalization;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Digest.Cli.Commands;

/// <summary><c>digest status [ISSUE] [--watch]</c>: how an issue's delivery stands.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var issue = IssueNames.OrNewest();
        var watch = new Option<bool>("--watch") { Description = "Goes on looking until the issue is delivered." };
        var command = new Command("status", "Shows how the delivery of an issue stands.") { issue, watch };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                if (await IssueNames.FindAsync(services, parsed.GetValue(issue), parsed.InvocationConfiguration.Error, cancel) is not { } id)
                {
                    return 2;
                }

                var tally = new DeliveryTally(services.GetRequiredService<IDeliveryLedger>(), id, services.GetRequiredService<TimeProvider>());
                var screen = Screen.Create();
                return await (parsed.GetValue(watch) ? WatchAsync(screen, tally, cancel) : ShowAsync(screen, tally, cancel));
            },
            token));
        return command;
    }

    private static async Task<int> ShowAsync(IAnsiConsole screen, DeliveryTally tally, CancellationToken cancellationToken)
    {
        screen.Write(Render(await tally.LookAsync(cancellationToken)));
        return 0;
    }

    private static async Task<int> WatchAsync(IAnsiConsole screen, DeliveryTally tally, CancellationToken cancellationToken)
    {
        await screen.Live(new Text("")).StartAsync(async live =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var report = await tally.LookAsync(cancellationToken);
                live.UpdateTarget(Render(report));
                live.Refresh();
                if (report.Finished || report.Control.Held)
                {
                    return;
                }

                await Task.Delay(BetweenLooks, cancellationToken);
            }
        });
        return 0;
    }

    private static Rows Render(DeliveryReport report)
    {
        var counts = report.Counts;
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape("Issue " + report.IssueId)).HideHeaders().AddColumns("", "");
        table.Columns[1].RightAligned();
        foreach (var (name, count) in counts.ByName)
        {
            table.AddRow(name, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        var state = report.Control.RefusalsInDoubt
                ? $"[red]Held:[/] {Markup.Escape(report.Control.Reason ?? "many are refused")}. Nobody is suppressed for it. If the sender was to blame, mend that and say "
                    + $"[bold]digest deliver {report.IssueId} --retry-refused[/]; if the addresses are bad, [bold]--confirm-refusals[/]."
            : report.Control.Held ? $"[red]Held:[/] {Markup.Escape(report.Control.Reason ?? "by an operator")}. Go on with [bold]digest deliver {report.IssueId} --resume[/]."
            : report.Finished ? $"[{(counts.Uncertain > 0 ? "yellow" : "green")}]{report.Progress}.[/]"
            : $"{report.Progress}{Pace(report)}.";
        var lines = new List<Spectre.Console.Rendering.IRenderable> { table, new Markup(state) };
        if (counts.Uncertain > 0)
        {
            lines.Add(new Markup($"{counts.Uncertain} may or may not have arrived. Send these again with [bold]digest deliver {report.IssueId} --resend-uncertain[/]; readers who have it may find it twice."));
        }

        lines.AddRange(report.Reasons.Select(r => new Text($"  {r.Deliveries} × {r.State.ToString().ToLowerInvariant()}: {r.Words}")));
        return new Rows(lines);
    }

    private static string Pace(DeliveryReport report) =>
        (report.Rate is { } rate ? string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} a second") : "")
        + (report.TimeLeft is { } left ? $", about {(left.TotalMinutes < 1 ? "a minute" : left.ToString(@"h\:mm", CultureInfo.InvariantCulture) + " h")} left" : "");
}
