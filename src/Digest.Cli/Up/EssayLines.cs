using System.Diagnostics;
using System.Globalization;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Spectre.Console;

namespace Digest.Cli.Up;

/// <summary>One line on the screen for each drop that has its result.</summary>
internal sealed class EssayLines(IEssayStore essays, IAnsiConsole screen)
{
    private const int NameWidth = 26;
    private const int FactsWidth = 60;
    private const int WidestTitle = 70;

    private readonly Lock _gate = new();

    /// <summary>Prints the line of the drop called <paramref name="name"/>.</summary>
    /// <returns>True when it is an essay, false when it was rejected.</returns>
    public async Task<bool> PrintAsync(string name, CancellationToken cancellationToken)
    {
        var problem = await essays.FindProblemAsync(name, cancellationToken);
        var record = problem is null ? await essays.FindAsync(EssayId.FromSourceName(name), cancellationToken) : null;
        lock (_gate)
        {
            if (problem is not null)
            {
                screen.MarkupLineInterpolated($"  [red]✗[/] {Fit(name, NameWidth)}  {problem.Problem.Message}");
            }
            else if (record is not null)
            {
                screen.MarkupLineInterpolated(
                    $"  [green]✓[/] {Fit(name, NameWidth)}  [bold]{Fit(record.Essay.Title, TitleWidth())}[/]  {Facts(record)}");
            }
        }

        return problem is null;
    }

    private int TitleWidth() => Math.Clamp(screen.Profile.Width - NameWidth - FactsWidth, 20, WidestTitle);

    private static string Facts(EssayRecord record)
    {
        var essay = record.Essay;
        var took = (record.Stored - record.Received).TotalSeconds;
        List<string> facts =
        [
            essay.Byline is { } byline ? "by " + string.Join(", ", byline.Names) : "no byline",
            Count(essay.Stripped.Count, "block stripped", "blocks stripped"),
            Count(essay.KeyFigures.Count, "figure", "figures"),
        ];
        if (record.Revision > 1)
        {
            facts.Add($"revision {record.Revision}");
        }

        // Storage keeps time in whole seconds: a drop that was just written may seem to come from the future.
        if (took is >= 0 and < 600)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"));
        }

        return string.Join(" · ", facts);
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    private static string Fit(string text, int width)
    {
        Debug.Assert(width > 1, "There is room for an ellipsis.");
        return text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + "…";
    }
}
