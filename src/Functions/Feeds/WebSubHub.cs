using Digest.Core.Ports;
using Digest.Core.Rendering;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Feeds;

/// <summary>
/// Tells a WebSub hub that feeds changed: a form with <c>hub.mode=publish</c> and <c>hub.url</c>, one for each feed, as the
/// common hubs take it (the recommendation of 2018 leaves this to hub and publisher).
/// </summary>
public sealed partial class WebSubHub : IFeedHub, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly SiteOptions _site;
    private readonly ILogger<WebSubHub> _log;

    // A hub has no reason to send the publisher elsewhere, and what it answers beside the status is not read.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Limit };

    /// <summary>Prepares the calls.</summary>
    public WebSubHub(SiteOptions site, ILogger<WebSubHub> log)
    {
        _site = site;
        _log = log;
    }

    /// <inheritdoc/>
    public Task AnnounceAsync(IReadOnlyList<Uri> feeds, CancellationToken cancellationToken) =>
        _site.WebSubHub is { } hub ? Task.WhenAll(feeds.Select(feed => PingAsync(hub, feed, cancellationToken))) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task PingAsync(Uri hub, Uri feed, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["hub.mode"] = "publish",
                ["hub.url"] = feed.AbsoluteUri,
            });
            using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = form };
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                Refused(hub, (int)response.StatusCode, feed);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NotReached(hub, feed, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} answered {Status} to the news of {Feed}; its subscribers see it at their next poll.")]
    private partial void Refused(Uri hub, int status, Uri feed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} was not reached with the news of {Feed} ({Reason}); its subscribers see it at their next poll.")]
    private partial void NotReached(Uri hub, Uri feed, string reason);
}
