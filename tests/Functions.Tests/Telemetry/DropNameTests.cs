using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Functions.Telemetry;
using Digest.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Digest.Functions.Tests.Telemetry;

/// <summary>Whoever may drop a file may name it: no name writes a line of its own into the log.</summary>
public sealed class DropNameTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private readonly string _name = AzuriteFixture.Prefix() + "/a\nwarn: all is lost\r\t.txt";
    private readonly List<string> _lines = [];
    private BlobServiceClient _blobs = null!;
    private BlobInbox _inbox = null!;
    private BlobEssayStore _essays = null!;

    public async ValueTask InitializeAsync()
    {
        _blobs = new BlobServiceClient(fixture.ConnectionString);
        await StorageSetup.EnsureAsync(_blobs, new QueueServiceClient(fixture.ConnectionString), CancellationToken.None);
        _inbox = new BlobInbox(_blobs);
        _essays = new BlobEssayStore(_blobs);
        await Drop.UploadAsync(BinaryData.FromString("A title\n\nThe first paragraph says that 3,000 people came to the square.\n"));
    }

    public async ValueTask DisposeAsync() => await Drop.DeleteIfExistsAsync();

    [Fact]
    public async Task A_drop_is_read_and_logged_on_one_line()
    {
        using var metrics = new MetricLog();
        await new IngestEssayFunction(Ingest, metrics, new Lines<IngestEssayFunction>(_lines)).RunAsync(Drop, default);
        Assert.Contains("/a\uFFFDwarn: all is lost\uFFFD\uFFFD.txt, essay ", OnlyLine(), StringComparison.Ordinal);
        Assert.Equal(_name, (await _essays.FindEntryAsync(EssayId.FromSourceName(_name), default))?.SourceName);
    }

    [Fact]
    public async Task A_poisoned_drop_is_logged_on_one_line()
    {
        var message = System.Text.Json.JsonSerializer.Serialize(new { ContainerName = StorageNames.Incoming, BlobName = _name });
        await new ExplainRejectedDropFunction(new ExplainRejectedDrop(_inbox, _essays, TimeProvider.System), new Lines<ExplainRejectedDropFunction>(_lines)).RunAsync(message, default);
        Assert.Contains("\uFFFDwarn: all is lost", OnlyLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swept_drop_is_logged_on_one_line()
    {
        using var metrics = new MetricLog();
        var later = new FixedClock(DateTimeOffset.UtcNow.AddHours(1));
        await new SweepInboxFunction(new SweepInbox(_inbox, _essays, Ingest, later), metrics, new Lines<SweepInboxFunction>(_lines)).RunAsync(null!, default);
        Assert.Contains("\uFFFDwarn: all is lost", OnlyLine(), StringComparison.Ordinal);
    }

    private BlobClient Drop => _blobs.GetBlobContainerClient(StorageNames.Incoming).GetBlobClient(_name);

    private IngestEssay Ingest => new(_inbox, _essays, new EssayReader(RuleSet.Default), new DecodingOptions(), TimeProvider.System);

    private string OnlyLine()
    {
        var line = Assert.Single(_lines, l => l.Contains("all is lost", StringComparison.Ordinal));
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }

    private sealed class Lines<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
