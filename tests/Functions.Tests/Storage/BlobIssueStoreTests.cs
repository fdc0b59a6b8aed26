using System.Text;
using Azure.Storage.Blobs;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Functions.Storage;
using Digest.Functions.Tests.Workflows;
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
        Assert.True(await _store.TryCreateAsync(issue, RecentIssues.None, default));
        Assert.Equivalent(issue, await _store.FindAsync(issue.Id, default), strict: true);
        Assert.Equal(new IssueEntry(issue.Id, issue.Scheduled, issue.Subject, 3), await _store.ListAsync(default).SingleAsync());
        Assert.Null(await _store.FindAsync("2026-W01", default));
    }

    [Fact]
    public async Task Of_many_that_create_one_issue_at_once_one_does()
    {
        var issue = SampleIssues.OfThree().Issue;
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => _store.TryCreateAsync(issue with { Intro = $"by {i}" }, RecentIssues.None, default)));
        Assert.Single(created, c => c);
    }

    [Fact]
    public async Task Of_two_issues_that_are_made_from_the_same_knowledge_one_is()
    {
        var issue = SampleIssues.OfThree().Issue;
        var known = await _store.RecentAsync(default);
        var created = await Task.WhenAll(
            _store.TryCreateAsync(issue with { Id = "2026-W47" }, known, default), _store.TryCreateAsync(issue with { Id = "2026-W48" }, known, default));
        Assert.Single(created, c => c);
        var recent = await _store.RecentAsync(default);
        Assert.NotEqual(known.Version, recent.Version);
        Assert.Equal(created[0] ? "2026-W47" : "2026-W48", Assert.Single(recent.Issues).Id);
        Assert.Null(await _store.FindAsync(created[0] ? "2026-W48" : "2026-W47", default));
        Assert.True(await _store.TryCreateAsync(issue with { Id = created[0] ? "2026-W48" : "2026-W47" }, recent, default));
    }

    [Fact]
    public async Task Wherever_the_making_of_an_issue_is_cut_off_it_was_made_or_it_was_not()
    {
        var issue = SampleIssues.OfThree().Issue;
        var steps = new FailingHttp();
        var crashing = new BlobIssueStore(new BlobContainerClient(
            azurite.ConnectionString, _container.Name, new BlobClientOptions { Transport = steps, Retry = { MaxRetries = 0 } }));
        var made = new List<string>();
        var finished = false;
        for (var cut = 1; !finished; cut++)
        {
            Assert.True(cut < 20, "Making an issue takes a bounded number of storage calls.");
            foreach (var answered in (bool[])[false, true])
            {
                var id = $"2026-W{2 * cut + (answered ? 1 : 0):D2}";
                var known = await _store.RecentAsync(default);
                steps.FailAt(cut, answered);
                try
                {
                    finished |= await crashing.TryCreateAsync(issue with { Id = id }, known, default);
                }
                catch (CrashException)
                {
                }

                var recent = await _store.RecentAsync(default);
                var stored = await _store.FindAsync(id, default);
                Assert.Equal(recent.Version != known.Version, stored is not null);
                Assert.Equal(stored is not null, recent.Newest?.Id == id);
                if (stored is not null)
                {
                    made.Add(id);
                }

                Assert.Equal(made, await _store.ListAsync(2026, default).Select(e => e.Id).ToListAsync());
            }
        }

        Assert.InRange(made.Count, 3, 12);
    }

    [Fact]
    public async Task A_container_from_before_there_was_a_newest_issue_has_its_newest_issues()
    {
        var issue = SampleIssues.OfThree().Issue;
        await _store.TryCreateAsync(issue with { Id = "2025-W52" }, RecentIssues.None, default);
        await _store.TryCreateAsync(issue, await _store.RecentAsync(default), default);
        await _container.GetBlobClient("newest.json").DeleteAsync();
        var recent = await _store.RecentAsync(default);
        Assert.Equal(["2025-W52", "2026-W47"], recent.Issues.Select(e => e.Id));
        Assert.Equal([2025, 2026], recent.Years);
        Assert.True(await _store.TryCreateAsync(issue with { Id = "2026-W48" }, recent, default));
        Assert.Equal(["2025-W52", "2026-W47", "2026-W48"], (await _store.RecentAsync(default)).Issues.Select(e => e.Id));
    }

    [Fact]
    public async Task An_issue_is_made_without_listing_the_archive()
    {
        var issue = SampleIssues.OfThree().Issue;
        await _store.TryCreateAsync(issue with { Id = "2025-W52" }, RecentIssues.None, default);
        var http = new RecordedHttp();
        var store = new BlobIssueStore(new BlobContainerClient(azurite.ConnectionString, _container.Name, http.Options()));
        await store.TryCreateAsync(issue, await store.RecentAsync(default), default);
        await store.FindAsync(issue.Id, default);
        await store.ListDecisionsAsync(SampleIssues.Friday, default).ToListAsync();
        Assert.Equal(["2026-W47"], await store.ListAsync(2026, default).Select(e => e.Id).ToListAsync());
        var requests = http.Take();
        Assert.All(requests.Where(r => r.Contains("comp=list", StringComparison.Ordinal)), r => Assert.Matches("prefix=(decisions(/|%2F)202[56]-|2026-W)", r));
        Assert.InRange(requests.Count, 8, 10);
    }

    [Fact]
    public async Task Issues_are_listed_by_age_and_parts_and_decisions_are_no_issues()
    {
        var issue = SampleIssues.OfThree().Issue;
        foreach (var id in (string[])["2026-W47-10", "2026-W47-2", "2027-W01", "2026-W47"])
        {
            await _store.TryCreateAsync(issue with { Id = id }, await _store.RecentAsync(default), default);
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
