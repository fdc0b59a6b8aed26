using Spectre.Console;

namespace Digest.Cli;

/// <summary>The terminal, or the file or pipe that stands in its place: no colours there, and room for whole lines.</summary>
public static class Screen
{
    /// <summary>One line of text a line of the file, so that the output can be searched and compared.</summary>
    private const int WidthOfFiles = int.MaxValue / 4;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Create() => Create(Console.Out, isTerminal: !Console.IsOutputRedirected);

    /// <summary>Any writer.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="isTerminal">Whether it is a terminal.</param>
    public static IAnsiConsole Create(TextWriter output, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
