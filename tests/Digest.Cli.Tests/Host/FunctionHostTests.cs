using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Host;
using Digest.Functions.Storage;
using Digest.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Digest.Cli.Tests.Host;

/// <summary>The triggers against a real emulator. Every wait is bounded; none is asserted.</summary>
public sealed class FunctionHostTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Runs _runs = new();
    private BlobServiceClient _blobs = null!;
    private QueueServiceClient _queues = null!;
    private Digest.Cli.Tools.Azurite? _own;
    private string _folder = string.Empty;

    public async ValueTask InitializeAsync()
    {
        // Containers and queues have the names that the attributes give them: each test has an emulator of its own.
        _ = fixture.ConnectionString;
        _folder = Directory.CreateTempSubdirectory("digest-host-").FullName;
        var tools = await Digest.Cli.Tools.NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        _own = await Digest.Cli.Tools.Azurite.StartAsync(tools, _folder, LoopbackPort.Take(), LoopbackPort.Take(), CancellationToken.None);
        _blobs = new BlobServiceClient(_own.ConnectionString);
        _queues = new QueueServiceClient(_own.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await _blobs.GetBlobContainerClient(SampleFunctions.Container).CreateIfNotExistsAsync();
        await _queues.GetQueueClient(SampleFunctions.Queue).CreateIfNotExistsAsync();
        await StorageSetup.EnsureAsync(_blobs, _queues, CancellationToken.None);
    }

    [Fact]
    public async Task A_blob_runs_its_function_once_with_the_tokens_of_its_path()
    {
        await using var host = await StartAsync();
        await Drop("in/été 1.txt", "text");
        await EventuallyAsync(() => _runs.Count("blob in/été 1.txt été 1 txt") == 1);
    }

    [Fact]
    public async Task A_restart_runs_nothing_twice_but_a_changed_blob_again()
    {
        await using (await StartAsync())
        {
            await Drop("in/a.txt", "one");
            await Drop("in/b.txt", "one");
            await EventuallyAsync(() => _runs.Seen.Count == 2);
        }

        await Drop("in/a.txt", "two");
        await using var second = await StartAsync();
        await EventuallyAsync(() => _runs.Count("blob in/a.txt a txt") == 2);
        await Drop("in/c.txt", "one");
        await EventuallyAsync(() => _runs.Count("blob in/c.txt c txt") == 1);
        Assert.Equal(1, _runs.Count("blob in/b.txt b txt"));
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_goes_to_the_poison_queue_and_the_others_go_on()
    {
        await using var host = await StartAsync();
        await Drop("in/bad.txt", "text");
        await Drop("in/good.txt", "text");
        var poison = _queues.GetQueueClient(StorageNames.PoisonedDropsQueue);
        await EventuallyAsync(async () => (await poison.PeekMessagesAsync(1)).Value.Length == 1);
        Assert.Equal(5, _runs.Count("blob in/bad.txt bad txt"));
        Assert.Equal(1, _runs.Count("blob in/good.txt good txt"));
        var message = JsonDocument.Parse((await poison.PeekMessagesAsync(1)).Value[0].MessageText).RootElement;
        Assert.Equal("in/bad.txt", message.GetProperty("BlobName").GetString());
        Assert.Equal(SampleFunctions.Container, message.GetProperty("ContainerName").GetString());
    }

    [Fact]
    public async Task A_name_that_the_emulator_cannot_list_is_told_and_the_others_go_on_without_it()
    {
        var log = new Lines();
        await Drop("in/a\u0001.txt", "text");
        await using var host = await StartAsync(log);
        await EventuallyAsync(() => log.Written.Any(l => l.EndsWith(BlobScanner.Unlistable, StringComparison.Ordinal)));
        await _blobs.GetBlobContainerClient(SampleFunctions.Container).DeleteBlobAsync("in/a\u0001.txt");
        await Drop("in/b.txt", "text");
        await EventuallyAsync(() => _runs.Count("blob in/b.txt b txt") == 1);
    }

    [Fact]
    public async Task A_message_is_tried_again_with_its_dequeue_count_and_then_is_gone()
    {
        await using var host = await StartAsync();
        await _queues.GetQueueClient(SampleFunctions.Queue).SendMessageAsync("""{"name":"x","failures":2}""");
        await EventuallyAsync(() => _runs.Count("queue x 3") == 1);
        await EventuallyAsync(async () => (await _queues.GetQueueClient(SampleFunctions.Queue).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);
        Assert.Equal(3, _runs.Seen.Count);
    }

    [Fact]
    public async Task A_timer_that_was_missed_runs_once_when_the_host_is_back_marked_as_late()
    {
        await using (await StartAsync())
        {
            await EventuallyAsync(() => Status().Exists().Value);
        }

        await Status().UploadAsync(BinaryData.FromObjectAsJson(new { Last = DateTime.UnixEpoch, Next = DateTime.UtcNow.AddDays(-1), LastUpdated = DateTime.UnixEpoch }), overwrite: true);
        await using (await StartAsync())
        {
            await EventuallyAsync(() => _runs.Count("timer late") == 1);
            await EventuallyAsync(() => Status().DownloadContent().Value.Content.ToObjectFromJson<Microsoft.Azure.Functions.Worker.ScheduleStatus>()!.Next > DateTime.UtcNow);
        }

        await using (await StartAsync())
        {
            await Drop("in/after.txt", "text");
            await EventuallyAsync(() => _runs.Count("blob in/after.txt after txt") == 1);
        }

        Assert.Equal(1, _runs.Count("timer late"));
    }

    [Fact]
    public async Task A_function_runs_now_when_asked_and_an_unknown_one_is_told()
    {
        await using var host = await StartAsync();
        Assert.True(await host.RunNowAsync("SampleTimer", null, CancellationToken.None));
        Assert.True(await host.RunNowAsync("samplequeue", """{"name":"now","failures":0}""", CancellationToken.None));
        Assert.True(await host.RunNowAsync("SampleBlob", SampleFunctions.Container + "/in/now.txt", CancellationToken.None));
        Assert.False(await host.RunNowAsync("SampleBlob", "elsewhere/in/now.txt", CancellationToken.None));
        Assert.False(await host.RunNowAsync("NoSuchFunction", null, CancellationToken.None));
        Assert.Equal(["timer", "queue now 1", "blob in/now.txt now txt"], _runs.Seen);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Lines : ILogger<FunctionHost>
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));
    }

    private BlobClient Status() => _blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient("timers/SampleTimer/status");

    private async Task<FunctionHost> StartAsync(ILogger<FunctionHost>? log = null)
    {
        var services = new ServiceCollection().AddSingleton(_runs).BuildServiceProvider();
        var host = new FunctionHost(
            FunctionCatalog.Find(typeof(SampleFunctions).Assembly), new FunctionInvoker(services), _blobs, _queues, TimeProvider.System, log ?? NullLogger<FunctionHost>.Instance);
        await host.StartAsync(CancellationToken.None);
        return host;
    }

    private Task Drop(string name, string text) =>
        _blobs.GetBlobContainerClient(SampleFunctions.Container).GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private static Task EventuallyAsync(Func<bool> condition) => EventuallyAsync(() => Task.FromResult(condition()));

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
