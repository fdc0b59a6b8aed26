using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Host;
using Digest.Cli.Tools;
using Digest.Functions;
using Digest.Functions.Storage;
using Digest.Functions.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Up;

/// <summary>The application on this machine: the functions with their triggers, and the public site, on one loopback port.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private readonly WebApplication _web;

    private LocalApp(WebApplication web, FunctionHost functions)
    {
        _web = web;
        Functions = functions;
    }

    /// <summary>The functions' host.</summary>
    public FunctionHost Functions { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>Starts the web server, and the functions' host; its triggers wait for <see cref="FunctionHost.StartAsync"/>.</summary>
    /// <param name="configuration">Settings.</param>
    /// <param name="port">Port on 127.0.0.1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ToolException">The port is taken.</exception>
    public static async Task<LocalApp> StartAsync(IConfiguration configuration, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(LocalApp).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

        // A failed start is told in a sentence of ours; a request that fails is logged where it fails.
        builder.Logging.AddFilter("Microsoft", LogLevel.None);

        // A rejected drop has its line on the screen, with the sentence for the editor.
        builder.Logging.AddFilter(typeof(IngestEssayFunction).FullName, LogLevel.Error);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.AddDigest(configuration).AddTelemetryExport(configuration);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(provider => new FunctionHost(
            FunctionCatalog.Find(typeof(Composition).Assembly),
            new FunctionInvoker(provider),
            provider.GetRequiredService<BlobServiceClient>(),
            provider.GetRequiredService<QueueServiceClient>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FunctionHost>>()));

        var web = builder.Build();
        var functions = web.Services.GetRequiredService<FunctionHost>();
        web.Use(RefuseOtherHosts);
        functions.Map(web);
        var site = new StaticSite(web.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Web));
        web.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], site.ServeAsync);
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await web.DisposeAsync();
            throw new ToolException(
                $"Port {port} is taken by another program, and the site needs it: stop that program, or give another port with --port.");
        }

        return new LocalApp(web, functions);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Functions.DisposeAsync();
        await _web.DisposeAsync();
    }

    /// <summary>A page of the web could reach this port under a name of its own (DNS rebinding): only this machine's names are served.</summary>
    private static Task RefuseOtherHosts(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]")
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
