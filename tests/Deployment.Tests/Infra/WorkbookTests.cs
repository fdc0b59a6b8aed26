using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Digest.Core.Telemetry;
using Digest.Functions.Telemetry;
using Digest.Testing;
using Microsoft.Extensions.Logging;

namespace Digest.Deployment.Tests.Infra;

/// <summary>The workbook asks for tables that the resources fill and metrics that the code measures, in the form in which they are written.</summary>
public sealed partial class WorkbookTests
{
    private static readonly string[] Tables = ["AppTraces", "AppRequests", "StorageQueueLogs"];

    private static readonly Lazy<IReadOnlySet<string>> Measured = new(() =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == DigestTelemetry.Name)
            {
                names.Add(instrument.Name);
            }
        };
        DigestTelemetry.DropsLost(0);
        listener.Start();
        return names;
    });

    private static IEnumerable<string> WorkbookQueries
    {
        get
        {
            using var workbook = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("infra", "workbook.json")));
            return [.. workbook.RootElement.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("type").GetInt32() == 3)
                .Select(i => i.GetProperty("content").GetProperty("query").GetString()!)];
        }
    }

    private static IEnumerable<string> SavedQueries =>
        SavedBody().Matches(File.ReadAllText(Repository.PathOf("infra", "modules", "queries.bicep"))).Select(m => m.Groups[1].Value);

    public static TheoryData<string> Queries => [.. WorkbookQueries.Concat(SavedQueries)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_names_only_what_there_is(string query)
    {
        Assert.Contains(TableName().Match(query).Groups[1].Value, Tables);
        Assert.All(MetricName().Matches(query), m => Assert.Contains(m.Value, Measured.Value));
        // Fields of a line may be lost between worker and host; its words are not.
        Assert.DoesNotContain("Properties[", query, StringComparison.Ordinal);
        Assert.Equal(query.Count(c => c == '('), query.Count(c => c == ')'));
        Assert.Equal(0, query.Count(c => c == '"') % 2);
    }

    [Fact]
    public void Every_metric_of_the_code_is_shown()
    {
        var shown = WorkbookQueries.SelectMany(q => MetricName().Matches(q).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Measured.Value.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_queries_parse_is_what_the_log_writes()
    {
        using var metrics = new MetricLog();
        DigestTelemetry.DropHandled("Stored");
        var line = new Line();
        metrics.Write(line);
        foreach (var query in Queries.Select(q => (string)q).Where(q => q.Contains("parse Message with \"Metric ", StringComparison.Ordinal)))
        {
            // The pattern of `parse`: words in quotes, with a column between two of them.
            var words = ParsePattern().Match(query).Groups[1].Value;
            var pattern = "^" + Column().Replace(string.Concat(Words().Matches(words).Select(m => m.Groups[1].Success ? Regex.Escape(m.Groups[1].Value) : "\u0001")), "(.+)") + "$";
            Assert.Matches(pattern, line.Text);
        }
    }

    [Fact]
    public void The_workbook_has_what_the_portal_needs()
    {
        using var workbook = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("infra", "workbook.json")));
        Assert.Equal("Notebook/1.0", workbook.RootElement.GetProperty("version").GetString());
        var names = workbook.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("loadTextContent('../workbook.json')", File.ReadAllText(Repository.PathOf("infra", "modules", "workbook.bicep")), StringComparison.Ordinal);
        Assert.All(
            workbook.RootElement.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("type").GetInt32() == 3),
            i => Assert.Equal("Range", i.GetProperty("content").GetProperty("timeContextFromParameter").GetString()));
    }

    private sealed class Line : ILogger
    {
        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Text = formatter(state, exception);
    }

    [GeneratedRegex(@"^(?:let [a-z]+ = ""[^""]*""; )?([A-Za-z]+) \|")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\bdigest\.[a-z_.]+[a-z]")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"body: '([^']+)'")]
    private static partial Regex SavedBody();

    [GeneratedRegex(@"parse Message with (""Metric [^|]+?)(?: \||$)")]
    private static partial Regex ParsePattern();

    [GeneratedRegex(@"""([^""]*)""|([A-Za-z]+(?::[a-z]+)?)")]
    private static partial Regex Words();

    [GeneratedRegex("\u0001")]
    private static partial Regex Column();
}
