using Azure.Storage.Blobs;
using Digest.Functions.Mail;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Functions.Tests.Mail;

/// <summary>Turns are looked at rather than waited for: the clock stands still.</summary>
public sealed class SharedRateTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly FixedClock _clock = new(Start);

    [Fact]
    public async Task Instances_never_give_out_turns_closer_than_the_rate()
    {
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(AzuriteFixture.Prefix() + "-limits");
        var instances = Enumerable.Range(0, 3).Select(_ => new SharedRate("overall", 10, LongestWait, new BlobSendingBudget(container), _clock)).ToList();
        var turns = await Task.WhenAll(Enumerable.Range(0, 240).Select(async i => (Instance: i % 3, At: await instances[i % 3].NextTurnAsync(default))));
        Assert.All(turns, t => Assert.NotNull(t.At));
        var ordered = turns.Select(t => t.At!.Value).Order().ToList();
        Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(0.1)));
        Assert.Equal(Start, ordered[0]);
        // Nothing is wasted while all have something to send.
        Assert.Equal(Start + TimeSpan.FromSeconds(0.1 * 239), ordered[^1]);
    }

    [Fact]
    public async Task A_turn_that_is_too_far_away_is_not_given_and_not_booked()
    {
        var budget = new InMemorySendingBudget();
        using var first = new SharedRate("overall", 1, LongestWait, budget, _clock);
        using var second = new SharedRate("overall", 1, LongestWait, budget, _clock);
        for (var i = 0; i < 32; i++)
        {
            _ = await first.NextTurnAsync(default);
        }

        Assert.Null(await second.NextTurnAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddSeconds(32), await second.NextTurnAsync(default));
    }

    [Fact]
    public async Task Turns_that_nobody_took_are_lost_rather_than_saved_up()
    {
        using var rate = new SharedRate("overall", 10, LongestWait, new InMemorySendingBudget(), _clock);
        Assert.Equal(Start, await rate.NextTurnAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(0.9), await rate.NextTurnAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddSeconds(61), await rate.NextTurnAsync(default));
    }

    [Fact]
    public async Task Each_rate_has_a_calendar_of_its_own()
    {
        var budget = new InMemorySendingBudget();
        using var one = new SharedRate("provider-a", 0.5, LongestWait, budget, _clock);
        using var other = new SharedRate("provider-b", 0.5, LongestWait, budget, _clock);
        Assert.Equal(Start, await one.NextTurnAsync(default));
        Assert.Equal(Start, await other.NextTurnAsync(default));
        Assert.Equal(Start.AddSeconds(2), await one.NextTurnAsync(default));
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_gives_no_turn_and_throws_nothing()
    {
        var nowhere = new BlobContainerClient(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:" + LoopbackPort.Take() + "/devstoreaccount1", "limits",
            new BlobClientOptions { Retry = { MaxRetries = 0 } });
        using var rate = new SharedRate("overall", 1, LongestWait, new BlobSendingBudget(nowhere), _clock);
        Assert.Null(await rate.NextTurnAsync(default));
    }
}
