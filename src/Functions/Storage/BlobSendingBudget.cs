using Azure;
using Azure.Storage.Blobs;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// The calendars on blob storage: <c>sending/{rate}.json</c> says until when a rate is booked. Nothing has to be given back,
/// so an instance that dies costs the others no more than the stretch it had booked.
/// </summary>
/// <param name="container">The container.</param>
public sealed class BlobSendingBudget(BlobContainerClient container) : ISendingBudget
{
    /// <inheritdoc/>
    public async Task<DateTimeOffset?> BookAsync(
        string rate, TimeSpan stretch, TimeSpan longestWait, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = new SharedRecord<Booked>(container, $"sending/{Uri.EscapeDataString(rate)}.json", new Booked(DateTimeOffset.MinValue));
        DateTimeOffset? begins = null;
        try
        {
            await calendar.ChangeAsync(
                booked =>
                {
                    var free = booked.Until > now ? booked.Until : now;
                    begins = free - now > longestWait ? null : free;
                    return begins is null ? booked : new Booked(free + stretch);
                },
                cancellationToken);
            return begins;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            return null;
        }
    }

    private sealed record Booked(DateTimeOffset Until);
}
