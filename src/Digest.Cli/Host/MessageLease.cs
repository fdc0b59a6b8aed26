using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Digest.Cli.Host;

/// <summary>Keeps a queue message invisible while it is worked on.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _invisible;
    private readonly CancellationTokenSource _stop;
    private readonly Task _renewing;
    private string _popReceipt;

    /// <summary>Starts to renew.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message, just received.</param>
    /// <param name="invisible">How long each renewal holds.</param>
    /// <param name="cancellationToken">Ends the renewals.</param>
    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan invisible, CancellationToken cancellationToken)
    {
        _queue = queue;
        _message = message;
        _invisible = invisible;
        _popReceipt = message.PopReceipt;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _renewing = RenewAsync();
    }

    /// <summary>The work is done.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await StopRenewingAsync();
        await _queue.DeleteMessageAsync(_message.MessageId, _popReceipt, cancellationToken);
    }

    /// <summary>Another try after <paramref name="delay"/>.</summary>
    public async Task ReleaseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        await StopRenewingAsync();
        await _queue.UpdateMessageAsync(_message.MessageId, _popReceipt, visibilityTimeout: delay, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        _stop.Dispose();
    }

    private async Task StopRenewingAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_invisible / 3, _stop.Token);

                // Not cancelled half-way: a renewal that storage carried out changes the receipt.
                var renewed = await _queue.UpdateMessageAsync(_message.MessageId, _popReceipt, visibilityTimeout: _invisible, cancellationToken: CancellationToken.None);
                _popReceipt = renewed.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
            // Settled, or the host stops.
        }
        catch (RequestFailedException)
        {
            // Lost: the message is visible again and somebody else may have it. Deleting it then fails, which is right.
        }
    }
}
