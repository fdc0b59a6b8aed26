using System.Net;
using Digest.Core.Rendering;
using Digest.Functions.Feeds;
using Digest.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Digest.Functions.Tests.Feeds;

public sealed class WebSubHubTests : IAsyncLifetime
{
    private static readonly Uri Rss = new("https://digest.example.org/feed.xml");
    private static readonly Uri Atom = new("https://digest.example.org/atom.xml?a=1&b=ä");

    private readonly HttpListener _server = new();
    private readonly List<string> _log = [];
    private Uri _address = null!;

    public ValueTask InitializeAsync()
    {
        _address = new Uri($"http://127.0.0.1:{LoopbackPort.Take()}/hub/");
        _server.Prefixes.Add(_address.AbsoluteUri);
        _server.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _server.Close();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_feed_is_announced_by_a_form()
    {
        var bodies = ServeAsync(2, HttpStatusCode.NoContent);
        using var hub = Hub(_address);
        await hub.AnnounceAsync([Rss, Atom], default);
        Assert.Equal(
            ["hub.mode=publish&hub.url=https%3A%2F%2Fdigest.example.org%2Fatom.xml%3Fa%3D1%26b%3D%25C3%25A4", "hub.mode=publish&hub.url=https%3A%2F%2Fdigest.example.org%2Ffeed.xml"],
            (await bodies).Order(StringComparer.Ordinal));
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_hub_that_refuses_is_logged_and_stops_nothing()
    {
        var bodies = ServeAsync(1, HttpStatusCode.ServiceUnavailable);
        using var hub = Hub(_address);
        await hub.AnnounceAsync([Rss], default);
        await bodies;
        Assert.Contains("answered 503", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_logged_and_stops_nothing()
    {
        _server.Stop();
        using var hub = Hub(_address);
        await hub.AnnounceAsync([Rss], default);
        Assert.Contains("was not reached", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_never_answers_is_given_up()
    {
        using var hub = Hub(_address);
        await hub.AnnounceAsync([Rss, Atom], default);
        Assert.Equal(2, _log.Count);
    }

    [Fact]
    public async Task Without_a_hub_nothing_is_called()
    {
        using var hub = Hub(null);
        await hub.AnnounceAsync([Rss], default);
        Assert.Empty(_log);
    }

    [Theory]
    [InlineData("https://hub.example.org/", true)]
    [InlineData("http://127.0.0.1:9000/", true)]
    [InlineData("http://hub.example.org/", false)]
    [InlineData("ftp://hub.example.org/", false)]
    [InlineData("hub", false)]
    public void A_hub_has_an_https_address_or_is_this_machine(string address, bool valid) =>
        Assert.Equal(valid, !new SiteOptions { WebSubHub = new Uri(address, UriKind.RelativeOrAbsolute) }.Validate(new(new object())).Any());

    private WebSubHub Hub(Uri? address) => new(new SiteOptions { WebSubHub = address }, new Lines(_log));

    private async Task<List<string>> ServeAsync(int requests, HttpStatusCode status)
    {
        var bodies = new List<string>();
        for (var i = 0; i < requests; i++)
        {
            var context = await _server.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            bodies.Add($"{await reader.ReadToEndAsync()}");
            Assert.Equal("POST application/x-www-form-urlencoded", $"{context.Request.HttpMethod} {context.Request.ContentType}");
            context.Response.StatusCode = (int)status;
            context.Response.Close();
        }

        return bodies;
    }

    private sealed class Lines(List<string> lines) : ILogger<WebSubHub>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }
    }
}
