using Digest.Core.Issues;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Core.Tests.Workflows;

/// <summary>What the timer costs depends on what is new, never on how much was published before.</summary>
public sealed class PublishingCostTests
{
    private static readonly int[] Archives = [500, 5_000, 50_000];

    [Fact]
    public async Task Storage_operations_and_rewritten_files_are_the_same_whatever_the_size_of_the_archive()
    {
        var idle = new List<string>();
        var corrections = new List<string>();
        var issues = new List<string>();
        var bytes = new List<int>();
        foreach (var size in Archives)
        {
            var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero), new IssueOptions { TimeZone = "Europe/Berlin" });
            await Archive.FillAsync(newsroom, size);
            bytes.Add(newsroom.Site.Files.Values.Sum(f => f.Bytes.Length));
            idle.Add(await CountAsync(newsroom, () => newsroom.RunAsync()));
            newsroom.Drop("week 0/essay 7.txt", "Essay 7, corrected", revision: 2);
            corrections.Add(await CountAsync(newsroom, () => newsroom.RunAsync()));
            issues.Add(await CountAsync(newsroom, () => Archive.WeekAsync(newsroom)));
        }

        Assert.Single(idle.Distinct());
        Assert.Single(corrections.Distinct());
        Assert.Single(issues.Distinct());
        Assert.Contains("site: write a file 5", corrections[0], StringComparison.Ordinal);

        // What is rewritten every week: only the years are listed one and all, 43 more of them.
        Assert.InRange(bytes[2] - bytes[1], 1, 43 * 250);
        Assert.DoesNotContain("list all", idle[0] + corrections[0] + issues[0], StringComparison.Ordinal);
    }

    private static async Task<string> CountAsync(Newsroom newsroom, Func<Task> run)
    {
        newsroom.Operations.Take();
        await run();
        return string.Join(", ", newsroom.Operations.Take().Select(o => $"{o.Key} {o.Value}"));
    }
}
