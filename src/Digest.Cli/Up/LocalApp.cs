using System.Net;
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

/// <summary>The application on this machine: the functions with their triggers, and the public site, on one port; on the loopback interface unless somebody says otherwise.</summary>
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
    /// <param name="listen">Address that is served.</param>
    /// <param name="port">Port on it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ToolException">The port is taken.</exception>
    public static async Task<LocalApp> StartAsync(IConfiguration configuration, IPAddress listen, int port, CancellationToken cancellationToken)
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
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(listen, port));
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
        web.Use((context, next) => AllowAsync(context, next, exposed: !IPAddress.IsLoopback(listen)));
        functions.Map(web);
        var site = new StaticSite(web.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Web));
        web.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], site.ServeAsync);
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await web.DisposeAsync();
            throw new ToolException(
                e is IOException
                    ? $"Port {port} is taken by another program, and the site needs it: stop that program, or give another port with --port."
                    : $"The site can't be served on {listen}: {e.Message}. Give an address of this machine with --listen.");
        }

        return new LocalApp(web, functions);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Functions.DisposeAsync();
        await _web.DisposeAsync();
    }

    /// <summary>
    /// A page of the web could reach this port under a name of its own (DNS rebinding): only this machine's names are served,
    /// and addresses, which no such page has, where other machines may come in. Functions are started from this machine alone.
    /// </summary>
    private static Task AllowAsync(HttpContext context, RequestDelegate next, bool exposed)
    {
        var host = context.Request.Host.Host;
        if (host is not ("127.0.0.1" or "localhost" or "[::1]") && !(exposed && IPAddress.TryParse(host.Trim('[', ']'), out _)))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        if (context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase)
            && !(context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
