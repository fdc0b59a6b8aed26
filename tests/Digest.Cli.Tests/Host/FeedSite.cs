using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Digest.Cli.Host;
using Digest.Core.Rendering;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Tests.Host;

/// <summary>A newsroom whose site is in storage and served over HTTP, as readers find it.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly BlobSite _site;
    private readonly ConcurrentQueue<int> _answers = new();

    private FeedSite(WebApplication web, BlobContainerClient container, Uri address)
    {
        _web = web;
        _site = new BlobSite(container);
        Newsroom = new Newsroom(
            new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero), site: SampleIssues.Site with { BaseUrl = address });
    }

    public Newsroom Newsroom { get; }

    public Uri Rss => new SiteAddress(Newsroom.SiteOptions).Of(SiteAddress.Rss);

    public Uri Atom => new SiteAddress(Newsroom.SiteOptions).Of(SiteAddress.Atom);

    public static async Task<FeedSite> StartAsync(string connectionString)
    {
        var container = new BlobContainerClient(connectionString, AzuriteFixture.Prefix());
        await container.CreateAsync();
        var address = new Uri($"http://127.0.0.1:{LoopbackPort.Take()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        var web = builder.Build();
        var served = new StaticSite(container);
        var site = new FeedSite(web, container, address);
        web.Run(async context =>
        {
            await served.ServeAsync(context);
            site._answers.Enqueue(context.Response.StatusCode);
        });
        await web.StartAsync();
        return site;
    }

    /// <summary>Runs the workflow and copies the site to storage, where files that did not change keep their ETag.</summary>
    public async Task PublishAsync()
    {
        await Newsroom.RunAsync();
        foreach (var file in Newsroom.Site.Files.Values)
        {
            await _site.PublishAsync(file, CancellationToken.None);
        }
    }

    /// <summary>Status codes of what was asked since the last taking.</summary>
    public IReadOnlyList<int> TakeAnswers()
    {
        var taken = new List<int>();
        while (_answers.TryDequeue(out var status))
        {
            taken.Add(status);
        }

        return taken;
    }

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();
}
