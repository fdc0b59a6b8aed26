using System.Diagnostics.Metrics;
using Digest.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Telemetry;

/// <summary>
/// Writes the application's metrics into its log, a line for each metric and tag: what a function measured is written
/// before it ends, for a worker's log reaches Application Insights from within a run and needs no package. The queries in
/// <c>infra/</c> read these lines. A collector gets the metrics themselves, see <see cref="TelemetryExport"/>.
/// </summary>
public sealed class MetricLog : IDisposable
{
    /// <summary>The tag's place in a line of a metric without tags.</summary>
    public const string Untagged = "all";

    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private Dictionary<(string Metric, string Of), Sum> _sums = [];

    /// <summary>Begins to listen.</summary>
    public MetricLog()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (string.Equals(instrument.Meter.Name, DigestTelemetry.Name, StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Writes what was measured since the last time.</summary>
    /// <param name="logger">The log of the function that is running.</param>
    public void Write(ILogger logger)
    {
        Dictionary<(string Metric, string Of), Sum> sums;
        lock (_lock)
        {
            (sums, _sums) = (_sums, []);
        }

        foreach (var ((metric, of), sum) in sums.OrderBy(s => s.Key))
        {
            logger.LogInformation("Metric {Metric} {Of}: count {Count}, sum {Sum:0.####}, max {Max:0.####}", metric, of, sum.Count, sum.Total, sum.Max);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var of = tags.IsEmpty ? Untagged : tags[0].Value?.ToString() ?? Untagged;
        lock (_lock)
        {
            var sum = _sums.GetValueOrDefault((instrument.Name, of)) ?? new Sum(0, 0, value);
            _sums[(instrument.Name, of)] = new Sum(sum.Count + 1, sum.Total + value, Math.Max(sum.Max, value));
        }
    }

    private sealed record Sum(long Count, double Total, double Max);
}
