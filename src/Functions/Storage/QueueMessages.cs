using Azure;
using Azure.Storage.Queues;

namespace Digest.Functions.Storage;

/// <summary>How tasks are put on queues: JSON, for ever, and the queue is made when it is not there.</summary>
internal static class QueueMessages
{
    // Messages never expire: a task that nobody took for a week is still owed.
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    /// <summary>Puts a task on a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="task">What is written as JSON.</param>
    /// <param name="delay">How long it stays invisible; up to seven days.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task SendCreatingAsync<T>(this QueueClient queue, T task, TimeSpan delay, CancellationToken cancellationToken)
    {
        var message = BinaryData.FromObjectAsJson(task, StorageJson.Compact);
        try
        {
            await queue.SendMessageAsync(message, delay, ForEver, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == "QueueNotFound")
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(message, delay, ForEver, cancellationToken);
        }
    }
}
