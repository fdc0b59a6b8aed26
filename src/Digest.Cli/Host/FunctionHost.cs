using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Digest.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Host;

/// <summary>
/// Gives the functions of an assembly what the Functions host gives them: blob, queue, timer and HTTP triggers, with
/// receipts, retries, poison queues and stored timers. For one machine; at scale the same functions run on Azure.
/// </summary>
internal sealed class FunctionHost : IAsyncDisposable
{
    private const string HostContainer = "azure-webjobs-hosts";

    /// <summary>Two cores are assumed; deliveries wait for a mail server rather than for a core.</summary>
    private const int BlobConcurrency = 4;
    private const int QueueConcurrency = 16;

    private readonly IReadOnlyList<FunctionDefinition> _functions;
    private readonly FunctionInvoker _invoker;
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<IDisposable> _listeners = [];
    private readonly List<Task> _running = [];
    private readonly List<Action> _wake = [];

    /// <summary>Prepares the functions.</summary>
    public FunctionHost(
        IReadOnlyList<FunctionDefinition> functions,
        FunctionInvoker invoker,
        BlobServiceClient blobs,
        QueueServiceClient queues,
        TimeProvider clock,
        ILogger<FunctionHost> logger)
    {
        (_functions, _invoker, _blobs, _queues, _clock, _logger) = (functions, invoker, blobs, queues, clock, logger);
    }

    /// <summary>Is told of each blob that a blob function is done with.</summary>
    public Func<string, Task> BlobDone { get; set; } = _ => Task.CompletedTask;

    /// <summary>Starts all listeners. The containers and queues of the application exist by then.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var state = _blobs.GetBlobContainerClient(HostContainer);
        await state.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var function in _functions)
        {
            switch (function.Trigger)
            {
                case BlobTriggerAttribute blob:
                    await StartBlobAsync(function, BlobPattern.Parse(blob.BlobPath), state, cancellationToken);
                    break;
                case QueueTriggerAttribute queue:
                    StartQueue(function, queue);
                    break;
                case TimerTriggerAttribute timer:
                    _running.Add(new TimerListener(
                        function, timer, state, (info, token) => InvokeAsync(function, info, token), _clock, _logger).RunAsync(_stop.Token));
                    break;
            }
        }
    }

    /// <summary>Maps the HTTP functions and the admin endpoint.</summary>
    public void Map(WebApplication app)
    {
        foreach (var function in _functions.Where(f => f.Trigger is HttpTriggerAttribute))
        {
            app.MapHttpFunction(function, _invoker, _logger);
        }

        app.MapAdmin(RunNowAsync);
    }

    /// <summary>Lets all listeners look for work at once.</summary>
    public void Wake() => _wake.ForEach(wake => wake());

    /// <summary>Runs a function now.</summary>
    /// <param name="name">The function.</param>
    /// <param name="input">A blob's path for blob functions, a message for queue functions; nothing for timers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when there is no such function, or it can't be run with that input.</returns>
    public async Task<bool> RunNowAsync(string name, string? input, CancellationToken cancellationToken)
    {
        var function = _functions.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        switch (function?.Trigger)
        {
            case TimerTriggerAttribute:
                await InvokeAsync(function, new TimerInfo { IsPastDue = false }, cancellationToken);
                return true;
            case QueueTriggerAttribute when input is not null:
                await InvokeMessageAsync(function, input, Guid.NewGuid().ToString(), dequeueCount: 1, cancellationToken);
                return true;
            case BlobTriggerAttribute blob when input is not null && BlobPattern.Parse(blob.BlobPath).Match(input) is { } match:
                await InvokeBlobAsync(function, match, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Stops listening and waits for what is being worked on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _listeners.ForEach(listener => listener.Dispose());
        _stop.Dispose();
    }

    private async Task StartBlobAsync(FunctionDefinition function, BlobPattern pattern, BlobContainerClient state, CancellationToken cancellationToken)
    {
        var queue = _queues.GetQueueClient($"azure-webjobs-blobtrigger-{function.Name.ToLowerInvariant()}");
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var listener = new QueueListener(
            queue,
            _queues.GetQueueClient(StorageNames.PoisonedDropsQueue),
            (message, token) => OnBlobAsync(function, pattern, message, token),
            message => message.MessageText,
            BlobConcurrency,
            _logger);
        var scanner = new BlobScanner(function.Name, _blobs.GetBlobContainerClient(pattern.Container), state, queue, listener, _logger);
        _listeners.AddRange([listener, scanner]);
        _running.AddRange([listener.RunAsync(_stop.Token), scanner.RunAsync(_stop.Token)]);
        _wake.Add(scanner.Wake);
    }

    private void StartQueue(FunctionDefinition function, QueueTriggerAttribute trigger)
    {
        var listener = new QueueListener(
            _queues.GetQueueClient(trigger.QueueName),
            _queues.GetQueueClient(trigger.QueueName + "-poison"),
            (message, token) => InvokeMessageAsync(function, message.MessageText, message.MessageId, message.DequeueCount, token),
            message => message.MessageText,
            QueueConcurrency,
            _logger);
        _listeners.Add(listener);
        _running.Add(listener.RunAsync(_stop.Token));
        _wake.Add(listener.Wake);
    }

    private async Task OnBlobAsync(FunctionDefinition function, BlobPattern pattern, QueueMessage message, CancellationToken cancellationToken)
    {
        var blob = BlobTriggerMessage.FromJson(message.MessageText);
        if (pattern.Match($"{blob.ContainerName}/{blob.BlobName}") is { } match)
        {
            await InvokeBlobAsync(function, match, cancellationToken);
            await BlobDone(blob.BlobName);
        }
    }

    private Task InvokeMessageAsync(FunctionDefinition function, string text, string id, long dequeueCount, CancellationToken cancellationToken) =>
        _invoker.InvokeAsync(
            function,
            text,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id, ["dequeueCount"] = dequeueCount },
            cancellationToken);

    private Task InvokeBlobAsync(FunctionDefinition function, BlobMatch match, CancellationToken cancellationToken) =>
        _invoker.InvokeAsync(
            function,
            _blobs.GetBlobContainerClient(match.Container).GetBlobClient(match.BlobName),
            match.Tokens,
            cancellationToken);

    private Task InvokeAsync(FunctionDefinition function, object triggerValue, CancellationToken cancellationToken) =>
        _invoker.InvokeAsync(function, triggerValue, new Dictionary<string, object?>(StringComparer.Ordinal), cancellationToken);
}
