using Digest.Core.Deliveries;
using Digest.Core.Telemetry;
using Digest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Digest.Functions.Tests.Telemetry;

public sealed class MetricLogTests
{
    [Fact]
    public void What_was_measured_is_written_once_a_line_for_each_result()
    {
        using var metrics = new MetricLog();
        var log = new Lines();
        // Other tests measure in the same process: results that nothing else here has.
        DigestTelemetry.DropHandled("OnlyHere");
        DigestTelemetry.DropHandled("OnlyHere");
        metrics.Write(log);
        Assert.Equal("Metric digest.drops OnlyHere: count 2, sum 2, max 1", Assert.Single(log.Written, l => l.Contains("OnlyHere", StringComparison.Ordinal)));
        log.Written.Clear();
        metrics.Write(log);
        Assert.DoesNotContain(log.Written, l => l.Contains("OnlyHere", StringComparison.Ordinal));
    }

    [Fact]
    public void A_metric_without_tags_is_one_line_with_sum_and_maximum()
    {
        using var metrics = new MetricLog();
        var log = new Lines();
        DigestTelemetry.FeedSeen(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(86400 * 2000.5));
        metrics.Write(log);
        Assert.Contains("max 172843200", Assert.Single(log.Written, l => l.StartsWith("Metric digest.feed.age all: count ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_deliveries_are_named_as_the_code_names_them()
    {
        using var metrics = new MetricLog();
        var log = new Lines();
        DigestTelemetry.Delivered(SendResult.Uncertain);
        metrics.Write(log);
        Assert.Contains(log.Written, l => l.StartsWith("Metric digest.deliveries Uncertain: count ", StringComparison.Ordinal));
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
