using System.CommandLine;
using Digest.Cli.Extraction;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;

namespace Digest.Cli.Commands;

/// <summary><c>digest explain FILE</c>: an essay block by block, kept or stripped, by which rule and why.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The essay to explain." };
        var command = new Command("explain", "Shows an essay block by block: what was kept, what was stripped by which rule, and why.") { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(FileInfo file, TextWriter output, TextWriter errors)
    {
        if (!file.Exists)
        {
            errors.WriteLine($"There is no file {file.FullName}.");
            return 2;
        }

        var reading = new EssayReader(RuleSet.Default).Explain(EssayFiles.Read(file.FullName));
        var screen = Screen.Create(output, isTerminal: ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);
        ReadingView.Write(screen, file.Name, reading);
        return reading.Result is ReadResult.Ready ? 0 : 1;
    }
}
