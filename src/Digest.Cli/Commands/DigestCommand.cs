using System.CommandLine;

namespace Digest.Cli.Commands;

/// <summary><c>digest</c>: runs the pipeline when no command is named.</summary>
internal static class DigestCommand
{
    /// <summary>The command with all others below it, by name.</summary>
    public static RootCommand Create()
    {
        var root = UpCommand.Configure(new RootCommand("The digest on one machine: runs the whole pipeline, or one of the editors' commands."));
        foreach (var command in new[]
        {
            AssembleCommand.Create(),
            DeliverCommand.Create(),
            DoctorCommand.Create(),
            EssaysCommand.Create(),
            ExplainCommand.Create(),
            ExtractCommand.Create(),
            IssueCommand.Create(),
            PreviewCommand.Create(),
            RebuildCommand.Create(),
            SendTestCommand.Create(),
            StatusCommand.Create(),
            SubscribersCommand.Create(),
            UpCommand.Create(),
        })
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
