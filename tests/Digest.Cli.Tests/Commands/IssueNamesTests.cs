using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Commands;

/// <summary>Commands that name an issue, on an emulator that has none of that name.</summary>
public sealed class IssueNamesTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public IssueNamesTests(AzuriteFixture fixture) => _terminal.Environment["AzureWebJobsStorage"] = fixture.ConnectionString;

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("deliver foo --hold")]
    [InlineData("deliver 2026-W99 --resume")]
    [InlineData("status foo")]
    [InlineData("status ../x")]
    [InlineData("status 2027-W53")]
    [InlineData("rebuild 2026-w47")]
    [InlineData("issue set 2026-W99 --subject x")]
    [InlineData("send-test ada@example.org --issue foo")]
    public async Task What_is_no_id_is_refused(string line) =>
        Assert.Contains("is not the id of an issue; ids look like 2026-W47.", await _terminal.FailAsync(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("deliver 2019-W01 --hold")]
    [InlineData("deliver 2019-W01 --resume")]
    [InlineData("status 2019-W01")]
    [InlineData("rebuild 2019-W01")]
    [InlineData("send-test ada@example.org --issue 2019-W01")]
    public async Task An_issue_that_there_is_not_is_named(string line) =>
        Assert.Equal("There is no issue 2019-W01; digest issue lists them.", await _terminal.FailAsync(line));

    [Fact]
    public async Task Nothing_can_be_set_for_a_week_that_has_passed()
    {
        Assert.Equal("The week of 2019-W20 has passed; digest preview names the next issue.", await _terminal.FailAsync("issue set 2019-W20 --subject Bread"));
        var to = $"{DateTime.UtcNow.Year + 2}-W20";
        Assert.Equal("Set. Look at it with digest preview.", (await _terminal.RunAsync($"issue set {to} --subject Bread")).Output.Trim());
    }
}
