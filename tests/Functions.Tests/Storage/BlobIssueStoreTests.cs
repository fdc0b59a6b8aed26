using System.Text;
using Azure.Storage.Blobs;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Storage;

public sealed class BlobIssueStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private BlobContainerClient _container = null!;
    private BlobIssueStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _container = new BlobContainerClient(azurite.ConnectionString, AzuriteFixture.Prefix());
        await _container.CreateAsync();
        _store = new BlobIssueStore(_container);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_issue_comes_back_as_it_was_made()
    {
        var issue = SampleIssues.OfThree().Issue with { Subject = "Straße – 한국 😀" };
        Assert.True(await _store.TryCreateAsync(issue, default));
        Assert.Equivalent(issue, await _store.FindAsync(issue.Id, default), strict: true);
        Assert.Equal(new IssueEntry(issue.Id, issue.Scheduled, issue.Subject, 3), await _store.ListAsync(default).SingleAsync());
        Assert.Null(await _store.FindAsync("2026-W01", default));
    }

    [Fact]
    public async Task Of_many_that_create_one_issue_at_once_one_does()
    {
        var issue = SampleIssues.OfThree().Issue;
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => _store.TryCreateAsync(issue with { Intro = $"by {i}" }, default)));
        Assert.Single(created, c => c);
    }

    [Fact]
    public async Task Issues_are_listed_by_age_and_parts_and_decisions_are_no_issues()
    {
        var issue = SampleIssues.OfThree().Issue;
        foreach (var id in (string[])["2026-W47-10", "2026-W47-2", "2027-W01", "2026-W47"])
        {
            await _store.TryCreateAsync(issue with { Id = id }, default);
            await _store.SavePartAsync(id, "progress.json", "1"u8.ToArray(), "application/json", default);
        }

        await _store.SaveDecisionAsync(new IssueDecision(SampleIssues.Friday, SampleIssues.Friday, IssueOutcome.Assembled, "2026-W47", "Made."), default);
        Assert.Equal(["2026-W47", "2026-W47-2", "2026-W47-10", "2027-W01"], await _store.ListAsync(default).Select(e => e.Id).ToListAsync());
    }

    [Fact]
    public async Task A_part_is_replaced_and_a_missing_one_is_null()
    {
        await _store.SavePartAsync("2026-W47", "mail.json", "one"u8.ToArray(), "application/json", default);
        await _store.SavePartAsync("2026-W47", "mail.json", "two"u8.ToArray(), "application/json", default);
        Assert.Equal("two", Encoding.UTF8.GetString((await _store.ReadPartAsync("2026-W47", "mail.json", default))!.Value.Span));
        Assert.Null(await _store.ReadPartAsync("2026-W47", "other.json", default));
    }

    [Fact]
    public async Task Decisions_come_newest_first_and_one_time_has_one()
    {
        IssueDecision At(int week, IssueOutcome outcome) =>
            new(SampleIssues.Friday.AddDays(7 * week), SampleIssues.Friday, outcome, null, "Because.");
        await _store.SaveDecisionAsync(At(0, IssueOutcome.Missed), default);
        await _store.SaveDecisionAsync(At(1, IssueOutcome.WaitingForEssay), default);
        await _store.SaveDecisionAsync(At(1, IssueOutcome.Assembled), default);
        await _store.SaveDecisionAsync(At(-100, IssueOutcome.Assembled), default);
        Assert.Equal(
            [At(1, IssueOutcome.Assembled), At(0, IssueOutcome.Missed)],
            await _store.ListDecisionsAsync(SampleIssues.Friday.AddDays(8), default).ToListAsync());
    }
}
