using System.CommandLine;
using Digest.Cli.Commands;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Commands;

public sealed class DigestCommandTests
{
    [Fact]
    public async Task Every_command_and_option_says_what_it_does()
    {
        foreach (var command in All(DigestCommand.Create()))
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), $"{command.Name} has no description.");
            Assert.All(command.Options.Where(o => !o.Hidden), o => Assert.False(string.IsNullOrWhiteSpace(o.Description), $"{command.Name} {o.Name} has no description."));
            Assert.All(command.Arguments, a => Assert.False(string.IsNullOrWhiteSpace(a.Description), $"{command.Name} {a.Name} has no description."));
        }

        var output = new StringWriter();
        Assert.Equal(0, await DigestCommand.Create().Parse(["--help"]).InvokeAsync(new InvocationConfiguration { Output = output }));
        Assert.Contains("extract", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_names_every_command()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        Assert.All(DigestCommand.Create().Subcommands, command => Assert.Contains($"`digest {command.Name}", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
