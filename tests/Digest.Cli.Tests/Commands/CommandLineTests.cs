using System.CommandLine;
using System.Xml;
using Digest.Cli.Commands;
using Digest.Cli.Host;
using Digest.Core.Boilerplate;
using Xunit;

namespace Digest.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_rule_that_cannot_be_used_is_told_in_one_line()
    {
        var (code, errors) = await RunAsync(() => throw new RuleSetException("a.json: rules stand in the order of their ids; move 'b' above 'c'."));
        Assert.Equal(1, code);
        Assert.Equal("A rule in src/Digest.Core/Boilerplate/Rules can't be used. a.json: rules stand in the order of their ids; move 'b' above 'c'.", errors.TrimEnd());
    }

    [Fact]
    public async Task A_listing_that_is_no_xml_is_explained() =>
        Assert.Equal((1, BlobScanner.Unlistable + Environment.NewLine), await RunAsync(() => throw new XmlException("Root element is missing.")));

    [Fact]
    public async Task What_nobody_expected_says_where_it_happened()
    {
        var (code, errors) = await RunAsync(() => throw new InvalidOperationException("No."));
        Assert.Equal(1, code);
        Assert.StartsWith("Unhandled exception: System.InvalidOperationException: No.", errors, StringComparison.Ordinal);
        Assert.Contains("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_gives_its_own_exit_code() => Assert.Equal((3, ""), await RunAsync(() => 3));

    private static async Task<(int Code, string Errors)> RunAsync(Func<int> action)
    {
        var errors = new StringWriter();
        var root = new RootCommand("A command.");
        root.SetAction(_ => action());
        return (await CommandLine.RunAsync(root, [], new InvocationConfiguration { Error = errors }), errors.ToString());
    }
}
