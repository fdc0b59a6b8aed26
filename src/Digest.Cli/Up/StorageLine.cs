using Azure;
using Spectre.Console;

namespace Digest.Cli.Up;

/// <summary>What the screen says of storage: once that it is away, and once that it is back, whoever noticed.</summary>
internal sealed class StorageLine(IAnsiConsole screen)
{
    private int _away;

    /// <summary>True for what the client throws, after all its tries, when storage does not answer or is out of order.</summary>
    public static bool IsOutage(Exception e) => e is AggregateException or RequestFailedException { Status: 0 or >= 500 };

    /// <summary>Storage did not answer.</summary>
    public void Away()
    {
        if (Interlocked.Exchange(ref _away, 1) == 0)
        {
            screen.MarkupLine("  [yellow]![/] storage is away: waiting for it");
        }
    }

    /// <summary>Storage answered.</summary>
    public void Answers()
    {
        if (Interlocked.Exchange(ref _away, 0) == 1)
        {
            screen.MarkupLine("  [green]✓[/] storage answers again");
        }
    }
}
