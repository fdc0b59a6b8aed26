namespace Digest.Core.Ports;

/// <summary>The WebSub hub that the feeds announce; subscribers learn of changes from it without polling.</summary>
public interface IFeedHub
{
    /// <summary>
    /// Tells the hub that feeds changed. Takes a few seconds at most and never throws for what the hub does: a hub that was
    /// not reached costs its subscribers the time to their next poll, and nobody else anything.
    /// </summary>
    /// <param name="feeds">Addresses of the feeds, as they name themselves.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    Task AnnounceAsync(IReadOnlyList<Uri> feeds, CancellationToken cancellationToken);
}
