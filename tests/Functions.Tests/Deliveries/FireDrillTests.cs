using Digest.FireDrill;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Deliveries;

public sealed class FireDrillTests(AzuriteFixture azurite)
{
    /// <summary>The short form; docs/operations.md names the command of the long one.</summary>
    [Fact]
    public async Task Everybody_has_the_issue_once_although_the_server_fails_and_the_process_is_killed()
    {
        // Skips with the reason where there is no Azurite; the drill brings its own, because it takes the real names.
        _ = azurite.ConnectionString;
        using var story = new StringWriter();
        var findings = await new Drill(subscribers: 250, kills: 4, seed: 7).RunAsync(story, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage(story.ToString());
        Assert.True(findings.Count == 0, story.ToString());
    }
}
