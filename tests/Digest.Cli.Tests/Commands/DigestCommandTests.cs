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

    [Theory]
    [InlineData("")]
    [InlineData("up")]
    [InlineData("--once --port 17071")]
    [InlineData("--listen 0.0.0.0 --expose")]
    [InlineData("preview --week 2026-W47")]
    [InlineData("preview --week 2026-11-20")]
    public void A_command_line_that_the_pages_show_is_understood(string line) =>
        Assert.Empty(DigestCommand.Create().Parse(line).Errors);

    [Theory]
    [InlineData("--listen somewhere")]
    [InlineData("--listen 0.0.0.0")]
    [InlineData("preview --week next")]
    [InlineData("preview --week 2027-W53")]
    public void A_command_line_that_means_nothing_is_refused(string line) =>
        Assert.Single(DigestCommand.Create().Parse(line).Errors);

    [Fact]
    public void The_readme_names_every_command()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        Assert.All(DigestCommand.Create().Subcommands, command => Assert.Contains($"`digest {command.Name}", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
