using System.CommandLine;

namespace Digest.Cli.Commands;

/// <summary>A command that does what one of its subcommands does when none is named.</summary>
internal static class DefaultSubcommand
{
    /// <summary>Gives a command the action and the options of <paramref name="one"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="one">One of its subcommands, without arguments.</param>
    /// <returns>The command.</returns>
    public static Command DoingAs(this Command command, Command one)
    {
        foreach (var option in one.Options)
        {
            command.Options.Add(option);
        }

        command.Action = one.Action;
        return command;
    }
}
