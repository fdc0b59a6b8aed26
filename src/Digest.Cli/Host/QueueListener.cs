using System.Globalization;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Host;

/// <summary>
/// Listens to a queue as the Functions host does: several messages at once, each invisible to others while it is worked
/// on, five tries, then the poison queue.
/// </summary>
internal sealed class QueueListener(
    QueueClient queue,
    QueueClient poison,
    Func<QueueMessage, CancellationToken, Task> handle,
    Func<QueueMessage, string> poisonMessage,
    int concurrency,
    ILogger logger) : IDisposable
{
    /// <summary>Tries before a message goes to the poison queue.</summary>
    public const int MostTries = 5;

    /// <summary>Renewed while a message is worked on; after a crash the message comes back when it has passed.</summary>
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Backoff _backoff = new();

    /// <summary>Looks into the queue at once.</summary>
    public void Wake() => _backoff.Wake();

    /// <summary>Listens until cancelled; what is being worked on then is finished or comes back later.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(concurrency, concurrency);
        var running = new List<Task>();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await slots.WaitAsync(cancellationToken);
                slots.Release();
                var messages = await ReceiveAsync(slots.CurrentCount, cancellationToken);
                foreach (var message in messages)
                {
                    await slots.WaitAsync(cancellationToken);
                    running.Add(WorkAsync(message, slots, cancellationToken));
                }

                running.RemoveAll(task => task.IsCompleted);
                if (messages.Length == 0)
                {
                    await _backoff.WaitAsync(hadWork: false, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }

        await Task.WhenAll(running);
    }

    /// <inheritdoc/>
    public void Dispose() => _backoff.Dispose();

    private async Task<QueueMessage[]> ReceiveAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(Math.Clamp(most, 1, 32), Invisible, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "The queue {Queue} does not answer; looking again", queue.Name);
            await Task.Delay(RetryDelay, cancellationToken);
            return [];
        }
    }

    private async Task WorkAsync(QueueMessage message, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            await using var lease = new MessageLease(queue, message, Invisible, cancellationToken);
            if (message.DequeueCount > MostTries)
            {
                // The process died in the middle of every try.
                await PoisonAsync(message, lease, cancellationToken);
                return;
            }

            try
            {
                await handle(message, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Try {Try} of {MostTries} with a message of {Queue} failed", message.DequeueCount, MostTries, queue.Name);
                if (message.DequeueCount >= MostTries)
                {
                    await PoisonAsync(message, lease, cancellationToken);
                }
                else
                {
                    await lease.ReleaseAsync(RetryDelay, cancellationToken);
                }

                return;
            }

            await lease.DeleteAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or AggregateException)
        {
            // The message comes back by itself.
            logger.LogDebug(e, "A message of {Queue} could not be settled", queue.Name);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task PoisonAsync(QueueMessage message, MessageLease lease, CancellationToken cancellationToken)
    {
        await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await poison.SendMessageAsync(poisonMessage(message), cancellationToken);
        await lease.DeleteAsync(cancellationToken);
        logger.LogError(
            "A message of {Queue} failed {Tries} times and went to {Poison}",
            queue.Name,
            message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            poison.Name);
    }
}
