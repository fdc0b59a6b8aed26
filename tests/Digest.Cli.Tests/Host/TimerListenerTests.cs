using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Digest.Cli.Host;
using Digest.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Digest.Cli.Tests.Host;

/// <summary>A timer that runs every minute, on a clock that makes sixty of it in a second, while storage comes and goes.</summary>
public sealed class TimerListenerTests(AzuriteFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Outage _outage = new();
    private readonly ConcurrentQueue<DateTimeOffset> _runs = new();

    [Fact]
    public async Task Storage_that_is_away_at_its_time_stops_no_timer_for_good()
    {
        await RunAsync(async () =>
        {
            await EventuallyAsync(() => !_runs.IsEmpty);
            var met = _outage.Begin();
            await EventuallyAsync(() => _outage.Met > met);
            _outage.End();
            var before = _runs.Count;
            await EventuallyAsync(() => _runs.Count >= before + 2);
        });
        Assert.Equal(_runs.Count, _runs.Select(Minute).Distinct().Count());
    }

    [Fact]
    public async Task A_timer_starts_when_storage_does()
    {
        _outage.Begin();
        await RunAsync(async () =>
        {
            await EventuallyAsync(() => _outage.Met > 0);
            Assert.Empty(_runs);
            _outage.End();
            await EventuallyAsync(() => !_runs.IsEmpty);
        });
    }

    private async Task RunAsync(Func<Task> meanwhile)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(_outage, HttpPipelinePosition.PerCall);
        var states = new BlobContainerClient(fixture.ConnectionString, $"timers-{Guid.NewGuid():N}", options);
        await new BlobContainerClient(fixture.ConnectionString, states.Name).CreateAsync();
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero), times: 60);
        var listener = new TimerListener(
            FunctionCatalog.Find(typeof(SampleFunctions).Assembly).Single(f => f.Name == "SampleTimer"),
            new TimerTriggerAttribute("0 * * * * *"),
            states,
            (_, _) =>
            {
                _runs.Enqueue(clock.GetUtcNow());
                return Task.CompletedTask;
            },
            clock,
            NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var running = listener.RunAsync(stop.Token);
        await meanwhile();
        await stop.CancelAsync();
        await running;
    }

    private static DateTime Minute(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Storage that is away, for as long as it is told to be.</summary>
    private sealed class Outage : HttpPipelineSynchronousPolicy
    {
        private volatile bool _away;
        private volatile int _met;

        /// <summary>Requests that found it away.</summary>
        public int Met => _met;

        public int Begin()
        {
            _away = true;
            return _met;
        }

        public void End() => _away = false;

        public override void OnSendingRequest(HttpMessage message)
        {
            if (_away)
            {
                Interlocked.Increment(ref _met);
                throw new HttpRequestException("Connection refused");
            }
        }
    }
}
