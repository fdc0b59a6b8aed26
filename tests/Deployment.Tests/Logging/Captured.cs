using System.Collections.Concurrent;
using System.Diagnostics;
using Digest.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Digest.Deployment.Tests.Logging;

/// <summary>Keeps everything that is logged, at every level and by every category, and the tags of every activity.</summary>
internal sealed class Captured : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;

    public Captured()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == DigestTelemetry.Name)
                {
                    Activities.Enqueue(activity);
                }

                _lines.Enqueue(activity.DisplayName + " " + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")));
            },
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue("scope " + state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        if (state is IEnumerable<KeyValuePair<string, object?>> fields)
        {
            _lines.Enqueue(string.Join(' ', fields.Select(field => $"{field.Key}={field.Value}")));
        }
    }

    public void Dispose() => _activities.Dispose();
}
