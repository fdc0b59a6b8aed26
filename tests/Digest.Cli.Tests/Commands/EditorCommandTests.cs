using Digest.Cli.Commands;
using Xunit;

namespace Digest.Cli.Tests.Commands;

public sealed class EditorCommandTests
{
    [Theory]
    [InlineData("essays")]
    [InlineData("essays --waiting")]
    [InlineData("essays list --waiting")]
    [InlineData("issue")]
    [InlineData("issue list")]
    public void What_lists_needs_no_second_word(string line)
    {
        var parsed = DigestCommand.Create().Parse(line);
        Assert.Empty(parsed.Errors);
        Assert.NotNull(parsed.CommandResult.Command.Action);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_subject_is_refused(string subject) =>
        Assert.Contains("empty", Assert.Single(DigestCommand.Create().Parse(["issue", "set", "2026-W48", "--subject", subject]).Errors).Message, StringComparison.Ordinal);
}
